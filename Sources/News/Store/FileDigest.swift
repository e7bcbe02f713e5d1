import Foundation

/// What tells the bytes of a file from others, as they come: 128 bits of two multiplications a
/// sixteen bytes.
///
/// Not for keys: whoever makes two files of one digest only hides his own change from himself.
struct FileDigest {
  /// How many bytes were taken in.
  private(set) var count = 0
  private var a: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var b: UInt64 = 0xd1b5_4a32_d192_ed03
  private var rest: [UInt8] = []

  /// Takes in the bytes that stand at `offset`, as far as they are the next ones.
  mutating func take(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard offset <= count, offset + bytes.count > count else { return }
    let new = UnsafeRawBufferPointer(rebasing: bytes[(count - offset)...])
    count += new.count
    var at = 0
    if !rest.isEmpty {
      at = min(16 - rest.count, new.count)
      rest.append(contentsOf: new[..<at])
      guard rest.count == 16 else { return }
      rest.withUnsafeBytes { mix($0, 0) }
      rest.removeAll(keepingCapacity: true)
    }
    while at + 16 <= new.count {
      mix(new, at)
      at += 16
    }
    rest.append(contentsOf: new[at...])
  }

  /// The digest of all that was taken in.
  var value: Data {
    var last = self
    last.rest.append(contentsOf: repeatElement(0, count: 16 - rest.count))
    last.rest.withUnsafeBytes { last.mix($0, 0) }
    last.a ^= UInt64(count)
    for _ in 0..<2 {
      withUnsafeBytes(of: (UInt64(count), last.b)) { last.mix($0, 0) }
    }
    return withUnsafeBytes(of: (last.a.bigEndian, last.b.bigEndian)) { Data($0) }
  }

  /// The digest of these bytes.
  static func value(of bytes: UnsafeRawBufferPointer) -> Data {
    var digest = FileDigest()
    digest.take(bytes, at: 0)
    return digest.value
  }

  @inline(__always)
  private mutating func mix(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
    let first = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let second = bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
    let left = (a ^ first).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    let right = (b ^ second).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    a = left.high ^ left.low &+ second
    b = right.high ^ right.low &+ first
  }
}
