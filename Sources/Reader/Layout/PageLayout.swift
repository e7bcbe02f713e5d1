import Display
import News
public import TextLayout

/// A page laid out for one width: its lines from top to bottom.
public struct PageLayout: Sendable {
  /// How many columns the text may take.
  let width: Int
  /// The lines, from top to bottom.
  public private(set) var lines: [PageLine] = []

  /// Whether prose is filled to the width.
  private let justifies: Bool

  /// Every paragraph of the page; lines name them by index.
  private var paragraphs: [Paragraph] = []
  /// The text of each block.
  private let texts: [String]

  /// Lays out blocks one below the other.
  init(
    _ blocks: [TextBlock], width: Int, keepsMarks: Bool, shapes: Bool = true,
    justifies: Bool = false, _ typesetter: inout Typesetter
  ) {
    self.width = max(1, width)
    self.justifies = justifies
    texts = blocks.map(\.text)
    for (index, block) in blocks.enumerated() {
      if block.standsApart, index > 0 {
        lines.append(PageLine(place: TextPlace(block: index - 1, offset: .max), style: .body))
      }
      append(
        block, index,
        LayoutOptions(keepsMarks: keepsMarks, shapes: shapes, lineBreaking: .news), &typesetter)
    }
  }

  /// The line that holds a place, else the last before it; 0 in an empty page.
  func line(at place: TextPlace) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a place of an older state of the page is in this one: in the same text, the nearest of its
  /// like; where that went, as far below the nearest text above it that did not.
  func place(of place: TextPlace, in old: PageLayout) -> TextPlace {
    guard place != .start else { return place }
    for block in old.texts.indices.prefix(place.block + 1).reversed() {
      let text = old.texts[block]
      let same = texts.indices.filter { texts[$0] == text }.min {
        abs($0 - block) < abs($1 - block)
      }
      guard let same else { continue }
      return TextPlace(block: same + place.block - block, offset: place.offset)
    }
    return place
  }

  /// Appends a line as UTF-8, without a line end and without spaces at its end.
  ///
  /// In visual order the line is what a screen shows: with `isAligned`, right-to-left text stands
  /// at the right edge of the page's width. In logical order it is the line's source text.
  public func append(
    _ line: PageLine, in order: TextOrder, isAligned: Bool = true, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    switch order {
    case .logical:
      if let marker = line.marker { append(marker, in: order, to: &bytes) }
      if line.marker != nil { bytes.append(UInt8(ascii: " ")) }
      if let text = line.text { append(text, in: order, to: &bytes) }
    case .visual:
      var column = 0
      for (place, part) in parts(of: line) {
        if isAligned || column > 0 {
          bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: place - column))
        }
        append(part, in: order, to: &bytes)
        column = place + part.line.columns.count
      }
    }
    while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  /// Where a page has what is looked for, from its top down.
  func matches(of matcher: SearchMatcher) -> [PageMatch] {
    texts.enumerated().flatMap { block, text in
      matcher.matches(in: text).map { match in
        PageMatch(
          place: TextPlace(block: block, offset: UInt32(match.lowerBound)),
          end: UInt32(match.upperBound))
      }
    }
  }

  /// Draws the lines from `top` on into so many rows from `row` on, the text column in the middle;
  /// what `find` found stands out.
  func draw(
    from top: Int = 0, row: Int, rows: Int, finding find: PageFind? = nil,
    on screen: inout Screen
  ) {
    let origin = (screen.size.columns - width) / 2
    for (index, line) in lines[top...].prefix(rows).enumerated() {
      for (column, part) in parts(of: line) {
        let text = LaidText(paragraphs[part.paragraph], part.line, style: part.style)
        screen.put(text.cells, row: row + index, column: origin + column, direction: text.direction)
      }
      if let find { highlight(find, in: line, row: row + index, origin: origin, on: &screen) }
    }
  }
}

