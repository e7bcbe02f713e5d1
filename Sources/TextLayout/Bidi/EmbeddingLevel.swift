import UnicodeData

/// An embedding level (UAX #9, BD2): even is left to right, odd is right to left.
struct EmbeddingLevel: RawRepresentable, Hashable, Comparable, Sendable {
  /// The deepest level that an explicit control may open (BD2, max_depth).
  static let deepest = 125

  var rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The level of a paragraph of a direction (P3).
  init(isRightToLeft: Bool) {
    rawValue = isRightToLeft ? 1 : 0
  }

  static let zero = EmbeddingLevel(rawValue: 0)

  var isRightToLeft: Bool { rawValue & 1 == 1 }

  /// The embedding direction (BD3): L or R.
  var direction: BidiClass { isRightToLeft ? .r : .l }

  /// The least level above this one of a direction (X2–X5b).
  func next(isRightToLeft: Bool) -> EmbeddingLevel {
    EmbeddingLevel(
      rawValue: isRightToLeft ? (rawValue + 1) | 1 : (rawValue + 2) & ~1)
  }

  static func < (a: EmbeddingLevel, b: EmbeddingLevel) -> Bool {
    a.rawValue < b.rawValue
  }
}
