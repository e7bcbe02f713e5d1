import Glibc
import TextLayout
import UnicodeData

/// Lays inputs out and ends the program where the lines are not what lines have to be.
struct LayoutTest {
  private var typesetter = Typesetter()
  private var count = 0
  private let table = ScalarTable.shared

  mutating func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let input = FuzzInput(bytes) else { return }
    count += 1
    let paragraph = input.text.withUnsafeBufferPointer {
      typesetter.paragraph(utf8: $0, input.options)
    }
    let lines = paragraph.lines(within: input.width)
    check(lines, of: paragraph, input)
    checkWhole(paragraph, input)
    checkTruncated(paragraph, input.width)
    require(paragraph.lines(within: input.width) == lines, "wrapping again is wrapping afresh")
    if count % 64 == 0 { checkAfresh(lines, input) }
  }

  /// What was laid out before does not matter.
  private func checkAfresh(_ lines: [Line], _ input: FuzzInput) {
    var fresh = Typesetter()
    let paragraph = input.text.withUnsafeBufferPointer {
      fresh.paragraph(utf8: $0, input.options)
    }
    require(paragraph.lines(within: input.width) == lines, "a used typesetter is as good as new")
  }

  private func checkTruncated(_ paragraph: Paragraph, _ width: Columns) {
    let line = paragraph.line(truncatedTo: width)
    require(line.columns <= width, "a truncated line is no wider than it may be")
    require(columns(of: paragraph.visual(line)) == line.columns.count, "columns are counted")
  }

  private func checkWhole(_ paragraph: Paragraph, _ input: FuzzInput) {
    let lines = paragraph.lines(within: .unlimited)
    require(
      lines.map(\.columns).max() == paragraph.columns, "a paragraph is as wide as its widest line")
    require(paragraph.lines(within: paragraph.columns).count == lines.count, "its width is enough")
  }
}

// MARK: Lines

extension LayoutTest {
  private func check(_ lines: [Line], of paragraph: Paragraph, _ input: FuzzInput) {
    require(!lines.isEmpty, "a paragraph has a line")
    var end: UInt32 = 0
    for line in lines {
      require(isCut(input, end..<line.source.lowerBound), "spaces alone are cut between lines")
      end = line.source.upperBound
      check(line, of: paragraph, input)
    }
    require(isCut(input, end..<UInt32(input.text.count)), "spaces alone are cut at the end")
  }

  private func check(_ line: Line, of paragraph: Paragraph, _ input: FuzzInput) {
    var sources: Set<UInt32> = []
    var shown: [UInt8] = []
    var cells = 0
    for cell in paragraph.visual(line) {
      cells += Int(cell.columns)
      sources.insert(cell.source.lowerBound)
      require(1...2 ~= cell.columns, "a cell takes one column or two")
      require(!table.properties(of: cell.base).isFormat, "no control is in a cell")
      require(line.source.contains(cell.source.lowerBound), "a cell comes from its line")
      append(cell.base, to: &shown)
      for place in 0..<4 where cell.marks[place] != 0 { append(cell.marks[place], to: &shown) }
    }
    require(cells == line.columns.count, "a line's columns are those of its cells")
    require(
      line.columns <= input.width || sources.count == 1, "no line but of one cluster is too wide")
    while shown.last == 0x20 { shown.removeLast() }
    var written: [UInt8] = []
    paragraph.append(line, in: .visual, to: &written)
    require(written == shown, "what is written is what the cells show")
    paragraph.append(line, in: .logical, to: &written)
  }

  private func columns(of cells: VisualClusters) -> Int {
    cells.reduce(0) { $0 + Int($1.columns) }
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar), let code = UTF8.encode(scalar) else {
      return require(false, "a cell holds scalars")
    }
    bytes += code
  }

  /// Whether a part of the text shows nothing but spaces.
  private func isCut(_ input: FuzzInput, _ range: Range<UInt32>) -> Bool {
    if range.isEmpty { return true }
    return String(
      decoding: input.text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self
    )
    .unicodeScalars.allSatisfy { scalar in
      let own = table.properties(of: scalar.value)
      return own.bidiClass == .ws || own.isFormat || own.isDroppedMark
        || own.lineBreakClass == .em || scalar == "\u{20E3}"
    }
  }

  private func require(_ holds: Bool, _ sentence: StaticString) {
    if holds { return }
    let said = Array("It does not hold that \(sentence).\n".utf8)
    write(STDERR_FILENO, said, said.count)
    abort()
  }
}
