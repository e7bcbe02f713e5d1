import TestSupport
import Testing

@testable import TextLayout

/// Capitals stand for right-to-left letters (`CapRTL`).
@Suite struct TruncationTests {
  @Test(arguments: [
    ("abcdefgh", 5, "ab…gh"), ("abcdefgh", 6, "abc…gh"), ("abcdefgh", 2, "a…"),
    ("abcdefgh", 1, "…"), ("abcdefgh", 8, "abcdefgh"), ("abcdefgh", 0, ""),
    ("ABCDEFGH", 5, "HG…BA"), ("ABCDEFGH", 2, "…A"), ("ab cd ef", 6, "ab…ef"),
    // The ellipsis reads as what is left out: the numbers, names and directions keep their order.
    ("ABC abcdefgh DEF", 9, "FED h…CBA"), ("A abcdefgh", 7, "a…fgh A"),
    ("a ABCDEFGH", 7, "a HGF…A"), ("ABC 12345678 DEF", 10, "FED…1 CBA"),
    ("abc DEF ghi JKL mno", 9, "abc…L mno"), ("AB cd EF gh IJ", 6, "JI…BA"),
    ("ab_ncd", 9, "ab…cd"), ("ab_n_n", 9, "ab…"),
  ])
  func theMiddleIsLeftOut(text: String, width: Int, golden: String) {
    #expect(truncated(text, to: width, at: .middle) == golden)
  }

  @Test(arguments: [
    ("abcdefgh", 5, "…efgh"), ("abc defg", 6, "…defg"), ("abc defg", 5, "…defg"),
    ("ABCDEFGH", 5, "HGFE…"), ("ABC abcd", 6, "abcd…"), ("ABC abcd", 4, "bcd…"),
    ("abc DEFG", 4, "…GFE"), ("abc", 1, "…"), ("abc", 0, ""), ("abc", 3, "abc"),
    ("abc  ", 3, "abc"), ("ab_ncd", 9, "…cd"), ("ab_ncdefg", 4, "…efg"),
  ])
  func theStartIsLeftOut(text: String, width: Int, golden: String) {
    #expect(truncated(text, to: width, at: .start) == golden)
  }

  @Test func noClusterIsCut() {
    let flag = "\u{1F1F5}\u{1F1F8}"
    #expect(truncated("a" + flag + flag + "b", to: 5, at: .middle) == "a…" + flag + "b")
    #expect(truncated("aab\u{323}cd", to: 4, at: .start) == "…b\u{323}cd")
    #expect(truncated("\u{4E2D}\u{6587}\u{4E2D}", to: 4, at: .start) == "…\u{4E2D}")
  }

  @Test func noLetterPromisesToJoinAnEllipsis() {
    let word = "\u{628}\u{628}\u{628}\u{628}\u{628}"
    #expect(truncated(word, to: 4) == "…\u{FE90}\u{FE92}\u{FE91}")
    #expect(truncated(word, to: 2) == "…\u{FE8F}")
    #expect(truncated(word, to: 4, at: .start) == "\u{FE90}\u{FE92}\u{FE91}…")
    #expect(truncated(word, to: 2, at: .start) == "\u{FE8F}…")
    #expect(truncated(word, to: 4, at: .middle) == "\u{FE8F}…\u{FE90}\u{FE91}")
    #expect(truncated(word, to: 3, at: .middle) == "\u{FE8F}…\u{FE8F}")
    // Letters that join to nothing behind them, and those that have no forms, stay.
    #expect(truncated("\u{631}\u{628}\u{628}", to: 2) == "…\u{FEAD}")
    #expect(truncated("\u{69A}\u{69A}\u{69A}", to: 2) == "…\u{69A}")
    // At a left-to-right level the letters' sides change places, and so do the sides of a cut.
    let turned = "\u{202D}" + word + "\u{202C}"
    #expect(truncated(turned, to: 4) == "…\u{FE90}\u{FE92}\u{FE91}")
  }

  @Test func signThatIsNotShownChangesNoFormAtTheCut() {
    let word = "\u{600}\u{644}\u{644}\u{6CC}\u{628}"
    #expect(truncated(word, to: 3, at: .middle) == "\u{FE8F}…\u{FEDD}")
  }

  @Test func lamAlefIsOneCluster() {
    let word = "\u{628}\u{644}\u{627}\u{628}\u{628}"
    #expect(truncated(word, to: 3) == "…\u{FEFC}\u{FE91}")
    #expect(truncated("\u{628}\u{644}\u{627}", to: 2, at: .start) == "\u{FEFC}\u{FE91}")
    #expect(truncated("\u{628}\u{628}\u{644}\u{627}", to: 2, at: .start) == "\u{FEFB}…")
  }

