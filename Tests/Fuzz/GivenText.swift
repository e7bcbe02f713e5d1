import UnicodeData

/// A text decoded by the standard library's own decoder, with what the tables say of its scalars: what
/// lines are held against. Its memory is used again.
struct GivenText {
  /// U+FFFD, once for each maximal subpart, where the bytes are no UTF-8.
  private(set) var scalars: [UInt32] = []
  private(set) var properties: [ScalarProperties] = []
  /// Where each begins, and one more: where the text ends.
  private(set) var offsets: [UInt32] = []
  private let table = ScalarTable.shared

  mutating func decode(_ bytes: [UInt8]) {
    scalars.removeAll(keepingCapacity: true)
    properties.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var offset: UInt32 = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &source) {
      case .valid(let encoded):
        add(Unicode.UTF8.decode(encoded).value, at: offset)
        offset += UInt32(encoded.count)
      case .error(let length):
        add(0xFFFD, at: offset)
        offset += UInt32(length)
      case .emptyInput:
        offsets.append(offset)
        return
      }
    }
  }

  private mutating func add(_ scalar: UInt32, at offset: UInt32) {
    scalars.append(scalar)
    properties.append(table.properties(of: scalar))
    offsets.append(offset)
  }
}

extension GivenText {
  /// Whether a scalar ends a line wherever it stands; CR before LF does not, nor does it where marks
  /// are dropped that stood between them.
  func endsLine(at place: Int, keepingMarks: Bool) -> Bool {
    switch scalars[place] {
    case 0x0D:
      var next = place + 1
      while !keepingMarks && next < scalars.count && properties[next].isDroppedMark { next += 1 }
      return next == scalars.count || scalars[next] != 0x0A
    case 0x0A...0x0C, 0x1C...0x1E, 0x85, 0x2028, 0x2029: return true
    default: return false
    }
  }

  /// Whether a scalar may stand in a text and nowhere on a line: a space or the end of a line, a
  /// format character, a mark that is dropped, a skin tone, a keycap.
  func mayBeUnseen(at place: Int) -> Bool {
    isSpace(at: place) || isNeverSeen(at: place)
  }

  /// The same without what is a space where it is not cut.
  func isNeverSeen(at place: Int) -> Bool {
    let own = properties[place]
    if scalars[place] == 0x09 { return false }
    return own.isFormat || own.isDroppedMark || own.lineBreakClass == .em
      || scalars[place] == 0x20E3
  }

  func isSpace(at place: Int) -> Bool {
    scalars[place] == 0x09 || properties[place].bidiClass == .ws
  }
}
