import Glibc

/// Text as it may go on from here: controls die at this door, bidi controls live.
///
/// Bytes that are given must be UTF-8, as those of a string's text are that was read.
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
    var text = text
    text.withUTF8 { bytes in
      var start = 0  // of the paragraph
      var at = 0
      while at < bytes.count, paragraphs.count <= Block.most {
        let end = lineEnd(bytes, from: at)
        if bytes[at..<end].allSatisfy(isBlank) {
          append(bytes[start..<at], to: &paragraphs)
          start = end
        }
        at = end + 1
      }
      append(bytes[min(start, bytes.count)...], to: &paragraphs)
    }
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
  /// The text of bytes that are known to be UTF-8: the reader of JSON has looked at each of them,
  /// and looking again would be a third of the time from bytes to articles.
  private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(copying: UTF8Span(unchecked: bytes.span))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Appends a paragraph without the white space at its ends, if there is more to it.
  private static func append(
    _ paragraph: Slice<UnsafeBufferPointer<UInt8>>, to paragraphs: inout [String]
  ) {
    guard let first = paragraph.firstIndex(where: { !isBlank($0) }),
      let last = paragraph.lastIndex(where: { !isBlank($0) }), paragraphs.count <= Block.most
    else { return }
    paragraphs.append(string(UnsafeBufferPointer(rebasing: paragraph[first...last])))
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last)
    else { return text }
    let start = text.utf8.firstIndex { !isBlank($0) } ?? text.endIndex
    let end = text.utf8.lastIndex { !isBlank($0) }.map { text.utf8.index(after: $0) } ?? start
    return String(text[start..<end])
  }

  private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>, lines: Bool) -> String {
    var end = careful(bytes, from: 0)
    guard end < bytes.count else { return string(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var start = 0
    while true {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      guard end < bytes.count else { return text.withUnsafeBufferPointer(string) }
      let (size, fate) = care(bytes, end, lines: lines)
      start = end + size
      switch fate {
      case .itself: text.append(contentsOf: bytes[end..<start])
      case .lineEnd where lines: text.append(0x0A)
      case .lineEnd:
        while text.last == 0x20 { text.removeLast() }
        text.append(0x20)
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      case .nothing: break
      }
      end = careful(bytes, from: start)
    }
  }

  private enum Fate { case itself, lineEnd, nothing }

  /// The next byte that may begin a control or a line end; the end where there is none.
  private static func careful(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    @inline(__always) func mayNeedCare(_ byte: UInt8) -> Bool {
      byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }
    guard let base = bytes.baseAddress else { return bytes.count }
    var at = start
    // Whole pieces first: a loop without a way out in it is done many bytes at a time.
    while at + 32 <= bytes.count {
      var found = false
      for offset in 0..<32 { found = found || mayNeedCare(base[at + offset]) }
      if found { break }
      at += 32
    }
    while at < bytes.count, !mayNeedCare(base[at]) { at += 1 }
    return at
  }

  /// What becomes of the scalar at `at`, and how many bytes it has, or some of them.
  private static func care(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, lines: Bool)
    -> (size: Int, Fate)
  {
    func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
    switch bytes[at] {
    case 0x0A: return (1, lines ? .itself : .lineEnd)
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
