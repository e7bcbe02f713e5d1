import Glibc

/// Tags that nobody writes in earnest: the parser compares each attribute of a tag with all before
/// it, and 200,000 of them would take it half a minute.
enum HTMLTagLimit {
  /// The most attributes of one tag.
  static let mostAttributes = 5_000

  /// Where the first tag with more of them begins; the end where there is none.
  static func end(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var at = 0
    while let found = memchr(base + at, Int32(UInt8(ascii: "<")), bytes.count - at) {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      at = start + 1
      guard at < bytes.count, isLetter(bytes[at]) else { continue }
      skip(&at, in: bytes) { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      var attributes = 0
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
        if isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
          at += 1
          continue
        }
        attributes += 1
        if attributes > mostAttributes { return start }
        skipAttribute(&at, in: bytes)
      }
    }
    return bytes.count
  }

  private static func skipAttribute(_ at: inout Int, in bytes: UnsafeBufferPointer<UInt8>) {
    skip(&at, in: bytes) { byte in
      !isBlank(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "/")
    }
    skip(&at, in: bytes, while: isBlank)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return }
    at += 1
    skip(&at, in: bytes, while: isBlank)
    guard at < bytes.count else { return }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      skip(&at, in: bytes) { $0 != quote }
      at = min(at + 1, bytes.count)
    } else {
      skip(&at, in: bytes) { !isBlank($0) && $0 != UInt8(ascii: ">") }
    }
  }

  private static func skip(
    _ at: inout Int, in bytes: UnsafeBufferPointer<UInt8>, while isPart: (UInt8) -> Bool
  ) {
    while at < bytes.count, isPart(bytes[at]) { at += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
