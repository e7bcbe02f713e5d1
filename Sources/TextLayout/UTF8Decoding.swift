import UnicodeData

extension ScalarText {
  /// Takes over a text in UTF-8, and looks up the class of each of its scalars.
  ///
  /// What is no UTF-8 becomes U+FFFD, once for each maximal subpart (the Unicode Standard, 3.9).
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    var index = 0
    var filled = 0
    var flags: UInt32 = 0
    while index < bytes.count {
      offsets[filled] = UInt32(truncatingIfNeeded: index)
      let scalar: UInt32
      if bytes[index] < 0x80 {
        scalar = UInt32(bytes[index])
        index += 1
      } else {
        let (value, length) = decodeScalar(bytes, at: index)
        scalar = value
        index += length
      }
      let scalarClass = table[scalar]
      scalars[filled] = scalar
      classes[filled] = scalarClass
      flags |= table.properties[scalarClass].bits
      filled += 1
    }
    offsets[filled] = UInt32(truncatingIfNeeded: bytes.count)
    count = filled
    present = ScalarProperties(bits: flags)
  }
}

/// The scalar that begins at `index` with a byte above 0x7F, and how many bytes it takes; U+FFFD
/// and the length of the maximal subpart where the bytes are none.
func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (scalar: UInt32, length: Int) {
  let lead = bytes[index]
  var scalar: UInt32
  let continuations: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0xC2...0xDF:
    scalar = UInt32(lead & 0x1F)
    continuations = 1
  case 0xE0...0xEF:
    scalar = UInt32(lead & 0x0F)
    continuations = 2
    if lead == 0xE0 { second = 0xA0...0xBF }
    if lead == 0xED { second = 0x80...0x9F }
  case 0xF0...0xF4:
    scalar = UInt32(lead & 0x07)
    continuations = 3
    if lead == 0xF0 { second = 0x90...0xBF }
    if lead == 0xF4 { second = 0x80...0x8F }
  default:
    return (0xFFFD, 1)
  }
  var length = 1
  while length <= continuations {
    guard index + length < bytes.count else { return (0xFFFD, length) }
    let byte = bytes[index + length]
    guard length == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
      return (0xFFFD, length)
    }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
    length += 1
  }
  return (scalar, length)
}
