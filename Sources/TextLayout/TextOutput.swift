import UnicodeData

extension Paragraph {
  /// Appends a line as UTF-8, without padding, trailing spaces or a line end.
  ///
  /// Visual: what a screen shows, from left to right. Logical: the source text of the line, unshaped
  /// and unmirrored, a tab being a space, without controls, bidi controls and the marks that were
  /// dropped; ZWNJ and ZWJ are spelling, and stay. A truncated line ends in its ellipsis.
  public func append(_ line: Line, in order: TextOrder, to bytes: inout [UInt8]) {
    switch order {
    case .visual: appendVisual(line, to: &bytes)
    case .logical:
      appendLogical(line, to: &bytes)
      if line.isTruncated { bytes.appendUTF8(0x2026) }
    }
  }

  private func appendVisual(_ line: Line, to bytes: inout [UInt8]) {
    for cluster in visual(line) {
      bytes.appendUTF8(cluster.base)
      var mark = 0
      while mark < 4 && cluster.marks[mark] != 0 {
        bytes.appendUTF8(cluster.marks[mark])
        mark += 1
      }
    }
  }

  private func appendLogical(_ line: Line, to bytes: inout [UInt8]) {
    let table = ScalarTable.shared
    text.withUnsafeBufferPointer { text in
      let source = UnsafeBufferPointer(
        rebasing: text[Int(line.source.lowerBound)..<Int(line.source.upperBound)])
      var index = 0
      while index < source.count {
        let (scalar, length) =
          source[index] < 0x80 ? (UInt32(source[index]), 1) : decodeScalar(source, at: index)
        index += length
        let properties = table.properties[table[scalar]]
        if scalar == 0x09 {
          bytes.append(0x20)
        } else if !properties.isFormat || isSpelling(scalar) {
          if properties.isDroppedMark && !options.keepsMarks { continue }
          bytes.appendUTF8(scalar)
        }
      }
    }
  }

  /// ZWNJ, ZWJ and variation selectors: they change how a word is written.
  private func isSpelling(_ scalar: UInt32) -> Bool {
    scalar == 0x200C || scalar == 0x200D || (0xFE00...0xFE0F).contains(scalar)
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  mutating func appendUTF8(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      append(UInt8(scalar))
    case ..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(0xF0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
