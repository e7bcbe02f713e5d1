import TestSupport
import Testing

/// Line break opportunities against ICU, which knows Unicode 16.
@Suite struct BreakTests {
  @Test func linesBreakAsICUBreaksThemButForWhatUnicode17Changed() {
    var oracle = BreakOracle()
    var random = Random(seed: 63)
    var trial = Trial()
    for _ in 0..<100_000 {
      let text = SharedScalars.breaking.text(upTo: 30, &random)
      trial.count(1)
      if oracle.agree(on: text) { continue }
      trial.note(shrunk(text) { !oracle.agree(on: $0) }, "ICU", KnownDifference.ofBreaks)
    }
    print(trial.summary(of: "line breaks"))
    #expect(trial.unexplained.isEmpty, "\(trial.unexplained.prefix(9))")
  }
}
