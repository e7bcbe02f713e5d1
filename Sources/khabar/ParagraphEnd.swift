/// Where a paragraph of UTF-8 ends, and where the next begins.
struct ParagraphEnd {
  /// How many bytes a separator takes at most.
  static let longest = 3

  var place: Int
  var next: Int

  /// The first separator in `bytes` from `start` on: LF, CR, CR LF, U+001C–U+001E, U+0085 or U+2029.
  /// What may be half of one at the end of the bytes is none, unless they are all.
  static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isAll: Bool
  ) -> ParagraphEnd? {
    var place = start
    while true {
      place = firstSuspect(in: bytes, from: place)
      guard place < bytes.count else { return nil }
      let left = bytes.count - place
      switch bytes[place] {
      case 0x0A, 0x1C...0x1E:
        return ParagraphEnd(place: place, next: place + 1)
      case 0x0D:
        guard left > 1 || isAll else { return nil }
        let isPair = left > 1 && bytes[place + 1] == 0x0A
        return ParagraphEnd(place: place, next: place + (isPair ? 2 : 1))
      case 0xC2 where left > 1 && bytes[place + 1] == 0x85:
        return ParagraphEnd(place: place, next: place + 2)
      case 0xE2 where left > 2 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0xA9:
        return ParagraphEnd(place: place, next: place + 3)
      default: place += 1
      }
    }
  }

  /// The first byte from `start` on that may begin a separator; looked for sixteen at a time.
  private static func firstSuspect(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 16 <= bytes.count {
      let sixteen = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let isSuspect = (sixteen .< 0x20) .| (sixteen .== 0xC2) .| (sixteen .== 0xE2)
      if any(isSuspect) { break }
      place += 16
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == 0xC2 || byte == 0xE2 { return place }
      place += 1
    }
    return place
  }
}
