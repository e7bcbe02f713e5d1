import UnicodeData

/// A set of bidi classes, a bit each: which of them a paragraph holds decides which rules it needs.
struct BidiClassSet: OptionSet, Sendable {
  var rawValue: UInt32

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  init(_ bidiClass: BidiClass) {
    rawValue = 1 << UInt32(bidiClass.rawValue)
  }

  init(of classes: BidiClass...) {
    rawValue = classes.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  func contains(_ bidiClass: BidiClass) -> Bool {
    rawValue & 1 << UInt32(bidiClass.rawValue) != 0
  }

  /// Characters of right-to-left scripts.
  static let rightToLeftLetters = BidiClassSet(of: .r, .al)
  /// What N0–N2 count as R.
  static let rightward = BidiClassSet(of: .r, .en, .an)
  /// Isolate initiators and PDI (BD8).
  static let isolates = BidiClassSet(of: .lri, .rli, .fsi, .pdi)
  /// Isolate initiators alone.
  static let isolateInitiators = BidiClassSet(of: .lri, .rli, .fsi)
  /// What X9 takes out of the text as the later rules see it.
  static let removed = BidiClassSet(of: .lre, .lro, .rle, .rlo, .pdf, .bn)
  /// What asks for X1–X10: without any of it, a paragraph is one isolating run sequence.
  static let explicit = isolates.union(removed).union(BidiClassSet(.b))
  /// What can put a level of 1 or more into a left-to-right paragraph.
  static let reordering = BidiClassSet(of: .r, .al, .an, .rle, .rlo, .lre, .lro, .rli, .lri, .fsi)
  /// Whitespace and isolate controls, as L1 resets them before a separator and at a line's end.
  static let whitespace = isolates.union(BidiClassSet(.ws))
  /// What L1 resets wherever it stands.
  static let separators = BidiClassSet(of: .b, .s)
}
