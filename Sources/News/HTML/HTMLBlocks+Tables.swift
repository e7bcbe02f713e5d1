// Tables: a row is one paragraph, its cells parted by bars.

extension HTMLBlocks {
  /// A cell with more text than this, in scalars, is part of a page's layout and no entry of a table.
  private static let longestCell = 240

  mutating func endCell(_ frame: Frame) {
    guard let row = frames.lastIndex(where: { $0.element == .row }) else { return }
    frames[row].cells.append(frame.start..<blocks.count)
  }

  /// Joins the cells of a row, unless they hold what a cell does not: long texts, headings,
  /// pictures. Then the table only arranges a page, and its blocks stand as they are.
  mutating func endRow(_ frame: Frame) {
    guard frame.cells.count > 1, frame.start < blocks.count,
      frame.cells.allSatisfy({ isEntry(blocks[$0]) })
    else { return }
    var cells = frame.cells.map { range in
      blocks[range].map { $0.text.split(separator: "\n").joined(separator: " ") }
        .joined(separator: " ")
    }
    while cells.last == "" { cells.removeLast() }
    // Without this two foreign words beside each other would change places.
    if Set(cells.compactMap { Self.direction(of: $0) }).count > 1 {
      cells = cells.map { $0.isEmpty ? $0 : "\u{2068}\($0)\u{2069}" }
    }
    let kind = blocks[frame.start].kind
    blocks.removeSubrange(frame.start...)
    blocks.append(Block(kind, cells.joined(separator: " | "), direction: frame.direction))
  }

  private func isEntry(_ cell: ArraySlice<Block>) -> Bool {
    var size = 0
    for block in cell {
      switch block.kind {
      case .paragraph, .item, .quote: size += block.text.unicodeScalars.count
      case .heading, .preformatted, .figure: return false
      }
    }
    return size <= Self.longestCell
  }

  /// The direction of the first letter, roughly: by its block of Unicode.
  private static func direction(of text: String) -> WritingDirection? {
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: return .rightToLeft
      default: return .leftToRight
      }
    }
    return nil
  }
}
