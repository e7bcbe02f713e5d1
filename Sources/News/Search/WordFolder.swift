/// Takes the words of a text one after the other, folded: letters that are written one for the
/// other become one, marks go, digits are ASCII's.
///
/// A state machine over UTF-8: a word costs no allocation. What is not UTF-8 parts words.
struct WordFolder {
  /// A word that was found.
  struct Word {
    /// Where it stands in the text, in bytes; marks at its end are part of it.
    var range: Range<Int>
    /// Whether ZWNJ stands behind it, so that the next word may be written in one with it.
    var joinsNext = false
    /// How many `+` and `#` stand behind it: `C++`, `F#`.
    var signs = 0
  }

  /// The most bytes of a word that count: what is longer is found by its beginning.
  static let longest = 120

  private let table = FoldingTable.shared
  private var position = 0

  /// Starts at the beginning of a text.
  mutating func begin(at offset: Int = 0) { position = offset }

  /// The next word; its letters are appended to `bytes`. Nil at the end of the text.
  mutating func next(in text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) -> Word? {
    let start = bytes.count
    var word: Word?
    while position < text.count {
      let here = position
      let (scalar, cell) = read(text)
      if cell >= 0x30 || cell == FoldingTable.Cell.itself {
        if bytes.count - start < Self.longest { append(cell, scalar, to: &bytes) }
        extend(&word, from: here)
        continue
      }
      switch cell {
      case FoldingTable.Cell.dropped:
        if word != nil { extend(&word, from: here) }
      case FoldingTable.Cell.hamza:
        guard word != nil else { continue }
        Self.addHamza(to: &bytes, from: start)
        extend(&word, from: here)
      case FoldingTable.Cell.form:
        let letters = PresentationForms.folded(scalar)
        if bytes.count - start < Self.longest { bytes += letters }
        if !letters.isEmpty { extend(&word, from: here) }
      case FoldingTable.Cell.ownWord:
        if let word {
          position = here
          return word
        }
        append(FoldingTable.Cell.itself, scalar, to: &bytes)
        return Word(range: here..<position)
      case FoldingTable.Cell.quote where word != nil && isBetweenHebrew(text, bytes):
        extend(&word, from: here)
      case FoldingTable.Cell.joiner:
        guard var found = word else { continue }
        found.joinsNext = true
        return found
      case FoldingTable.Cell.sign:
        guard var found = word else { continue }
        found.signs = signs(in: text, from: here, behind: bytes)
        position = here + max(1, found.signs)
        return found
      default:
        if let word { return word }
      }
    }
    return word
  }
}

extension WordFolder {
  private mutating func extend(_ word: inout Word?, from start: Int) {
    word = Word(range: (word?.range.lowerBound ?? start)..<position)
  }

  /// The scalar at `position`, which is left behind, and its cell.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> (UInt32, UInt16) {
    let first = text[position]
    if first < 0x80 {
      position += 1
      return (UInt32(first), table.cells[Int(table.blocks[Int(first >> 6)]) << 6 | Int(first & 63)])
    }
    let left = text.count - position
    if first >= 0xC2, first < 0xE0, left >= 2, text[position + 1] & 0xC0 == 0x80 {
      let scalar = UInt32(first & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
      position += 2
      return (scalar, table[scalar])
    }
    if first >= 0xE0, first < 0xF0, left >= 3, text[position + 1] & 0xC0 == 0x80,
      text[position + 2] & 0xC0 == 0x80
    {
      let scalar =
        UInt32(first & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6
        | UInt32(text[position + 2] & 0x3F)
      position += 3
      return (scalar, table[scalar])
    }
    if first >= 0xF0, first < 0xF5, left >= 4,
      (1...3).allSatisfy({ text[position + $0] & 0xC0 == 0x80 })
    {
      let scalar =
        UInt32(first & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12
        | UInt32(text[position + 2] & 0x3F) << 6 | UInt32(text[position + 3] & 0x3F)
      position += 4
      return (scalar, FoldingTable.supplementary(scalar))
    }
    position += 1
    return (0, FoldingTable.Cell.separator)
  }

  private func append(_ cell: UInt16, _ scalar: UInt32, to bytes: inout [UInt8]) {
    if cell < 0x80, cell != FoldingTable.Cell.itself {
      bytes.append(UInt8(truncatingIfNeeded: cell))
    } else if cell >= FoldingTable.Cell.expansion, cell < 0xE000 {
      bytes += table.expansions[Int(cell - FoldingTable.Cell.expansion)]
    } else if cell >= 0x80, cell < 0x800 {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: cell >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: cell & 0x3F))
    } else {
      let value = cell == FoldingTable.Cell.itself ? scalar : UInt32(cell)
      if let spelt = Unicode.Scalar(value) { bytes += UTF8.encode(spelt).map(Array.init) ?? [] }
    }
  }

  /// A hamza behind waw or yeh makes one letter with it, the one that ؤ ئ ء become.
  private static func addHamza(to bytes: inout [UInt8], from start: Int) {
    let last = bytes.count - 2
    guard last >= start, bytes[last] == 0xD9, bytes[last + 1] == 0x88 || bytes[last + 1] == 0x8A
    else { return }
    bytes[last] = 0xD8
    bytes[last + 1] = 0xA1
  }

  /// Whether a quotation mark before `position` stands within a Hebrew word: צה״ל, ג׳ירפה.
  private func isBetweenHebrew(_ text: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes[bytes.count - 2] == 0xD7, position + 1 < text.count else {
      return false
    }
    return text[position] == 0xD7 && 0x90...0xAA ~= text[position + 1]
  }

  /// How many signs stand at `start`, where they end the Latin word that `bytes` ends with.
  private func signs(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, behind bytes: [UInt8]
  ) -> Int {
    guard let letter = bytes.last, 0x61...0x7A ~= letter else { return 0 }
    var end = start
    while end < text.count, text[end] == 0x2B || text[end] == 0x23 { end += 1 }
    if end < text.count, text[end] >= 0x80 || table[UInt32(text[end])] >= 0x30 { return 0 }
    return min(end - start, 3)
  }
}
