/// Reads what `ByteWriter` wrote; what is not as it must be is an error, never a trap.
struct ByteReader {
  /// The bytes end too early, or say what can't be.
  struct Damaged: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  /// Whether texts may be packed, as `ByteWriter` writes them now.
  var arePacked = true

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
    let (stored, isPacked) = try storedText()
    guard isPacked else { return String(decoding: stored, as: UTF8.self) }
    let most = TextPacking.mostBytes(of: stored.count)
    var isDamaged = false
    let text = String(unsafeUninitializedCapacity: most) { buffer in
      do throws(Damaged) {
        return try TextPacking.unpack(stored, to: buffer)
      } catch {
        isDamaged = true
        return 0
      }
    }
    if isDamaged { throw Damaged() }
    return text
  }

  /// Hands on a text as UTF-8, which is there only so long.
  mutating func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(Damaged) {
    let (stored, isPacked) = try storedText()
    guard isPacked else { return body(stored) }
    let most = TextPacking.mostBytes(of: stored.count)
    let isWhole = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { buffer in
      guard let count = try? TextPacking.unpack(stored, to: buffer) else { return false }
      body(UnsafeBufferPointer(rebasing: buffer[..<count]))
      return true
    }
    if !isWhole { throw Damaged() }
  }

  /// A text is left out.
  mutating func skipText() throws(Damaged) { _ = try storedText() }

  /// The bytes of a text where they stand, and whether they are packed.
  private mutating func storedText() throws(Damaged) -> (UnsafeBufferPointer<UInt8>, Bool) {
    let number = try unsigned()
    let count = arePacked ? number >> 1 : number
    guard count <= UInt64(bytes.count - position) else { throw Damaged() }
    defer { position += Int(count) }
    let stored = UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(count)])
    return (stored.assumingMemoryBound(to: UInt8.self), arePacked && number & 1 == 1)
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
