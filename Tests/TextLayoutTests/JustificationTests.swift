import TestSupport
import Testing

@testable import TextLayout

/// Capitals stand for right-to-left letters (`CapRTL`).
@Suite struct JustificationTests {
  @Test func spacesFillLinesEvenlyButForTheLast() {
    #expect(justified("ab cd ef ghijklm", 10) == ["ab  cd  ef", "ghijklm"])
    #expect(justified("ab cd ef ghijklm", 9) == ["ab cd  ef", "ghijklm"])
    #expect(justified("AB CD EF GHIJKLM", 10) == ["FE  DC  BA", "MLKJIHG"])
    #expect(justified("AB cd EF GHIJKLM", 10) == ["FE  cd  BA", "MLKJIHG"])
    #expect(justified("ab  cd ef ghijklm", 11) == ["ab   cd  ef", "ghijklm"])
    #expect(justified("ab cd ef_nghijklm", 10) == ["ab cd ef", "ghijklm"])
    #expect(justified("  ab cd ghijklm", 10) == ["  ab    cd", "ghijklm"])
  }

  @Test func whatCanNotBeFilledOrLacksTooMuchStays() {
    #expect(justified("abcdefg hijklmnop", 9) == ["abcdefg", "hijklmnop"])
    #expect(justified("ab cd efghijklm", 9) == ["ab cd", "efghijklm"])
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("ab cd ef ghijklm")
    let truncated = paragraph.line(truncatedTo: 9)
    #expect(paragraph.justified(truncated, to: 10) == truncated)
    let line = paragraph.lines(within: 10)[0]
    #expect(paragraph.justified(paragraph.justified(line, to: 10), to: 11).columns == 10)
    #expect(paragraph.justified(line, to: 8) == line)
  }

  /// Whole words, a tatweel where `_` stands in the golden; then a word that does not fit.
  @Test(arguments: [
    // Behind a tatweel of one's own, else behind seen and sad.
    ("بـبسبد", "بـ_بسبد"), ("بسبد", "بس_بد"), ("بصبه", "بص_به"),
    // Before heh, teh marbuta and dal where they end what joins, then alef, lam, kaf.
    ("بببد", "ببب_د"), ("بببة", "ببب_ة"), ("بلبه", "بلب_ه"), ("بهبل", "بهب_ل"), ("ببابب", "بب_ابب"),
    ("ببك", "بب_ك"),
    // Of equals the last; before lam-alef, never in it.
    ("ببب", "بب_ب"), ("ببلا", "بب_لا"), ("لابب", "لاب_ب"),
    // A letter without forms joins all the same.
    ("بښب", "بښ_ب"), ("ببە", "بب_ە"),
  ])
  func tatweelsStandWhereCalligraphersPutThem(word: String, golden: String) {
    let width = clusters(word).count + 1
    let line = justifiedLines(word + " " + String(repeating: "ا", count: width), width)[0]
    #expect(line == shown(golden.replacing("_", with: "ـ")))
  }

  @Test(arguments: [
    "ادار", "123", "ا ب", "ب\u{200C}ب",
    // A tatweel and a letter without forms look the same, whatever parts them from their neighbours.
    "ښ\u{200C}ـ", "ـ\u{200C}ښ", "ب\u{200D}\u{200C}ـ", "ښ\u{2067}\u{2069}ـ", "ښ\u{1B}ـ",
    "ښ\u{6DD}ـ",
    // Nor does a tatweel stand where a spacing mark does.
    "ب\u{6CC}\u{93F}",
  ])
  func lettersThatDoNotJoinAreNotParted(word: String) {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(word + " " + String(repeating: "ا", count: 9))
    let line = paragraph.lines(within: Columns(clusters(word).count + 1))[0]
    let filled = paragraph.justified(line, to: Columns(line.columns.count + 1))
    let ownTatweels = word.unicodeScalars.count { $0 == "\u{640}" }
    #expect(paragraph.visual(filled).count { $0.base == 0x640 } == ownTatweels)
  }

