import News
import Testing

/// Where problems are: lines and columns in UTF-8 bytes, from 1.
struct JSONPositionTests {
  @Test func columnsCountBytes() throws {
    let reading = try NewsReading("{\"title\":\"خبر\",\n  \"kicker\":\"ة\", \"url\": 5}")
    #expect(reading.lines == ["f.json:2:25: url must be a text"])
    #expect(reading.articles.map(\.title) == ["خبر"])
  }

  @Test func wrongTypeInTheFifthArticleIsReportedAtItsValue() throws {
    let reading = try NewsReading(fixture: "array.json")
    #expect(reading.articles.count == 5)
    #expect(
      reading.lines == [
        "array.json:4:31: no date that can be read: soon",
        "array.json:7:7: tags must be a text, an object or an array of these",
      ])
    #expect(reading.articles[2].dateText == "soon")
    #expect(reading.articles[2].date == nil)
    #expect(reading.articles[4].body == [Block(.paragraph, "kept")])
    #expect(reading.articles[1].tags == ["ا", "ب", "ج"])
  }

  @Test func placesAreRightPastManyPieces() throws {
    let filler = String(repeating: "{\"title\":\"خبر\"},\n", count: 20_000)
    let reading = try NewsReading("[" + filler + "{\"title\":\"z\",\"url\":[]}]")
    #expect(reading.lines == ["f.json:20001:20: url must be a text"])
    #expect(reading.articles.count == 20_001)
  }

  @Test func lettersAcrossTwoPiecesAreWhole() throws {
    for shift in 0..<4 {
      let text = String(repeating: "a", count: 65_536 - 14 - shift) + "خ😀\\uD83D\\uDCF0é\\nz"
      let reading = try NewsReading("{\"body\":\"\(text)\"}")
      let body = try #require(reading.articles.first?.body.first)
      #expect(body.text.hasSuffix("aخ😀📰é\nz"))
      #expect(reading.lines == ["f.json:1:1: no title"])
    }
  }

  @Test func faultIsWhereTheByteStands() throws {
    #expect(try NewsReading("{\n \"a\" 1}").lines == ["f.json:2:6: not JSON: 1 where : must stand"])
    #expect(
      try NewsReading("{\"a\":[1,\n2").lines == [
        "f.json:2:2: not JSON: the text ends where , or ] must follow"
      ])
  }

  @Test func namesAreShownInOneLineWithoutControls() {
    let problem = Problem(
      file: "a\nb\u{1B}[31m\u{202E}.json", line: 0, column: 0, reason: .unreadable("no"))
    #expect(problem.description == "a\\nb\\u{1b}[31m\\u{202e}.json:1:1: can't be read: no")
  }
}