extension PageLayout {
  private mutating func append(
    _ block: TextBlock, _ index: Int, _ options: LayoutOptions, _ typesetter: inout Typesetter
  ) {
    var options = options
    options.direction = block.direction
    var offset: UInt32 = 0
    var isFirst = true
    for piece in block.text.lines {
      let paragraph = typesetter.paragraph(
        piece, options, styles: block.styles.shifted(by: offset))
      let indent = min(block.indent, width - 1)
      paragraphs.append(paragraph)
      let name = paragraphs.count - 1
      for line in paragraph.lines(within: Columns(width - indent)) {
        let place = TextPlace(block: index, offset: offset + line.source.lowerBound)
        var row = PageLine(place: place, style: block.style)
        row.direction = Direction(of: paragraph)
        row.indent = indent
        let line =
          justifies && block.isProse
          ? paragraph.justified(line, to: Columns(width - indent)) : line
        row.text = PageLine.Part(paragraph: name, line: line, style: block.style)
        row.marker = marker(block, isFirst: isFirst, row, options, &typesetter)
        lines.append(row)
        isFirst = false
      }
      offset += UInt32(piece.utf8.count) + 1
    }
  }

  /// A marker reads as the text beside it, so that `12.` stands as `.12` before right-to-left text.
  private mutating func marker(
    _ block: TextBlock, isFirst: Bool, _ row: PageLine, _ options: LayoutOptions,
    _ typesetter: inout Typesetter
  ) -> PageLine.Part? {
    let text: String
    let style: Style
    switch block.marker {
    case .none: return nil
    case .once(let marker, let its): (text, style) = (isFirst ? marker : "", its)
    case .always(let marker, let its): (text, style) = (marker, its)
    }
    guard !text.isEmpty, row.indent > 1 else { return nil }
    var options = options
    options.direction = row.direction.paragraph
    let paragraph = typesetter.paragraph(text, options)
    paragraphs.append(paragraph)
    let line = paragraph.line(truncatedTo: Columns(row.indent - 1))
    return PageLine.Part(paragraph: paragraphs.count - 1, line: line, style: style)
  }

  /// What a line shows, from left to right, and the column each part begins in.
  private func parts(of line: PageLine) -> [(column: Int, part: PageLine.Part)] {
    var parts: [(column: Int, part: PageLine.Part)] = []
    if let marker = line.marker { parts.append((column(of: marker), marker)) }
    if let text = line.text { parts.append((column(of: text, indent: line.indent), text)) }
    return line.direction == .rightToLeft ? parts.reversed() : parts
  }

  /// Shows the matches of a line at their visual place.
  private func highlight(
    _ find: PageFind, in line: PageLine, row: Int, origin: Int, on screen: inout Screen
  ) {
    guard let text = line.text else { return }
    let source = text.line.source
    // Where the line's paragraph begins in its block.
    let start = line.place.offset - source.lowerBound
    let end = TextPlace(block: line.place.block, offset: start + source.upperBound)
    let first = find.matches.firstIndex { $0.ends(behind: line.place) } ?? find.matches.endIndex
    let edge = origin + column(of: text, indent: line.indent)
    for (index, match) in zip(find.matches.indices, find.matches).dropFirst(first) {
      guard match.place < end else { return }
      let range = max(match.place.offset, start) - start..<match.end - start
      let style: Style = index == find.current ? .selectedMatch : .match
      for columns in paragraphs[text.paragraph].columns(of: range, in: text.line) {
        screen.fill(
          row: row, columns: edge + columns.lowerBound.count..<edge + columns.upperBound.count,
          style: style)
      }
    }
  }

  private func column(of part: PageLine.Part, indent: Int = 0) -> Int {
    paragraphs[part.paragraph].startColumn(
      of: part.line, within: Columns(width), indent: Columns(indent)
    ).count
  }

  private func append(_ part: PageLine.Part, in order: TextOrder, to bytes: inout [UInt8]) {
    paragraphs[part.paragraph].append(part.line, in: order, to: &bytes)
  }
}

extension [StyledRange] {
  /// The same in a text that begins later by `offset`, without those that end before it.
  fileprivate func shifted(by offset: UInt32) -> [StyledRange] {
    if offset == 0 { return self }
    return filter { $0.range.upperBound > offset }.map {
      let start = Swift.max($0.range.lowerBound, offset)
      return StyledRange(start - offset..<$0.range.upperBound - offset, style: $0.style)
    }
  }
}

extension String {
  /// The pieces between line feeds, split by bytes: by `Character` that costs more than laying the
  /// pieces out.
  fileprivate var lines: [String] {
    guard utf8.contains(0x0A) else { return [self] }
    return utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