  @Test func aSpaceWithASpacingMarkIsNoGap() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("ab \u{93F}c d efghijk")
    let line = paragraph.justified(paragraph.lines(within: 8)[0], to: 9)
    #expect(
      paragraph.visual(line).map(\.base) == [0x61, 0x62, 0x20, 0x93F, 0x63, 0x20, 0x20, 0x20, 0x64])
  }

  @Test func aWordTakesOnePlaceAndThePlacesTheSameUntilSpacesHelp() {
    let text = "بسب ببد ببب ااااااااااااااااا"
    #expect(justifiedLines(text, 12)[0] == shown("بسـب ببد ببب"))
    #expect(justifiedLines(text, 13)[0] == shown("بسـب ببـد ببب"))
    #expect(justifiedLines(text, 14)[0] == shown("بسـب ببـد ببـب"))
    #expect(justifiedLines(text, 16)[0] == shown("بســب ببــد ببـب"))
    let one = "بسب abc abc abcdefghijklm"
    #expect(justifiedLines(one, 15)[0] == shown("بســـب abc  abc"))
    #expect(justifiedLines(one, 16)[0] == shown("بســـب  abc  abc"))
  }

  @Test func nothingIsTatweelledWithoutForms() {
    let text = "بسب ببد ااااااااا"
    let plain = LayoutOptions(shapes: false)
    #expect(justifiedLines(text, 9, plain)[0] == shown("بسب   ببد", plain))
  }

  @Test func whatFillsALineBelongsToTheClusterBefore() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("بَسب ببب اااااااااا", LayoutOptions(keepsMarks: true))
    let line = paragraph.justified(paragraph.lines(within: 9)[0], to: 9)
    let cells = Array(paragraph.visual(line))
    #expect(cells.map(\.base).filter { $0 == 0x640 }.count == 2)
    let first = cells.lastIndex { $0.base == 0x640 } ?? 0
    #expect(cells[first].source == cells[first + 1].source)
    #expect(cells[first].level == 1 && cells[first].shownMarks.isEmpty)
    var logical: [UInt8] = []
    paragraph.append(line, in: .logical, to: &logical)
    #expect(String(decoding: logical, as: UTF8.self) == "بَسب ببب")
    #expect(paragraph.offset(at: Columns(first), in: line) == cells[first].source.lowerBound)
  }

  @Test func aJustifiedLineIsItsLineFilled() throws {
    var random = Random(seed: 43)
    var typesetter = Typesetter()
    var filledLines = 0
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      let paragraph = typesetter.paragraph(text, RandomText.options(&random))
      let width = Columns(Int.random(in: 1...30, using: &random))
      for line in paragraph.lines(within: width) {
        let filled = paragraph.justified(line, to: width)
        let cells = Array(paragraph.visual(filled))
        let columns = cells.reduce(0) { $0 + Int($1.columns) }
        var rest = paragraph.visual(line).map { ($0.base, $0.source) }[...]
        for cell in cells {
          if let next = rest.first, next == (cell.base, cell.source) {
            rest.removeFirst()
          } else {
            try #require(cell.base == 0x640 || cell.base == 0x20)
          }
        }
        try #require(
          rest.isEmpty && columns == filled.columns.count
            && (filled == line || filled.columns == width) && filled.source == line.source,
          "\(text.unicodeScalars.map(\.value)) \(width)")
        filledLines += filled == line ? 0 : 1
        var written: [UInt8] = []
        paragraph.append(filled, in: .visual, to: &written)
        var scalars = cells.flatMap { [$0.base] + $0.shownMarks }
        while scalars.last == 0x20 { scalars.removeLast() }
        try #require(
          String(decoding: written, as: UTF8.self).unicodeScalars.map(\.value) == scalars)
      }
      if let last = paragraph.lines(within: width).last {
        try #require(paragraph.justified(last, to: width) == last)
      }
    }
    #expect(filledLines > 10_000)
  }

  @Test func aLineStandsAtItsReadingEdge() {
    var typesetter = Typesetter()
    let left = typesetter.paragraph("abc")
    let right = typesetter.paragraph(CapRTL.text("ABC"))
    let lines = (left.lines(within: 9)[0], right.lines(within: 9)[0])
    #expect(left.startColumn(of: lines.0, within: 10) == 0)
    #expect(left.startColumn(of: lines.0, within: 10, indent: 3) == 3)
    #expect(right.startColumn(of: lines.1, within: 10) == 7)
    #expect(right.startColumn(of: lines.1, within: 10, indent: 3) == 4)
    #expect(right.startColumn(of: lines.1, within: 2, indent: 1) == 0)
  }

  private func justifiedLines(
    _ text: String, _ width: Int, _ options: LayoutOptions = LayoutOptions()
  ) -> [String] {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text, options)
    return paragraph.lines(within: Columns(width)).map { line in
      var bytes: [UInt8] = []
      paragraph.append(paragraph.justified(line, to: Columns(width)), in: .visual, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func justified(_ text: String, _ width: Int) -> [String] {
    justifiedLines(CapRTL.text(text), width).map(CapRTL.spelling(of:))
  }

  /// Words that join and words of anything.
  private static func text(_ random: inout Random) -> String {
    let words = [
      "بسب", "محمد", "لا", "في", "abc", "a", "12", "بـب", "صَبَّ", "بښب", "كتاب", "\u{5D0}\u{5D1}",
    ]
    return (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
      Int.random(in: 0..<9, using: &random) == 0
        ? RandomText.text(&random) : words.randomElement(using: &random)
    }.joined(separator: " ")
  }
}