  @Test func noTatweelIsLeftBesideAnEllipsis() {
    let word = "\u{645}\u{640}\u{640}\u{640}\u{62D}\u{645}\u{640}\u{62F}"
    #expect(truncated(word, to: 3) == "…\u{FEE1}")
    #expect(truncated(word, to: 7) == "…\u{FEE2}\u{FEA4}\u{640}\u{640}\u{640}\u{FEE3}")
    #expect(truncated(word, to: 8) == shown(word))
    #expect(truncated(word, to: 3, at: .start) == "\u{FEA9}…")
    #expect(truncated(word, to: 5, at: .middle) == "\u{FEAA}\u{640}\u{FEE3}…\u{FEE1}")
    // Where there is nothing else, nothing else is shown.
    #expect(truncated("\u{640}\u{640}\u{628}", to: 2) == "…")
    #expect(truncated("\u{628}\u{640}\u{640}", to: 2, at: .start) == "…")
    // Those inside stay, joined.
    #expect(
      truncated("\u{628}\u{640}\u{628}\u{628}\u{628}", to: 4) == "…\u{FE90}\u{640}\u{FE91}")
    let options = LayoutOptions(keepsMarks: true)
    #expect(truncated("\u{628}\u{640}\u{64E}\u{628}\u{628}", to: 3, options) == "…\u{FE8F}")
  }

  @Test func marksStayOnALetterAtTheCut() {
    let options = LayoutOptions(keepsMarks: true)
    let text = "\u{628}\u{64E}\u{628}\u{628}"
    #expect(truncated(text, to: 2, options) == "…\u{FE8F}\u{64E}")
  }

  @Test func theSourceOfALineIsWhatItShowsAndWhatIsLeftOutBetween() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("https://a.org/news")
    let middle = paragraph.line(truncatedTo: 9, at: .middle)
    #expect(middle.source == 0..<18)
    #expect(logical(paragraph, middle) == "http…news")
    #expect(paragraph.visual(middle).filter { $0.base == 0x2026 }.map(\.source) == [4..<4])
    let start = paragraph.line(truncatedTo: 5, at: .start)
    #expect(start.source == 14..<18)
    #expect(logical(paragraph, start) == "…news")
  }

  @Test func noTruncationIsTooWideAndEachShowsTextOfItsEnds() throws {
    var random = Random(seed: 41)
    var typesetter = Typesetter()
    for _ in 0..<20_000 {
      let text = RandomText.text(&random)
      let paragraph = typesetter.paragraph(text, RandomText.options(&random))
      let width = Columns(Int.random(in: 0...12, using: &random))
      for place in [Truncation.end, .middle, .start] {
        let line = paragraph.line(truncatedTo: width, at: place)
        let cells = Array(paragraph.visual(line))
        let columns = cells.reduce(0) { $0 + Int($1.columns) }
        let dots = cells.count { $0.base == 0x2026 }
        let starts = cells.filter { $0.base != 0x2026 }.map(\.source.lowerBound)
        let expected = (Array(line.clusters) + Array(line.tail))
          .filter { !paragraph.clusters[$0].isInvisible }.map { paragraph.clusters[$0].source }
        try #require(
          columns == line.columns.count && line.columns <= width
            && dots == (line.isTruncated ? 1 : 0) && starts.sorted() == expected.sorted(),
          "\(text.unicodeScalars.map(\.value)) \(place) \(width)")
        var written: [UInt8] = []
        paragraph.append(line, in: .visual, to: &written)
        var scalars = cells.flatMap { [$0.base] + $0.shownMarks }
        while scalars.last == 0x20 { scalars.removeLast() }
        try #require(
          String(decoding: written, as: UTF8.self).unicodeScalars.map(\.value) == scalars)
      }
    }
  }

  private func truncated(
    _ text: String, to width: Int, at place: Truncation = .end,
    _ options: LayoutOptions = LayoutOptions()
  ) -> String {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(CapRTL.text(text), options)
    var bytes: [UInt8] = []
    paragraph.append(
      paragraph.line(truncatedTo: Columns(width), at: place), in: .visual, to: &bytes)
    return CapRTL.spelling(of: String(decoding: bytes, as: UTF8.self))
  }

  private func logical(_ paragraph: Paragraph, _ line: Line) -> String {
    var bytes: [UInt8] = []
    paragraph.append(line, in: .logical, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
