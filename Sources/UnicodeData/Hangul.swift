/// Hangul syllables compose by arithmetic (The Unicode Standard, section 3.12).
enum Hangul {
  static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  private static let leads: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  /// The first is none: U+11A7 is no trailing consonant.
  private static let trails: Range<UInt32> = 0x11A7..<0x11C3

  static func decompose(_ syllable: UInt32, _ body: (UInt32) -> Void) {
    let index = syllable - syllables.lowerBound
    let trail = index % 28
    body(leads.lowerBound + index / 588)
    body(vowels.lowerBound + index % 588 / 28)
    if trail != 0 { body(trails.lowerBound + trail) }
  }

  static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leads.contains(first), vowels.contains(second) {
      let index = (first - leads.lowerBound) * 21 + second - vowels.lowerBound
      return syllables.lowerBound + index * 28
    }
    guard syllables.contains(first), (first - syllables.lowerBound) % 28 == 0,
      trails.contains(second), second != trails.lowerBound
    else { return nil }
    return first + second - trails.lowerBound
  }
}
