import Foundation
import Testing

@testable import News

/// Words of HTML that stand out: where they are in the text that a block has.
struct HTMLSpanTests {
  private func blocks(_ html: String) -> [Block] { HTMLBody.blocks(of: html).blocks }

  /// What stands out in each block, as `kind:words`.
  private func spans(_ html: String) -> [[String]] {
    blocks(html).map { block in
      block.spans.map { span in
        let bytes = Array(block.text.utf8)[span.range]
        return "\(span.kind):\(String(decoding: bytes, as: UTF8.self))"
      }
    }
  }

  @Test func emphasisCodeAndLinksAreKnownByTheirWords() {
    #expect(
      spans("<p>  a <b>ب</b> <em> c </em>d<code>e f</code> <a href='https://x.org/'>خبر</a>.</p>")
        == [["strong:ب", "emphasis:c", "code:e f", "link:خبر"], []])
    #expect(spans("<p>a <a>b</a> <span>c</span> <a href='#d'>e</a></p>") == [[]])
  }

  @Test func textAroundItIsAsWithoutIt() {
    #expect(blocks("<p> a<b> b </b> <i> c</i></p>").map(\.text) == ["a b c"])
    #expect(spans("<p> a<b> b </b> <i> c</i></p>") == [["strong:b", "emphasis:c"]])
    #expect(spans("<p><b> </b>a<b></b></p>") == [[]])
  }

  @Test func whatIsOpenAtTheEndOfABlockGoesOnInTheNext() {
    #expect(
      spans("<b>a<div>b <i>c</i></div>d</b> e") == [
        ["strong:a"], ["emphasis:c", "strong:b c"], ["strong:d"],
      ])
  }

  @Test func isolatesAndShiftedDigitsDontMoveIt() {
    #expect(
      spans("<p><bdi>א</bdi> <b>10<sup>6</sup></b> x<sup><b>2</b></sup></p>") == [
        ["strong:10⁶"]
      ])
    #expect(spans("<bdi><b>א</b></bdi>") == [["strong:א"]])
  }

  @Test func cellsOfARowKeepIt() {
    let html = "<table><tr><td><b>الوزن</b><td>a <i>b</i><td></tr></table>"
    #expect(blocks(html).map(\.text) == ["\u{2068}الوزن\u{2069} | \u{2068}a b\u{2069}"])
    #expect(spans(html) == [["strong:الوزن", "emphasis:b"]])
  }

  @Test func preformattedTextAndTextWithControlsHaveNone() {
    #expect(spans("<pre><code>a</code></pre>") == [[]])
    #expect(spans("<p>a\u{2028}b <b>c</b></p>") == [[]])
  }

  @Test func oneBlockHasAThousandAtMost() {
    let html = String(repeating: "<b>a</b> ", count: 1_200)
    #expect(blocks(html).map(\.spans.count) == [1_000])
    #expect(blocks(String(repeating: "<b>", count: 400) + "a").map(\.spans.count) == [400])
  }

  @Test func storedFormKeepsItWhereThereIsAny() throws {
    var article = Article(
      title: "t",
      body: [
        Block(.paragraph, "خبر ab", spans: [Block.Span(0..<6, .strong), Block.Span(7..<9, .link)]),
        Block(.item(number: 2), "c"),
      ])
    for form in [3, 2] as [UInt8] {
      let bytes = StoredText.encode(article)
      #expect(bytes.first == form)
      var read = Article(title: "t")
      try bytes.withUnsafeBytes { bytes throws in try StoredText.decode(bytes, into: &read) }
      #expect(read == article)
      var texts: [String] = []
      try bytes.withUnsafeBytes { bytes throws in
        try StoredText.visit(
          bytes, text: { texts.append(String(decoding: $0, as: UTF8.self)) }, tag: { _ in })
      }
      #expect(texts == ["خبر ab", "c"])
      article.body[0].spans = []
    }
  }

  @Test func damagedFormIsAnError() throws {
    let article = Article(
      title: "t", body: [Block(.paragraph, "abc", spans: [Block.Span(1..<3, .code)])])
    var bytes = StoredText.encode(article)
    bytes[bytes.count - 1] = 3  // its length, one too many
    var read = Article(title: "t")
    #expect(throws: ByteReader.Damaged.self) {
      try bytes.withUnsafeBytes { bytes throws in try StoredText.decode(bytes, into: &read) }
    }
  }
}
