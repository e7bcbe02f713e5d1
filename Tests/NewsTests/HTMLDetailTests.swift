import Foundation
import Testing

@testable import News

/// What HTML bodies hold besides paragraphs: tables, links, directions, captions, trackers.
struct HTMLDetailTests {
  private func blocks(_ html: String, url: String = "https://a.example/b/c") throws -> [Block] {
    let item = ["id": "1", "title": "t", "url": url, "content_html": html]
    let reading = try NewsReading([UInt8](try JSONSerialization.data(withJSONObject: [item])))
    #expect(reading.lines == [])
    return try #require(reading.articles.first).body
  }

  private func texts(_ html: String) throws -> [String] { try blocks(html).map(\.text) }

  @Test func cellsOfParagraphsAreOneRow() throws {
    #expect(
      try texts("<table><tr><td><p>a</p><p>b</p><td>c<br>d<tr><td><td>e<td></table>") == [
        "a b | c d", " | e",
      ])
  }

  @Test func tableThatArrangesAPageIsNoTable() throws {
    #expect(
      try blocks("<table><tr><td><h2>a</h2><p>b</p><td>c</table>") == [
        Block(.heading(level: 2), "a"), Block(.paragraph, "b"), Block(.paragraph, "c"),
      ])
    let long = String(repeating: "x ", count: 300) + "x"
    #expect(try texts("<table><tr><td>\(long)<td>c<tr><td>alone</table>") == [long, "c", "alone"])
  }

  @Test func cellsOfTwoDirectionsKeepTheirPlaces() throws {
    #expect(
      try blocks("<table dir=rtl><tr><td>قمح<td>Reuters<td>5</table>") == [
        Block(
          .paragraph, "\u{2068}قمح\u{2069} | \u{2068}Reuters\u{2069} | \u{2068}5\u{2069}",
          direction: .rightToLeft)
      ])
  }

  @Test func aTagOfThousandsOfAttributesEndsTheBody() throws {
    func tag(_ count: Int) -> String {
      "<p x='>' " + (0..<count).map { "a\($0)=1" }.joined(separator: "\n/") + ">b</p>"
    }
    for (html, texts, isCut) in [
      ("a" + tag(4_998) + "c", ["a", "b", "c"], false), ("a" + tag(200_000) + "c", ["a"], true),
      ("a < b<c " + String(repeating: "=> ", count: 9_000), nil, false),
      ("a<b '" + String(repeating: " ' \"", count: 9_000), nil, true), ("a<b x=\"", nil, false),
      ("a<b x", nil, false), ("a<", nil, false), ("", [], false),
    ] as [(String, [String]?, Bool)] {
      let body = HTMLBody.blocks(of: html)
      #expect(body.isCut == isCut, "\(html.prefix(20))")
      if let texts { #expect(body.blocks.map(\.text) == texts) }
    }
  }

  @Test func linksAreNumberedAndListed() throws {
    let html =
      "<p>a <a href='https://x.example/1?utm_source=f&id=2'>b</a>, <a href='/d'>c</a> and "
      + "<a href='https://x.example/1?id=2'>again</a></p><p>e</p>"
    #expect(
      try blocks(html) == [
        Block(
          .paragraph, "a b [1], c [2] and again [1]",
          spans: [Block.Span(2..<3, .link), Block.Span(9..<10, .link), Block.Span(19..<24, .link)]),
        Block(.paragraph, "e"),
        Block(.item(number: 1), "https://x.example/1?id=2", direction: .leftToRight),
        Block(.item(number: 2), "https://a.example/d", direction: .leftToRight),
      ])
  }

  @Test func linksThatLeadNowhereOrSayWhereAreNotNumbered() throws {
    #expect(
      try texts(
        "<a href='#n'>a</a> <a href='javascript:x()'>b</a> <a name=y>c</a> <a href='d.html'>d</a> "
          + "<a href='https://www.e.example/'>e.example</a> <a href='https://f.example'></a>")
        == ["a b c d e.example"])
  }

  @Test func linkAroundABlockIsNumberedInIt() throws {
    #expect(
      try texts("<a href='//h.example/x'><h2>a</h2></a>") == ["a [1]", "https://h.example/x"])
  }

  @Test func statedDirectionsOfWordsAreIsolates() throws {
    #expect(
      try texts(
        "a <bdi>b</bdi> <bdi dir=rtl>c</bdi> <span dir=ltr>d</span> <bdo dir=rtl>e</bdo> <i dir=auto>f</i>"
      ) == [
        "a \u{2068}b\u{2069} \u{2067}c\u{2069} \u{2066}d\u{2069} \u{2067}\u{202E}e\u{202C}\u{2069} "
          + "\u{2068}f\u{2069}"
      ])
    #expect(try texts("<p><bdi> </bdi></p>") == [])
    #expect(try texts("<bdi>a<p>b</p></bdi>") == ["\u{2068}a\u{2069}", "\u{2068}b\u{2069}"])
  }

  @Test func languageOfABlockSaysItsDirection() throws {
    #expect(
      try blocks("<p lang=ar-EG>a</p><p lang=en>b</p><p lang=ar dir=ltr>c</p><p>d</p>").map(
        \.direction) == [.rightToLeft, .leftToRight, .leftToRight, nil])
  }

  @Test func figuresAboveAndBelowTheLineStayThere() throws {
    #expect(
      try texts("10<sup>6</sup> H<sub>2</sub>O 10<sup>-3</sup> x<sup>y</sup>") == [
        "10⁶ H₂O 10⁻³ xy"
      ])
  }

  @Test func captionOfParagraphsStaysWithItsPicture() throws {
    for caption in [
      "<p>a</p><div>b</div>", "a<br><br>b", "<div><p>a</p></div>b", "\n<p>a</p>\n<p>b</p>\n",
    ] {
      #expect(
        try blocks("<p>x</p><figure><img src='/i.jpg'><figcaption>\(caption)</figcaption></figure>")
          == [
            Block(.paragraph, "x"),
            Block(.figure(Picture(url: "https://a.example/i.jpg", caption: "a b")), "a b"),
          ], "\(caption)")
    }
  }

  @Test func sectionsOfXMLAreOpened() throws {
    let one = [Block(.paragraph, "one"), Block(.paragraph, "two < 3")]
    #expect(try blocks("<![CDATA[<p>one</p><p>two &lt; 3</p>]]>") == one)
    #expect(try blocks("<p><![CDATA[one]]></p><![CDATA[<p>two &lt; 3</p>") == one)
  }

  @Test func captionsOfWordPressAreCaptions() throws {
    #expect(
      try blocks(
        "<div class='x wp-caption'><img src='/i.jpg'><p class='wp-caption-text'>a</p></div>") == [
          Block(.figure(Picture(url: "https://a.example/i.jpg", caption: "a")), "a")
        ])
  }

  @Test func whatIsHiddenOrCountsReadersIsDropped() throws {
    #expect(
      try blocks(
        "<p>a</p><p hidden>b</p><div style='Display: none'>c<img src=y.png></div>"
          + "<img src='https://pixel.wp.com/b.gif?x=1'><img width=1px height=1px src=z.gif>"
          + "<img src='https://feeds.feedburner.com/~r/a/~4/b'>") == [Block(.paragraph, "a")])
  }

  @Test func linkAroundAPictureIsNumberedUnderIt() throws {
    let picture = Block.Kind.figure(
      Picture(url: "https://a.example/i.jpg", alternative: "a tram"))
    let image = "<a href='/more'><img src='/i.jpg' alt='a tram'></a>"
    let links = [
      Block(.item(number: 1), "https://a.example/more", direction: .leftToRight)
    ]
    #expect(try blocks("<p>\(image)</p>") == [Block(picture, "[1]")] + links)
    #expect(
      try blocks("<p>x \(image) y</p>") == [Block(.paragraph, "x y"), Block(picture, "[1]")]
        + links)
    #expect(
      try blocks("<p>x <a href='/more'>words <img src='/i.jpg' alt='a tram'></a> y</p>").map(\.text)
        == ["x words [1] y", "", "https://a.example/more"])
    #expect(
      try blocks("<p>x <a href='/more'><img width=1 height=1 src='/i.jpg'></a> y</p>")
        == [Block(.paragraph, "x y")])
  }

  @Test func lateAndManifoldPicturesAreFound() throws {
    #expect(
      try blocks("<img src='data:x' data-src='/a.jpg'><img srcset='/b.jpg 1x, /c.jpg 2x'>") == [
        Block(.figure(Picture(url: "https://a.example/a.jpg")), ""),
        Block(.figure(Picture(url: "https://a.example/b.jpg")), ""),
      ])
  }

  @Test func entitiesOfEveryKindAreLetters() throws {
    #expect(
      try texts(
        "&copy;&apos;&#x27;&#8217;&euro;&rlm;&laquo;&raquo;&ndash;&AMP;&lpar;&comma;&nope;&") == [
          "©''’€\u{200F}«»–&(,&nope;&"
        ])
  }

  @Test func listOfLinksHasAnEnd() throws {
    let links = (0..<20_000).map { "<a href='https://a.example/\($0)'>x</a> " }
    let blocks = try blocks(links.joined())
    #expect(blocks.count == 1001)
    #expect(blocks.first?.text.contains("x [1000] x x") == true)
    #expect(blocks.last?.text == "https://a.example/999")
  }
}
