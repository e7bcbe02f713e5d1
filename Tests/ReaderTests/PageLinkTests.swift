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
    let article = Article(title: "T", language: language, body: body)
    var reading = Reading(FakeLibrary([article]))
    reading.press("Enter")
    let screen = reading.screen()
    return (0..<screen.size.rows).compactMap { row in
      let cells = screen.row(row).filter { $0.style == .link }
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

  @Test func bracketsOfABodyWithoutLinksAreText() {
    #expect(links([Block(.paragraph, "One [1]."), Block(.item(number: 1), "a list")]) == [])
    #expect(links([Block(.paragraph, "One [1]."), address(2)]) == [])
    #expect(links([Block(.paragraph, "One [1].")]) == [])
  }
}
