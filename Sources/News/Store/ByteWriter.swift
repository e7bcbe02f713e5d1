/// Writes values as bytes: numbers in groups of 7 bits, texts with their count before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var packed: [UInt8] = []

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small negative numbers stay short: the sign is the lowest bit.
  mutating func write(_ number: Int64) {
    write(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  /// A text, packed where that is shorter: twice its bytes' count, and one more where they are.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { text in
      packed.removeAll(keepingCapacity: true)
      let isPacked = TextPacking.pack(text, to: &packed)
      write(UInt64(isPacked ? packed.count : text.count) << 1 | (isPacked ? 1 : 0))
      if isPacked { bytes.append(contentsOf: packed) } else { bytes.append(contentsOf: text) }
    }
  }

  mutating func write<T>(_ value: T?, _ write: (inout ByteWriter, T) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  mutating func write(_ number: Int?) { write(number) { $0.write(Int64($1)) } }
}
