import TestSupport
import Testing
import TextLayout

/// From a column to the text and back.
@Suite struct ColumnMappingTests {
  // MARK: By hand

  @Test func aRangeOfTheTextIsSeveralOnTheLine() {
    // Logical: a b SP A B SP 1 2 SP c. Visual: ab 12 BA c.
    #expect(columns(of: "b AB 1", in: "ab AB 12 c") == [1..<4, 5..<8])
    #expect(columns(of: "AB 1", in: "ab AB 12 c") == [3..<4, 5..<8])
    #expect(columns(of: "12", in: "ab AB 12 c") == [3..<5])
    #expect(columns(of: "ab AB 12 c", in: "ab AB 12 c") == [0..<10])
    #expect(columns(of: "", in: "ab AB 12 c") == [])
  }

  @Test func aColumnIsAnOffsetIntoTheTextAsGiven() {
    // Two bytes a letter: A at 3, B at 5, 1 at 8, 2 at 9, c at 11.
    #expect(offsets(CapRTL.text("ab AB 12 c")) == [0, 1, 2, 8, 9, 7, 5, 3, 10, 11])
    #expect(offsets(CapRTL.text("AB c")) == [5, 4, 2, 0])
  }

  @Test func beyondTheLineIsNothing() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("abc de")
    let lines = paragraph.lines(within: 4)
    #expect(paragraph.offset(at: 2, in: lines[0]) == 2)
    #expect(paragraph.offset(at: 3, in: lines[0]) == nil)  // The space that was cut.
    #expect(paragraph.offset(at: Columns(-1), in: lines[0]) == nil)
    #expect(paragraph.offset(at: 0, in: lines[1]) == 4)
    #expect(paragraph.columns(of: 0..<6, in: lines[1]) == [0..<2])
    #expect(paragraph.columns(of: 0..<4, in: lines[1]) == [])
    #expect(
      typesetter.paragraph("").lines(within: 4).map { paragraph.offset(at: 0, in: $0) } == [nil])
  }

  @Test func lamAlefIsOneColumnOfTwoLetters() {
    let text = "\u{628}\u{644}\u{627}\u{628}"  // beh, lam, alef, beh
    #expect(offsets(text) == [6, 2, 0])
    #expect(columns(of: 2..<4, in: text) == [1..<2])
    #expect(columns(of: 4..<6, in: text) == [1..<2])
    #expect(columns(of: 4..<7, in: text) == [0..<2])
  }

  @Test func whatIsDroppedBelongsToTheLetterBeforeIt() {
    let text = "\u{628}\u{64E}\u{200F}\u{628}"  // beh, fatha, RLM, beh
    #expect(offsets(text) == [7, 0])
    #expect(columns(of: 2..<4, in: text) == [1..<2])
    #expect(columns(of: 4..<7, in: text) == [1..<2])
    #expect(columns(of: 0..<3, in: "\u{200F}ab") == [])
  }

  @Test func whatIsComposedKeepsTheOffsetsOfTheTextAsGiven() {
    let text = "a\u{627}\u{654}e\u{301}b"  // alef with hamza, e with acute: one letter each
    #expect(offsets(text) == [0, 1, 5, 8])
    #expect(columns(of: 3..<5, in: text) == [1..<2])
    #expect(columns(of: 6..<8, in: text) == [2..<3])
  }

  @Test func aWideClusterHasTwoColumns() {
    let text = "a\u{4E2D}\u{1F1F5}\u{1F1F8}\u{5D0}"
    #expect(offsets(text) == [0, 1, 1, 4, 4, 12])
    #expect(columns(of: 1..<4, in: text) == [1..<3])
    #expect(columns(of: 8..<9, in: text) == [3..<5])
  }

  @Test func anEllipsisIsNotInTheText() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("\u{5D0}\u{5D1}\u{5D2}\u{5D3}")
    let line = paragraph.line(truncatedTo: 3)
    #expect((0..<4).map { paragraph.offset(at: Columns($0), in: line) } == [nil, 2, 0, nil])
    #expect(paragraph.columns(of: 0..<8, in: line) == [1..<3])
  }

  @Test func whatFillsALineBelongsToTheClusterBeforeIt() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("\u{5D0} \u{5D1} \u{5D2}")
    let line = paragraph.justified(paragraph.lines(within: 3)[0], to: 4)
    #expect((0..<4).map { paragraph.offset(at: Columns($0), in: line) } == [3, 2, 2, 0])
    #expect(paragraph.columns(of: 2..<3, in: line) == [1..<3])
  }

  @Test func aTailOfSpacingCharactersHasItsOwnSource() {
    // One grapheme cluster of 20 conjoining consonants: 16 clusters share a source, 4 the next.
    let text = String(repeating: "\u{1100}", count: 20) + "a"
    let offsets = offsets(text)
    #expect(offsets == Array(repeating: 0, count: 32) + Array(repeating: 48, count: 8) + [60])
    #expect(columns(of: 0..<60, in: text) == [0..<40])
  }

  // MARK: Seeded

  @Test func aColumnsOffsetIsShownInThatColumn() throws {
    var random = Random(seed: 30)
    var typesetter = Typesetter()
    for _ in 0..<10_000 {
      let text = RandomText.text(&random)
      let paragraph = typesetter.paragraph(text, RandomText.options(&random))
      let width = Columns(Int.random(in: 0...12, using: &random))
      let lines = paragraph.lines(within: width)
      let cut = [.start, .middle, .end].map { paragraph.line(truncatedTo: width, at: $0) }
      for line in lines + cut + lines.map({ paragraph.justified($0, to: width) }) {
        try #require(isSound(paragraph, line), "\(text.unicodeScalars.map(\.value)) \(width)")
      }
    }
  }

  /// Whether each column of the text leads to an offset that leads back to it, all of the text to all
  /// columns but the ellipsis'.
  private func isSound(_ paragraph: Paragraph, _ line: Line) -> Bool {
    var ofText: [Range<Columns>] = []
    for column in 0..<line.columns.count {
      guard let offset = paragraph.offset(at: Columns(column), in: line) else { continue }
      let back = paragraph.columns(of: offset..<offset + 1, in: line)
      guard line.source.contains(offset), back.filter({ $0.contains(Columns(column)) }).count == 1
      else { return false }
      if ofText.last?.upperBound.count == column {
        ofText[ofText.count - 1] = ofText[ofText.count - 1].lowerBound..<Columns(column + 1)
      } else {
        ofText.append(Columns(column)..<Columns(column + 1))
      }
    }
    let ellipses = paragraph.visual(line).count { $0.source.isEmpty }
    return paragraph.columns(of: line.source, in: line) == ofText
      && ofText.reduce(0) { $0 + $1.upperBound.count - $1.lowerBound.count } + ellipses
        == line.columns.count
      && paragraph.offset(at: line.columns, in: line) == nil
  }
}

extension ColumnMappingTests {
  /// The offset at each column of a text on one line.
  private func offsets(_ text: String) -> [UInt32?] {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text)
    let line = paragraph.lines(within: .unlimited)[0]
    return (0..<line.columns.count).map { paragraph.offset(at: Columns($0), in: line) }
  }

  /// The columns of a part of a text on one line; both spelt in capitals.
  private func columns(of part: String, in spelling: String) -> [Range<Columns>] {
    let text = Array(CapRTL.text(spelling).utf8)
    let part = Array(CapRTL.text(part).utf8)
    let start = text.indices.first { text[$0...].starts(with: part) } ?? text.count
    return columns(
      of: UInt32(start)..<UInt32(start + part.count), in: String(decoding: text, as: UTF8.self))
  }

  private func columns(of range: Range<UInt32>, in text: String) -> [Range<Columns>] {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text)
    return paragraph.columns(of: range, in: paragraph.lines(within: .unlimited)[0])
  }
}
