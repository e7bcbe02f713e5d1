import Testing
import TextLayout

@Suite struct LineTests {
  @Test func anEmptyParagraphIsOneEmptyLine() {
    var typesetter = Typesetter()
    for text in ["", " ", "\u{200B}", " \t "] {
      let paragraph = typesetter.paragraph(text)
      #expect(paragraph.isEmpty)
      #expect(paragraph.columns == 0)
      #expect(paragraph.lines(within: 10).map(\.columns) == [0])
    }
  }

  @Test func spacesHangAndAreCut() {
    #expect(laid("ab cd", within: 2) == ["ab", "cd"])
    #expect(laid("ab      cd", within: 3) == ["ab", "cd"])
    #expect(laid("ab      ", within: 3) == ["ab"])
    #expect(laid("  ab", within: 4) == ["  ab"])
  }

  @Test func aWordWiderThanTheLineIsCutBetweenClusters() {
    #expect(laid("abcde\u{323}fgh", within: 5) == ["abcde\u{323}", "fgh"])
    #expect(laid("\u{4E2D}\u{6587}\u{4E2D}", within: 3) == ["\u{4E2D}", "\u{6587}", "\u{4E2D}"])
  }

  @Test func aClusterWiderThanTheLineStandsAlone() {
    let wide = "\u{1F600}"
    #expect(laid(wide + wide, within: 1) == [wide, wide])
    #expect(laid(wide + "  " + wide + " ", within: 1) == [wide, wide])
    #expect(laid(wide + " \u{2028}\u{2028}a", within: 1) == [wide, "", "a"])
  }

  @Test func spacesBehindWhatStandsAloneAreCutAsElsewhere() {
    // Where a line may end before a space, or behind one and not behind the last.
    for text in ["\u{FFFC}\u{3000}\u{2060}a", "a  \u{3000}  !a"] {
      #expect(laid(text, within: 0) == laid(text, within: 1))
    }
  }

  @Test func whatIsNotShownMakesNoLine() {
    // PDF and RLI behind the end of a line have a lower level than it, and part nothing.
    #expect(laid("\u{202B}\u{5D0}\u{2028}\u{202C}\u{2067}") == ["\u{5D0}"])
  }

  @Test func formsStayWhereALineCutsAJoin() {
    #expect(laid("\u{628}\u{628}\u{628}", within: 2) == ["\u{FE92}\u{FE91}", "\u{FE90}"])
  }

  @Test func lamAlefIsMeasuredAsOneColumn() {
    #expect(laid("\u{644}\u{627} \u{644}\u{627}", within: 3).count == 1)
    let apart = LayoutOptions(shapes: false)
    #expect(laid("\u{644}\u{627} \u{644}\u{627}", within: 3, apart).count == 2)
  }

