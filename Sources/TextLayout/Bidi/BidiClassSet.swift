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

  @inline(__always)
  func contains(_ bidiClass: BidiClass) -> Bool {
    rawValue & 1 << UInt32(bidiClass.rawValue) != 0
  }

  /// Characters of right-to-left scripts.
  static let rightToLeftLetters = BidiClassSet(of: .r, .al)
  /// What N0–N2 count as R.
  static let rightward = BidiClassSet(of: .r, .en, .an)
  /// What is of the embedding direction outside mixed stretches.
  static let strongOrNumber = BidiClassSet(of: .l, .r, .al, .en)
  /// Isolate initiators and PDI (BD8).
  static let isolates = BidiClassSet(of: .lri, .rli, .fsi, .pdi)
  /// Isolate initiators alone.
  static let isolateInitiators = BidiClassSet(of: .lri, .rli, .fsi)
  /// Embedding and override initiators.
  static let embeddings = BidiClassSet(of: .lre, .lro, .rle, .rlo)
  /// What X9 takes out of the text as the later rules see it.
  static let removed = BidiClassSet(of: .lre, .lro, .rle, .rlo, .pdf, .bn)
  /// What begins a mixed stretch in a sequence from right to left, and in one from left to right.
  static let leftward = BidiClassSet(of: .l, .en, .an)
  static let rightwardInLeftToRight = BidiClassSet(of: .r, .al, .an)
  /// What changes the level or the override in force, and isolate controls (X1–X8).
  static let controls = embeddings.union(isolates).union(BidiClassSet(of: .pdf, .b))
  /// What asks for X1–X10: without any of it, a paragraph is one isolating run sequence.
  static let explicit = isolates.union(removed).union(BidiClassSet(.b))
  /// What can put a level above the paragraph's into it.
  static func raising(above level: EmbeddingLevel) -> BidiClassSet {
    level.isRightToLeft ? raisingRightToLeft : raisingLeftToRight
  }
  private static let raisingRightToLeft = leftward.union(embeddings).union(isolateInitiators)
  private static let raisingLeftToRight = rightwardInLeftToRight.union(embeddings)
    .union(isolateInitiators)
  /// Whitespace and isolate controls, as L1 resets them before a separator and at a line's end.
  static let whitespace = isolates.union(BidiClassSet(.ws))
  /// The same with what X9 removes, which goes along.
  static let resetAtEnds = whitespace.union(removed)
  /// What L1 resets wherever it stands.
  static let separators = BidiClassSet(of: .b, .s)
}
