import TestSupport
import Testing
import TextLayout

/// Visual order, line by line and through the public door, against FriBidi and ICU.
@Suite struct OrderTests {
  private static let count = 50_000

  @Test func plainTextStandsAsBothOraclesHaveIt() {
    var oracle = OrderOracle()
    var random = Random(seed: 61)
    var trial = Trial()
    for _ in 0..<Self.count {
      let text = SharedScalars.plain.text(upTo: 50, &random)
      let sample = sample(text, &random)
      let verdict = oracle.verdict(sample)
      trial.count(verdict.lines)
      if !verdict.isAsFriBidi { trial.note(least(sample, &oracle, \.isAsFriBidi), "FriBidi", []) }
      if !verdict.isAsICU { trial.note(least(sample, &oracle, \.isAsICU), "ICU", []) }
      if !verdict.isMirrored { trial.note(least(sample, &oracle, \.isMirrored), "mirrors", []) }
    }
    print(trial.summary(of: "order of plain text"))
    #expect(trial.unexplained.isEmpty, "\(trial.unexplained.prefix(9))")
  }

  @Test func anyTextStandsAsOneOfTheOraclesHasIt() {
    var oracle = OrderOracle()
    var random = Random(seed: 62)
    var trial = Trial()
    for _ in 0..<Self.count {
      let sample = sample(richText(&random), &random)
      let verdict = oracle.verdict(sample)
      trial.count(verdict.lines)
      if !verdict.isAsFriBidi {
        trial.note(least(sample, &oracle, \.isAsFriBidi), "FriBidi", KnownDifference.ofFriBidi)
      }
      if !verdict.isAsICU {
        trial.note(least(sample, &oracle, \.isAsICU), "ICU", KnownDifference.ofICU)
      }
      if !verdict.isAsOne {
        trial.note(least(sample, &oracle, \.isAsOne), "both", KnownDifference.ofBoth)
      }
    }
    print(trial.summary(of: "order of any text"))
    #expect(trial.unexplained.isEmpty, "\(trial.unexplained.prefix(9))")
  }
}

extension OrderTests {
  private func sample(_ text: [UInt32], _ random: inout Random) -> OrderOracle.Sample {
    let directions: [ParagraphDirection] = [.automatic, .leftToRight, .rightToLeft]
    let isWrapped = Bool.random(using: &random)
    return OrderOracle.Sample(
      text: text, direction: directions.randomElement(using: &random) ?? .automatic,
      width: isWrapped ? Columns(Int.random(in: 1...30, using: &random)) : .unlimited)
  }

  /// One text of a hundred has about as many open brackets as are looked at.
  private func richText(_ random: inout Random) -> [UInt32] {
    let text = SharedScalars.rich.text(upTo: 50, &random)
    guard Int.random(in: 0..<100, using: &random) == 0 else { return text }
    let open = [UInt32](repeating: 0x28, count: Int.random(in: 60...66, using: &random))
    return [0x05D0] + open + [0x05D1, 0x29] + text
  }

  private func least(
    _ sample: OrderOracle.Sample, _ oracle: inout OrderOracle,
    _ isRight: KeyPath<OrderOracle.Verdict, Bool>
  ) -> [UInt32] {
    shrunk(sample.text) { text in
      var less = sample
      less.text = text
      return !oracle.verdict(less)[keyPath: isRight]
    }
  }
}
