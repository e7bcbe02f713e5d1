import TestSupport

/// The lines of LineBreakTest.txt or GraphemeBreakTest.txt.
struct BreakTestFile {
  /// One line.
  struct Case {
    /// The scalars.
    var scalars: [UInt32] = []
    /// Before each scalar and at the end: ÷ is true.
    var breaks: [Bool] = []
    /// The line as it stands in the file.
    var text: String
  }

  /// Every line.
  let cases: [Case]

  init(_ name: String) throws {
    cases = try Fixture.unicodeLines(name).map { line in
      let text = String(decoding: line, as: UTF8.self)
      var parsed = Case(text: text)
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if word == "÷" || word == "×" {
          parsed.breaks.append(word == "÷")
        } else if let scalar = UInt32(word, radix: 16) {
          parsed.scalars.append(scalar)
        }
      }
      return parsed
    }
  }
}
