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
    let letters = UnsafeRawPointer(text.utf8Start)
    let target = UnsafeMutableRawPointer(bytes)
    let whole = count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      let word = letters.loadUnaligned(fromByteOffset: 2 * start, as: UInt64.self)
      let joined = Self.joined(UInt64(littleEndian: word))
      target.storeBytes(of: joined.littleEndian, toByteOffset: start, as: UInt32.self)
    }
    for index in whole..<count {
      let high = letters.load(fromByteOffset: 2 * index, as: UInt8.self) &- 97
      let low = letters.load(fromByteOffset: 2 * index + 1, as: UInt8.self) &- 97
      bytes[index] = high << 4 | low
    }
  }

  /// Eight letters, the first in the lowest byte, as the four bytes they stand for.
  private static func joined(_ letters: UInt64) -> UInt32 {
    let halves = letters &- 0x6161_6161_6161_6161
    let bytes = (halves << 4 | halves >> 8) & 0x00FF_00FF_00FF_00FF
    let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: pairs | pairs >> 16)
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
