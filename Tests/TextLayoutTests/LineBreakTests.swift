import TestSupport
import Testing
import UnicodeData

@testable import TextLayout

struct LineBreakTests {
  /// The opportunities before each scalar.
  private func resolve(
    _ scalars: [UInt32], _ breaks: inout BreakOpportunities
  ) -> [BreakOpportunity] {
    let classes = scalars.map { ScalarTable.shared[$0] }
    var result = [BreakOpportunity](repeating: .mandatory, count: classes.count)
    classes.withUnsafeBufferPointer { classes in
      result.withUnsafeMutableBufferPointer { breaks.resolve(classes, into: $0) }
    }
    return result
  }

  /// The text with `|` where a line may end and `!` where it must.
  private func marked(_ text: String) -> String {
    var breaks = BreakOpportunities()
    let scalars = text.unicodeScalars.map(\.value)
    var result = String.UnicodeScalarView()
    for (scalar, opportunity) in zip(text.unicodeScalars, resolve(scalars, &breaks)) {
      switch opportunity {
      case .prohibited: break
      case .allowed: result.append("|")
      case .mandatory: result.append("!")
      }
      result.append(scalar)
    }
    return String(result)
  }

  @Test func everyLineOfLineBreakTestHolds() throws {
    let file = try BreakTestFile("LineBreakTest.txt")
    var breaks = BreakOpportunities()
    var failures: [String] = []
    for line in file.cases {
      let found = resolve(line.scalars, &breaks).map { $0 != .prohibited }
      if found != line.breaks.dropLast() { failures.append(line.text) }
    }
    #expect(failures.isEmpty, "\(failures.count) lines fail: \(failures.prefix(20))")
    print("LineBreakTest \(file.cases.count)")
    #expect(file.cases.count == 19_338)
  }

  @Test func knownStatesGiveWhatFreshOnesGive() throws {
    let cases = try BreakTestFile("LineBreakTest.txt").cases
    var kept = BreakOpportunities()
    for line in cases { _ = resolve(line.scalars, &kept) }
    var random = Random(seed: 14)
    for _ in 0..<200 {
      let scalars = (0..<5).flatMap { _ in cases.randomElement(using: &random)?.scalars ?? [] }
      var fresh = BreakOpportunities()
      #expect(resolve(scalars, &kept) == resolve(scalars, &fresh))
    }
  }

  @Test(arguments: [
    "בית־|ספר", "ה-FBI", "כ-150", "תל-|אביב", "الـ51", "نص… |آخر", "15–|18", "15-18", "50%-60%",
    "$15.50", "\"اقتباس\" |ثم", "«قال» |ثم", "قال |«نعم», |ثم", "https://|a.org/|b?|c=d&e=f",
    "a@b.com", "(كوفيد-19)", "و/|أو", "C+|+", "12 |ألف", "می\u{200C}روم", "سطر\u{2028}!سطر", "abc",
  ])
  func newsBreaksWhereItShould(_ expected: String) {
    let text = String(
      String.UnicodeScalarView(expected.unicodeScalars.filter { $0 != "|" && $0 != "!" }))
    #expect(marked(text) == expected)
  }

  @Test func regionalIndicatorsBreakInPairs() {
    var breaks = BreakOpportunities()
    let found = resolve([UInt32](repeating: 0x1F1F5, count: 1_000), &breaks)
    let expected = (0..<1_000).map { $0 > 0 && $0.isMultiple(of: 2) }
    #expect(found.map { $0 == .allowed } == expected)
  }

  @Test func slashesOfANumberStayWithIt() {
    var breaks = BreakOpportunities()
    let text: [UInt32] = [0x31] + [UInt32](repeating: 0x2F, count: 100_000) + [0x31]
    #expect(resolve(text, &breaks).allSatisfy { $0 == .prohibited })
  }

  @Test func emptyTextHasNoBreaks() {
    #expect(marked("").isEmpty)
  }
}
