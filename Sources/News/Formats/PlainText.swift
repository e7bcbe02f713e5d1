/// Text as it may go on from here: controls die at this door, bidi controls live.
enum PlainText {
  /// A field of one line: line ends and tabs become a space, spaces at both ends go.
  static func line(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = cleaned(bytes, lines: false)
    return trimmed(text)
  }

  /// A text of several lines: LF and TAB stay, other line ends become LF.
  static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    cleaned(bytes, lines: true)
  }

  /// A field of one line.
  static func line(_ text: String) -> String {
    var text = text
    return text.withUTF8 { line($0) }
  }

  /// A text of several lines.
  static func lines(_ text: String) -> String {
    var text = text
    return text.withUTF8 { lines($0) }
  }

  /// The paragraphs of a text: what blank lines part; at most one more than a body has blocks.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty, paragraphs.count <= Block.most {
      let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[..<end]
      rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : ""
      if line.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(trimmed(lines.joined(separator: "\n")))
        lines = []
      }
    }
    if !lines.isEmpty { paragraphs.append(trimmed(lines.joined(separator: "\n"))) }
    return paragraphs
  }

  /// The first words of a text, at most about `count` letters, cut between words where possible.
  static func beginning(of text: String, count: Int = 80) -> String {
    let line = line(text)
    guard let end = line.index(line.startIndex, offsetBy: count, limitedBy: line.endIndex),
      end < line.endIndex
    else { return line }
    let head = line[..<end]
    let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return words + "…"
  }
}

extension PlainText {
  private static func trimmed(_ text: String) -> String {
    let space: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard let first = text.utf8.first, let last = text.utf8.last, space(first) || space(last)
    else { return text }
    let start = text.utf8.firstIndex { !space($0) } ?? text.endIndex
    let end = text.utf8.lastIndex { !space($0) }.map { text.utf8.index(after: $0) } ?? start
    return String(text[start..<end])
  }

  private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>, lines: Bool) -> String {
    guard let first = bytes.indices.first(where: { mayNeedCare(bytes, $0) }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = Array(bytes[..<first])
    text.reserveCapacity(bytes.count)
    var at = first
    while at < bytes.count {
      let byte = bytes[at]
      let (size, becomes) = care(bytes, at, lines: lines)
      switch becomes {
      case .itself: text.append(byte)
      case .lineEnd where lines: text.append(0x0A)
      case .lineEnd:
        while text.last == 0x20 { text.removeLast() }
        text.append(0x20)
        at += size
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        continue
      case .nothing: break
      }
      at += size
    }
    return String(decoding: text, as: UTF8.self)
  }

  private enum Fate { case itself, lineEnd, nothing }

  @inline(__always)
  private static func mayNeedCare(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// What becomes of the scalar at `at`, and how many bytes that is; other scalars go byte by byte.
  private static func care(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, lines: Bool)
    -> (size: Int, Fate)
  {
    func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
    switch bytes[at] {
    case 0x0A: return (1, .lineEnd)
    case 0x0D: return (next(1) == 0x0A ? 2 : 1, .lineEnd)
    case 0x09: return (1, lines ? .itself : .lineEnd)
    case 0x0B, 0x0C: return (1, .lineEnd)
    case 0..<0x20, 0x7F: return (1, .nothing)
    case 0xC2 where next(1) == 0x85: return (2, .lineEnd)
    case 0xC2 where next(1) < 0xA0: return (2, .nothing)
    case 0xE2 where next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9): return (3, .lineEnd)
    default: return (1, .itself)
    }
  }
}