  @Test func linesKnowTheirSource() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("\u{5D0}\u{5D1} cd  e")
    #expect(paragraph.lines(within: 2).map(\.source) == [0..<4, 5..<7, 9..<10])
  }

  @Test func paragraphsEndAtSeparators() {
    var typesetter = Typesetter()
    let paragraphs = typesetter.paragraphs(of: "a\n\u{5D0}\r\nb\r\u{2029}c\u{85}d\u{1C}")
    #expect(paragraphs.map(\.isRightToLeft) == [false, true, false, false, false, false])
    #expect(paragraphs.map(\.columns) == [1, 1, 1, 0, 1, 1])
    #expect(typesetter.paragraphs(of: "").count == 1)
  }

  @Test func aSeparatorInsideAParagraphEndsALine() {
    #expect(laid("a\nb\r\nc") == ["a", "b", "c"])
    #expect(laid("a\u{2028}\u{2028}b\u{2028}") == ["a", "", "b"])
  }

  @Test func truncatedLinesEndInAnEllipsisAtTheirReadingEnd() {
    #expect(truncated("abc def", to: 7) == "abc def")
    #expect(truncated("abc def", to: 6) == "abc d…")
    #expect(truncated("abc def", to: 5) == "abc…")
    #expect(truncated("\u{5D0}\u{5D1}\u{5D2}", to: 2) == "…\u{5D0}")
    #expect(truncated("\u{5D0} abc", to: 4) == "…a \u{5D0}")
    #expect(truncated("abc", to: 1) == "…")
    #expect(truncated("abc", to: 0) == "")
    #expect(truncated("\u{4E2D}\u{6587}", to: 3) == "\u{4E2D}…")
    #expect(truncated("\u{4E2D}\u{6587}", to: 2) == "…")
    #expect(truncated("\u{1F1F5}\u{1F1F8}\u{1F1F5}\u{1F1F8}", to: 2) == "…")
    #expect(truncated("abc\u{2028}d", to: 9) == "abc…")
    #expect(truncated("abc  ", to: 3) == "abc")
    #expect(truncated("", to: 3) == "")
  }

  @Test func anEllipsisBelongsToTheClustersOfItsLine() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("\u{5D0}\u{5D1}\u{5D2}")
    let line = paragraph.line(truncatedTo: 2)
    #expect(line.columns == 2)
    let cells = Array(paragraph.visual(line))
    #expect(cells.map(\.base) == [0x2026, 0x05D0])
    #expect(cells[0].source == 2..<2)
    #expect(cells[0].level == 1)
  }

  @Test func logicalTextHasNoControlsAndNoDroppedMarks() {
    #expect(laid("a\u{202E}b\u{61C}\tc\u{1B}", in: .logical) == ["ab c"])
    #expect(laid("\u{628}\u{64E}\u{200C}\u{628}", in: .logical) == ["\u{628}\u{200C}\u{628}"])
    let options = LayoutOptions(keepsMarks: true)
    #expect(laid("\u{628}\u{64E}", options, in: .logical) == ["\u{628}\u{64E}"])
  }

  @Test(arguments: [
    ("ا\u{0653}و\u{0654}ي\u{0654}ا\u{0655}ا\u{0654}", "آؤئإأ"),
    ("\u{6C1}\u{654}\u{6D2}\u{654}\u{6D5}\u{654}", "\u{6C2}\u{6D3}\u{6C0}"),
    ("ا\u{64E}\u{654}\u{655}", "إ"), ("ب\u{654}ا\u{640}\u{654}", "با\u{640}"),
    ("خانه\u{650}\u{654}\u{654}", "خانه\u{654}"), ("ه\u{200D}\u{654}", "ه\u{200D}"),
    ("漢\u{E0100}b\u{180B}", "漢\u{E0100}b\u{180B}"), ("\u{600}\u{661}", "\u{600}\u{661}"),
    ("\u{1F3F4}\u{E0067}\u{E007F}", "\u{1F3F4}\u{E0067}\u{E007F}"),
  ])
  func logicalTextHasTheMarksOfItsLetters(_ text: String, _ expected: String) {
    // By scalars: Strings that are canonically equivalent are equal.
    let lines = laid(text, in: .logical).map { Array($0.unicodeScalars) }
    #expect(lines == [Array(expected.unicodeScalars)])
  }

  @Test func aLineOfAnotherParagraphIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var typesetter = Typesetter()
      let line = typesetter.paragraph("a long paragraph").lines(within: .unlimited)[0]
      var bytes: [UInt8] = []
      typesetter.paragraph("abc").append(line, in: .logical, to: &bytes)
    }
  }

  @Test func noWidthIsTooSmallOrTooLarge() {
    var typesetter = Typesetter()
    for text in ["سلام عليكم", "a b c"] {
      let paragraph = typesetter.paragraph(text)
      let line = paragraph.lines(within: .unlimited)[0]
      for width in [Int.min, -1, 0, 1, .max] {
        #expect(paragraph.justified(line, to: Columns(width)) == line)
        let start = paragraph.startColumn(of: line, within: Columns(width), indent: Columns(width))
        #expect(start == (text == "a b c" ? Columns(width) : 0))
      }
    }
  }

  @Test func noncharactersAreLeftOut() {
    let noncharacters: [UInt32] = [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF]
    for scalar in noncharacters.compactMap({ Unicode.Scalar($0) }) {
      let text = "a\(scalar)b"
      #expect(laid(text) == ["ab"])
      #expect(laid(text, in: .logical) == ["ab"])
      #expect(clusters(text).map(\.source.lowerBound) == [0, UInt32(text.utf8.count - 1)])
    }
  }

  private func truncated(_ text: String, to width: Columns) -> String {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text)
    let line = paragraph.line(truncatedTo: width)
    #expect(line.columns <= width)
    var visual: [UInt8] = []
    paragraph.append(line, in: .visual, to: &visual)
    let cells = paragraph.visual(line).flatMap { [$0.base] + $0.shownMarks }
    #expect(cells == String(decoding: visual, as: UTF8.self).unicodeScalars.map(\.value))
    return String(decoding: visual, as: UTF8.self)
  }
}
