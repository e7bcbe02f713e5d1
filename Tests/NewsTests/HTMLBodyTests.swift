import Foundation
import News
import Testing

/// HTML as blocks, through a feed.
struct HTMLBodyTests {
  private func reading(_ html: String) throws -> NewsReading {
    let item = ["id": "1", "title": "t", "content_html": html]
    return try NewsReading([UInt8](try JSONSerialization.data(withJSONObject: [item])))
  }

  private func blocks(_ html: String) throws -> [Block] {
    let reading = try reading(html)
    #expect(reading.lines == [])
    return try #require(reading.articles.first).body
  }

  private func texts(_ html: String) throws -> [String] { try blocks(html).map(\.text) }

  @Test func paragraphsAndLooseTextAreParagraphs() throws {
    #expect(
      try texts("loose <p>one\n  two</p> between <div>three<div>four</div>five</div>") == [
        "loose", "one two", "between", "three", "four", "five",
      ])
  }

  @Test func markupWithinASentenceIsItsText() throws {
    #expect(
      try texts("<p>a<b>b</b> <i>c </i> d<a href='x'>e</a><span> f</span></p>") == ["ab c de f"])
  }

  @Test func headingsKeepTheirLevel() throws {
    #expect(
      try blocks("<h1>a</h1><h6>b</h6>") == [
        Block(.heading(level: 1), "a"), Block(.heading(level: 6), "b"),
      ])
  }

  @Test func listsAreItemsNumberedWhereTheyAre() throws {
    #expect(
      try blocks("<ol start=3><li>a<li><p>b</p><p>c</p></ol><ul><li>d<ol><li>e</ol><li>f</ul>") == [
        Block(.item(number: 3), "a"), Block(.item(number: 4), "b"), Block(.paragraph, "c"),
        Block(.item(number: nil), "d"), Block(.item(number: 1), "e"),
        Block(.item(number: nil), "f"),
      ])
  }

  @Test func quotationsSayWhoSaidThem() throws {
    #expect(
      try blocks("<blockquote><p>a</p><p>b <cite>c</cite></p><footer>— d</footer></blockquote>e")
        == [
          Block(.quote(by: nil), "a"), Block(.quote(by: "d"), "b c"), Block(.paragraph, "e"),
        ])
  }

  @Test func preformattedTextKeepsItsSpaces() throws {
    #expect(try blocks("<pre>\n a\n   b  &lt;\n</pre>") == [Block(.preformatted, " a\n   b  <")])
  }

  @Test func lineBreaksBreakLinesAndTwoOfThemParagraphs() throws {
    #expect(try texts("a<br>b<br/><br>c<br>") == ["a\nb", "c"])
  }

  @Test func picturesAreFiguresWithTheirWords() throws {
    let html =
      "<figure><img src='a.png' alt='words'><figcaption>the <i>line</i></figcaption></figure>"
      + "<p>x <img src='b.png'> y</p><img src='data:1' alt='drawn'><img src='c.gif' width=1 height=1>"
    #expect(
      try blocks(html) == [
        Block(
          .figure(Picture(url: "a.png", alternative: "words", caption: "the line")), "the line"),
        Block(.paragraph, "x y"), Block(.figure(Picture(url: "b.png")), ""),
        Block(.figure(Picture(alternative: "drawn")), ""),
      ])
  }

  @Test func directionsOfBlocksAreKept() throws {
    let html =
      "<div dir=RTL><p>a</p><p dir=ltr>b</p><p dir=auto>c</p></div><p>d</p><ul dir=rtl><li>e</ul>"
    #expect(
      try blocks(html).map(\.direction) == [.rightToLeft, .leftToRight, nil, nil, .rightToLeft])
  }

  @Test func scriptsAndStylesAreNoText() throws {
    let html =
      "<style>p{}</style><p>a<script>if (1<2) alert('x')</script>b</p><noscript><img src=t></noscript>"
      + "<iframe src=y>no</iframe><!-- no --><template>no</template>"
    #expect(try texts(html) == ["ab"])
  }

  @Test func entitiesAreLettersAndControlsDie() throws {
    #expect(
      try texts("<p>&amp;&lt;&#x639;&hellip;&nbsp;x&#27;[31m&zwnj;y&rlm;</p><p>&nbsp;</p>") == [
        "&<ع…\u{A0}x[31m\u{200C}y\u{200F}"
      ])
  }

  @Test func rowsOfTablesAreLines() throws {
    #expect(
      try texts("<table><tr><th>a<th>b<tr><td>1<td>2</table>") == ["a | b", "1 | 2"])
  }

  @Test func bracketsThatOpenNothingAreLetters() throws {
    #expect(try texts("<p>1 < 2 and 3<4</p>") == ["1 < 2 and 3<4"])
  }

  @Test func depthHasALimitAndWhatStandsBeforeItStays() throws {
    let html = "<p>first</p>" + String(repeating: "<b>", count: 100_000) + "deep"
    let reading = try reading(html)
    #expect(reading.articles.first?.body == [Block(.paragraph, "first")])
    #expect(reading.problems.map(\.reason) == [.cut(member: "content_html")])
  }

  @Test func anyTextEndsWithoutHarm() throws {
    for html in ["", "<", "<p", "</p>", "<p></div></p></p>x", "&#x110000;", "\u{0}", "<a href='"] {
      let articles = try reading(html).articles
      #expect(articles.count == 1, "\(html)")
      #expect(articles.first?.body.contains { $0.text.isEmpty || $0.text.contains("\0") } == false)
    }
  }
}
