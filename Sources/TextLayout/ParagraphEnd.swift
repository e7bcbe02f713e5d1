/// The separator that ends a paragraph of UTF-8: bidi class B (UAX #9, P1), CR LF being one.
public struct ParagraphEnd: Hashable, Sendable {
  /// How many bytes one takes at most.
  public static let longest = 3

  /// Where the paragraph ends, in bytes.
  public var place: Int
  /// Where the next begins.
  public var next: Int

  /// The first in `bytes` from `start` on; nil where there is none.
  ///
  /// With `isAll` the text ends where the bytes do; else what may be half of a separator there is
  /// none yet.
  public static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAll: Bool
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

  /// The first byte from `start` on that may begin a separator; looked for eight at a time.
  private static func firstSuspect(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = start
    while place < bytes.count {
      if place + 8 <= bytes.count,
        !raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).holdsSuspect
      {
        place += 8
        continue
      }
      for index in place..<min(place + 8, bytes.count) where isSuspect(bytes[index]) {
        return index
      }
      place = min(place + 8, bytes.count)
    }
    return place
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0xC2 || byte == 0xE2
  }
}

extension UInt64 {
  /// Whether one of its bytes may begin a separator; never false where one does.
  fileprivate var holdsSuspect: Bool {
    let control = (self &- 0x2020_2020_2020_2020) & ~self
    let lead = (self | 0x2020_2020_2020_2020) ^ 0xE2E2_E2E2_E2E2_E2E2  // zero for C2 and E2
    return (control | (lead &- 0x0101_0101_0101_0101) & ~lead) & 0x8080_8080_8080_8080 != 0
  }
}
