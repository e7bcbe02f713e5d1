/// Bytes written as letters in a static string, two a byte from `a` (0) to `p` (15), high half first:
/// a literal of that kind compiles in no time and costs nothing until it is read.
struct EncodedBytes {
  private let text: StaticString

  init(_ text: StaticString) {
    self.text = text
  }

  /// How many bytes are encoded.
  var count: Int { text.utf8CodeUnitCount / 2 }

  /// Writes `count` bytes from `bytes` on.
  func decode(into bytes: UnsafeMutablePointer<UInt8>) {
    let letters = text.utf8Start
    for index in 0..<count {
      bytes[index] = (letters[2 * index] &- 97) << 4 | (letters[2 * index + 1] &- 97)
    }
  }

  /// The bytes.
  func bytes() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      guard let start = buffer.baseAddress else { return }
      decode(into: start)
      used = count
    }
  }

  /// The bytes read as numbers of `size` bytes each, the lowest first.
  func numbers(ofSize size: Int) -> [UInt32] {
    let bytes = bytes()
    return (0..<bytes.count / size).map { index in
      (0..<size).reduce(0) { $0 | UInt32(bytes[index * size + $1]) << UInt32(8 * $1) }
    }
  }
}
