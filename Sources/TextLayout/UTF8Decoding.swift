import UnicodeData

extension ScalarText {
  /// Takes over a text in UTF-8, and looks up the class of each of its scalars.
  ///
  /// What is no UTF-8 becomes U+FFFD, once for each maximal subpart (the Unicode Standard, 3.9).
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    let (count, flags, bidiClasses) = lookUp(bytes, table, &scalars, &classes, &offsets)
    self.count = count
    present = ScalarProperties(bits: flags)
    presentBidiClasses = BidiClassSet(rawValue: bidiClasses)
  }
}

/// Decodes and looks up; each of the arrays has room for as many elements as there are bytes, and
/// one more, so that none is checked. Returns how many scalars there are and what they have between them.
private func lookUp(
  _ bytes: UnsafeBufferPointer<UInt8>, _ table: ScalarTable, _ scalars: inout [UInt32],
  _ classes: inout [ScalarClass], _ offsets: inout [UInt32]
) -> (count: Int, flags: UInt32, bidiClasses: UInt32) {
  var scalars = scalars.mutableSpan
  var classes = classes.mutableSpan
  var offsets = offsets.mutableSpan
  var index = 0
  var count = 0
  var flags: UInt32 = 0
  var bidiClasses: UInt32 = 0
  while index < bytes.count {
    offsets[unchecked: count] = UInt32(truncatingIfNeeded: index)
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
    let properties = table.properties[scalarClass]
    scalars[unchecked: count] = scalar
    classes[unchecked: count] = scalarClass
    flags |= properties.bits
    bidiClasses |= 1 << (properties.bits & 31)
    count += 1
  }
  offsets[unchecked: count] = UInt32(truncatingIfNeeded: bytes.count)
  return (count, flags, bidiClasses)
}

/// The scalar that begins at `index` with a byte above 0x7F, and how many bytes it takes; U+FFFD
/// and the length of the maximal subpart where the bytes are none.
@inline(__always)
func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (scalar: UInt32, length: Int) {
  let lead = bytes[index]
  if lead & 0xE0 == 0xC0 && lead >= 0xC2 && index + 1 < bytes.count
    && bytes[index + 1] & 0xC0 == 0x80
  {
    return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
  }
  return decodeLongScalar(bytes, at: index)
}

private func decodeLongScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (scalar: UInt32, length: Int) {
  let lead = bytes[index]
  var scalar: UInt32
  let continuations: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0xC2...0xDF:
    return (0xFFFD, 1)
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
