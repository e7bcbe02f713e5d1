import Display
import News
import Reader
import TestSupport
import Testing

/// Links stand out on a page: their numbers in the text, their addresses at the end.
@Suite struct PageLinkTests {
  private func address(_ number: Int) -> Block {
    Block(.item(number: number), "https://example.org/\(number)", direction: .leftToRight)
  }

  /// The rows of an article's page whose cells look like links, as that part of their text.
  private func links(_ body: [Block], language: String = "en") -> [String] {
    words(in: .link, of: body, language: language)
  }

  /// The same of any style.
  private func words(in style: Style, of body: [Block], language: String) -> [String] {
    let article = Article(title: "T", language: language, body: body)
    var reading = Reading(FakeLibrary([article]))
    reading.press("Enter")
    let screen = reading.screen()
    return (0..<screen.size.rows).compactMap { row in
      let cells = screen.row(row).cells.filter { $0.style == style }
      let text = cells.compactMap { Unicode.Scalar($0.base).map { String(Character($0)) } }.joined()
      return text.isEmpty ? nil : text
    }
  }

  @Test func numbersOfLinksAndTheirAddressesLookLikeLinks() {
    let body = [
      Block(.paragraph, "One [1] and two [2], but a[3] and [x1] [ 1] [] [0] [007]."),
      address(1), address(2),
    ]
    #expect(links(body) == ["[1][2]", "https://example.org/1", "https://example.org/2"])
  }

  @Test func aNumberInARightToLeftTextIsMarkedWhereItStands() {
    let body = [Block(.paragraph, "كتب [1] هذا\nثم [1]"), address(1)]
    #expect(links(body, language: "ar") == ["[1]", "[1]", "https://example.org/1"])
  }

  @Test func wordsThatStandOutDoSoInBothDirections() {
    let text = "قال الوزيرُ ABC أمس [1]"
    let body = [
      Block(
        .paragraph, text,
        spans: [
          Block.Span(7..<21, .strong), Block.Span(22..<25, .code), Block.Span(26..<32, .link),
        ]), address(1),
    ]
    // In visual order: letters of the words joined as they are, the code from left to right.
    #expect(words(in: .strong, of: body, language: "ar") == ["ﺮﻳﺯﻮﻟﺍ"])
    #expect(words(in: .code, of: body, language: "ar") == ["ABC"])
    #expect(links(body, language: "ar") == ["[1]ﺲﻣﺃ", "https://example.org/1"])
  }

  @Test func aDatelineMovesWhatStandsOutBehindIt() {
    var article = Article(
      title: "T", language: "en",
      body: [Block(.paragraph, "One two", spans: [Block.Span(4..<7, .emphasis)])])
    article.dateline = "CAIRO"
    var reading = Reading(FakeLibrary([article]))
    reading.press("Enter")
    let screen = reading.screen()
    let cells = (0..<screen.size.rows).flatMap {
      screen.row($0).cells.filter { $0.style == .strong }
    }
    #expect(cells.map(\.base) == "two".unicodeScalars.map(\.value))
  }

  @Test func bracketsOfABodyWithoutLinksAreText() {
    #expect(links([Block(.paragraph, "One [1]."), Block(.item(number: 1), "a list")]) == [])
    #expect(links([Block(.paragraph, "One [1]."), address(2)]) == [])
    #expect(links([Block(.paragraph, "One [1].")]) == [])
  }
}
