/// Reads what `ByteWriter` wrote; what is not as it must be is an error, never a trap.
struct ByteReader {
  /// The bytes end too early, or say what can't be.
  struct Damaged: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func byte() throws(Damaged) -> UInt8 {
    guard position < bytes.count else { throw Damaged() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func unsigned() throws(Damaged) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw Damaged() }
      number |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  mutating func signed() throws(Damaged) -> Int64 {
    let number = try unsigned()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// A number of elements, each of at least one byte.
  mutating func count() throws(Damaged) -> Int {
    let count = try unsigned()
    guard count <= UInt64(bytes.count - position) else { throw Damaged() }
    return Int(count)
  }

  mutating func text() throws(Damaged) -> String {
    String(decoding: try utf8(), as: UTF8.self)
  }

  /// A text where it stands; only as long as the bytes are there.
  mutating func utf8() throws(Damaged) -> UnsafeBufferPointer<UInt8> {
    let count = try count()
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
      .assumingMemoryBound(to: UInt8.self)
  }

  mutating func optional<T>(
    _ read: (inout ByteReader) throws(Damaged) -> T
  ) throws(Damaged) -> T? {
    try byte() == 0 ? nil : read(&self)
  }

  mutating func optionalText() throws(Damaged) -> String? {
    try optional { reader throws(Damaged) in try reader.text() }
  }

  mutating func optionalInt() throws(Damaged) -> Int? {
    try optional { reader throws(Damaged) in Int(truncatingIfNeeded: try reader.signed()) }
  }

  mutating func array<T>(
    of read: (inout ByteReader) throws(Damaged) -> T
  ) throws(Damaged) -> [T] {
    let count = try count()
    var array: [T] = []
    array.reserveCapacity(count)
    for _ in 0..<count { array.append(try read(&self)) }
    return array
  }
}
