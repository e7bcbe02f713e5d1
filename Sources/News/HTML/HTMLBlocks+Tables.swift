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
    var cells = frame.cells.map { joined(blocks[$0], by: " ") }
    while cells.last?.text == "" { cells.removeLast() }
    // Without this two foreign words beside each other would change places.
    if Set(cells.compactMap { Self.direction(of: $0.text) }).count > 1 {
      cells = cells.map { $0.text.isEmpty ? $0 : isolated($0) }
    }
    var row = joined(cells[...], by: " | ")
    row.kind = blocks[frame.start].kind
    row.direction = frame.direction
    blocks.removeSubrange(frame.start...)
    blocks.append(row)
  }

  /// One paragraph of the texts of several blocks, in one line.
  private func joined(_ blocks: ArraySlice<Block>, by separator: String) -> Block {
    var whole = Block(.paragraph, "")
    for (index, block) in zip(blocks.indices, blocks) {
      if index > blocks.startIndex { whole.append(separator) }
      var line = block
      line.text = block.text.replacing("\n", with: " ")
      whole.append(line)
    }
    return whole
  }

  private func isolated(_ cell: Block) -> Block {
    var isolated = Block(.paragraph, "\u{2068}")
    isolated.append(cell)
    isolated.append("\u{2069}")
    return isolated
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
