import UnicodeData

extension ScalarText {
  /// Takes over a text in UTF-8, and looks up the class of each of its scalars.
  ///
  /// What is no UTF-8 becomes U+FFFD, once for each maximal subpart (the Unicode Standard, 3.9). Where
  /// marks are dropped, harakat and niqqud are left out at once, which is right only where nothing has
  /// to be composed (`ScalarProperties.needsNormalization`).
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, droppingMarks: Bool = false) {
    if scalars.count < bytes.count { makeRoom(for: mostScalars(in: bytes)) }
    let traits = droppingMarks ? traitsWithoutMarks : allTraits
    var decoding = Decoding()
    decodeQuickly(bytes, traits, &scalars, &classes, &offsets, &decoding)
    if !decoding.isWellFormed {
      decoding = Decoding()
      makeRoom(for: bytes.count)
      decodeCarefully(bytes, traits, &scalars, &classes, &offsets, &decoding)
    }
    count = decoding.count
    present = decoding.present
    offsets[count] = UInt32(truncatingIfNeeded: bytes.count)
  }
}

/// How many scalars there may be in a text, if that is well-formed: as many as bytes that begin one.
/// Memory that nothing is written to would have to be fetched all the same.
private func mostScalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var count = 0
  var index = 0
  while index &+ 8 <= bytes.count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let begins = (~word >> 7 | word >> 6) & 0x0101_0101_0101_0101
    count &+= Int((begins &* 0x0101_0101_0101_0101) >> 56)
    index &+= 8
  }
  for byte in bytes[index...] { count += byte & 0xC0 == 0x80 ? 0 : 1 }
  return count
}

/// What has been decoded of a text.
private struct Decoding {
  var count = 0
  var present = ScalarTraits()
  var isWellFormed = true
}

/// Decodes 32 bytes at a time. Where their scalars begin is known from the bytes alone, so that the
/// decoding of one does not wait for the length of the one before, and no branch depends on whether a
/// letter or a space comes next. Sixteen bytes of ASCII are passed through at once.
///
/// That each scalar is as long as its first byte says is checked on the way; if one is not, the text
/// is none in UTF-8, and nothing decoded counts. Each array has room for as many elements as there are
/// bytes that may begin a scalar, `offsets` for one more, so that none is checked.
private func decodeQuickly(
  _ bytes: UnsafeBufferPointer<UInt8>, _ traits: TraitTable, _ scalars: inout [UInt32],
  _ classes: inout [ScalarClass], _ offsets: inout [UInt32], _ decoding: inout Decoding
) {
  guard let last = bytes.last else { return }
  if last >= 0xC0 { return decoding.isWellFormed = false }
  var scalars = scalars.mutableSpan
  var classes = classes.mutableSpan
  var offsets = offsets.mutableSpan
  let shortClasses = traits.shortClasses.span
  let traitsOfClasses = traits.ofClasses.span
  let table = traits.table
  let raw = UnsafeRawBufferPointer(bytes)
  let firstSixteen = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  var count = 0
  var present = ScalarTraits()
  /// Where the next scalar has to start, and not zero once one did not.
  var expected = 0
  var faults = 0
  var block = 0
  while block < bytes.count {
    if isASCII(bytes, from: block) {
      faults |= block ^ expected
      let ascii = raw.loadUnaligned(fromByteOffset: block, as: SIMD16<UInt8>.self)
      var scalarBytes = scalars.mutableBytes
      scalarBytes.storeBytes(
        of: SIMD16<UInt32>(truncatingIfNeeded: ascii), toUncheckedByteOffset: 4 &* count,
        as: SIMD16<UInt32>.self)
      var offsetBytes = offsets.mutableBytes
      offsetBytes.storeBytes(
        of: SIMD16(repeating: UInt32(truncatingIfNeeded: block)) &+ firstSixteen,
        toUncheckedByteOffset: 4 &* count, as: SIMD16<UInt32>.self)
      for index in 0..<16 {
        let scalarClass = shortClasses[unchecked: Int(bytes[block &+ index])]
        classes[unchecked: count &+ index] = scalarClass
        present.insert(traitsOfClasses[unchecked: Int(scalarClass.rawValue)])
      }
      count &+= 16
      block &+= 16
      expected = block
      continue
    }
    var starts = scalarStarts(bytes, from: block, &faults)
    while starts != 0 {
      let place = block &+ starts.trailingZeroBitCount
      starts &= starts &- 1
      faults |= place ^ expected
      let first = UInt32(bytes[place])
      let scalar: UInt32
      let scalarClass: ScalarClass
      if first < 0xE0 {
        let more = first >> 7
        let second = UInt32(bytes[place &+ Int(more)])
        scalar = more == 0 ? first : (first & 0x1F) << 6 | second & 0x3F
        scalarClass = shortClasses[unchecked: Int(scalar)]
        expected = place &+ 1 &+ Int(more)
      } else {
        let (value, length) = decodeScalar(bytes, at: place)
        scalar = value
        scalarClass = table[value]
        expected = place &+ length
      }
      scalars[unchecked: count] = scalar
      classes[unchecked: count] = scalarClass
      offsets[unchecked: count] = UInt32(truncatingIfNeeded: place)
      let traits = traitsOfClasses[unchecked: Int(scalarClass.rawValue)]
      present.insert(traits)
      count &+= traits.keptCount
    }
    block &+= 32
  }
  decoding.count = count
  decoding.present = present
  decoding.isWellFormed = faults == 0 && expected == bytes.count
}

