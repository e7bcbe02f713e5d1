import News
import Testing

/// RFC 8259, rule by rule: what it allows costs nothing, what it forbids is a line of a report.
struct JSONSyntaxTests {
  /// Problems of a value that stands in a member nobody knows.
  private func problems(_ value: String) throws -> [String] {
    let reading = try NewsReading("{\"title\":\"t\",\"_x\":\(value)}")
    #expect(reading.articles.count == (reading.problems.isEmpty ? 1 : 0))
    return reading.lines
  }

  @Test(arguments: [
    "0", "-0", "12", "-7", "0.5", "-0.0e-0", "1E5", "1e+05", "123456789012345678901234567890",
  ])
  func numbersOfSection6AreTaken(_ number: String) throws {
    #expect(try problems(number).isEmpty)
  }

  @Test(arguments: [
    "-", "+1", "01", "-01", "1.", ".5", "1.e1", "1e", "1e+", "0x1", "NaN", "Infinity", "1_0", "١",
    "- 1", "--1", "1.2.3",
  ])
  func otherNumbersAreRefused(_ number: String) throws {
    #expect(try problems(number).count == 1)
  }

  @Test(arguments: [
    #""""#, #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e9\u0639""#, #""\uD834\uDD1E""#,
    #""\u0000""#, "\"\u{7F}\u{2028}\u{FEFF}😀\"",
  ])
  func stringsOfSection7AreTaken(_ string: String) throws {
    #expect(try problems(string).isEmpty)
  }

  @Test(arguments: [#""a"#, #"'a'"#, "\"a\nb\"", #""\"#, #""a\""#, #"a""#])
  func otherStringsAreRefused(_ string: String) throws {
    #expect(try problems(string).count == 1)
  }

  @Test(
    arguments: [
      (#""\x""#, 2), (#""\u12""#, 5), (#""\u12G4""#, 5), (#""\U0041""#, 2), ("\"a\tb\"", 2),
      ("\"\u{0}\"", 1), ("\"\r\"", 1), ("\"\u{1F}\"", 1), (#""\é""#, 2), (#""\'""#, 2),
    ] as [(String, Int)])
  func controlsAndBadEscapesCostThemselves(_ string: String, _ offset: Int) throws {
    let start = #"[{"title":"#
    for end in [#"},{"title":"t"}]"#, #"},{"title":"t"},"#] {
      let reading = try NewsReading(start + string + end)
      #expect(reading.articles.last?.title == "t")
      #expect(reading.articles.count == 2 && reading.articles[0].title.contains("\u{FFFD}"))
      let first = try #require(reading.problems.first)
      #expect(first.line == 1 && first.column == start.utf8.count + offset + 1)
      #expect(first.description.hasSuffix("in a string, shown as U+FFFD"))
    }
  }

  @Test(arguments: ["true", "false", "null", "[]", "{}", "[1,2]", "{\"a\":{}}", " \t\r\n[ ]\n"])
  func valuesOfSection3AreTaken(_ value: String) throws {
    #expect(try problems(value).isEmpty)
  }

  @Test(arguments: [
    "", "True", "nul", "nulll", "[1,]", "[,1]", "[1 2]", "[1", "[", "{,}", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "[1}", "{\"a\":1]", "1]",
    "/**/1", "1 // one", "\u{FEFF}1", "\u{A0}1", "\u{B}1",
  ])
  func otherValuesAreRefused(_ value: String) throws {
    #expect(try problems(value).count == 1)
  }

  @Test func escapesBecomeTheirLetters() throws {
    let reading = try NewsReading(
      #"{"title":"\u062E\u0628\u0631 \"\\\/\uD83D\uDCF0","body":"a\tb\nc\u0001d"}"#)
    #expect(reading.articles.first?.title == "خبر \"\\/📰")
    #expect(reading.articles.first?.body == [Block(.paragraph, "a\tb\ncd")])
    #expect(reading.problems.isEmpty)
  }

  @Test func ofTwoMembersOfOneNameTheLastCounts() throws {
    let reading = try NewsReading(#"{"title":"a","title":"b","id":1,"id":2}"#)
    #expect(reading.articles.map(\.title) == ["b"])
    #expect(reading.articles.map(\.ownID) == ["2"])
    #expect(reading.problems.isEmpty)
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    let reading = try NewsReading([0xEF, 0xBB, 0xBF] + Array(#"{"title":"a","x":!}"#.utf8))
    #expect(reading.lines == ["f.json:1:18: not JSON: ! where a value must stand"])
    let good = try NewsReading([0xEF, 0xBB, 0xBF] + Array(#"[{"title":"a"}]"#.utf8))
    #expect(good.articles.count == 1 && good.problems.isEmpty)
  }

  @Test func emptyFileIsAProblemUnlessItHoldsLines() throws {
    #expect(try NewsReading(" \n").lines.count == 1)
    #expect(try NewsReading("", name: "a.jsonl").lines.isEmpty)
    #expect(try NewsReading("[]").lines.isEmpty)
  }

  @Test func whatIsNoListAfterAnArrayIsRefused() throws {
    for rest in ["]", "5", "x"] {
      let reading = try NewsReading("[{\"title\":\"a\"}]\n\(rest)")
      #expect(reading.articles.count == 1)
      #expect(reading.problems.count == 1)
    }
  }
}