/// Whether there are sixteen bytes from `block` on and all are ASCII.
@inline(__always)
private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, from block: Int) -> Bool {
  if block &+ 16 > bytes.count { return false }
  let raw = UnsafeRawBufferPointer(bytes)
  let first = raw.loadUnaligned(fromByteOffset: block, as: UInt64.self)
  let second = raw.loadUnaligned(fromByteOffset: block &+ 8, as: UInt64.self)
  return (first | second) & 0x8080_8080_8080_8080 == 0
}

/// The bytes from `block` on, 32 at most, that no other byte's scalar goes on with, a bit each; a fault
/// if there is C0 or C1 among them, which begin no scalar.
@inline(__always)
private func scalarStarts(
  _ bytes: UnsafeBufferPointer<UInt8>, from block: Int, _ faults: inout Int
) -> UInt64 {
  let raw = UnsafeRawBufferPointer(bytes)
  var starts: UInt64 = 0
  var index = block
  let end = min(block &+ 32, bytes.count)
  while index &+ 8 <= end {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // The high bit of each byte that is not 10xxxxxx; the product moves the eight to the top byte.
    let high = (~word | word << 1) & 0x8080_8080_8080_8080
    let gathered = ((high &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    starts |= gathered &<< UInt64(index &- block)
    // A byte of it is zero where there is C0 or C1; then a high bit is left.
    let overlong = word & 0xFEFE_FEFE_FEFE_FEFE ^ 0xC0C0_C0C0_C0C0_C0C0
    let zeros = (overlong &- 0x0101_0101_0101_0101) & ~overlong & 0x8080_8080_8080_8080
    faults |= Int(zeros >> 7)
    index &+= 8
  }
  while index < end {
    starts |= (bytes[index] & 0xC0 == 0x80 ? 0 : 1) &<< UInt64(index &- block)
    faults |= bytes[index] & 0xFE == 0xC0 ? 1 : 0
    index &+= 1
  }
  return starts
}

/// Decodes byte by byte what may be no UTF-8.
private func decodeCarefully(
  _ bytes: UnsafeBufferPointer<UInt8>, _ traits: TraitTable, _ scalars: inout [UInt32],
  _ classes: inout [ScalarClass], _ offsets: inout [UInt32], _ decoding: inout Decoding
) {
  var index = 0
  while index < bytes.count {
    let isOne = bytes[index] < 0x80
    let (scalar, length) = isOne ? (UInt32(bytes[index]), 1) : decodeScalar(bytes, at: index)
    let scalarClass = traits.table[scalar]
    scalars[decoding.count] = scalar
    classes[decoding.count] = scalarClass
    offsets[decoding.count] = UInt32(truncatingIfNeeded: index)
    decoding.present.insert(traits[scalarClass])
    decoding.count += traits[scalarClass].keptCount
    index += length
  }
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
