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

  @inline(__always)
  func contains(_ bidiClass: BidiClass) -> Bool {
    rawValue &>> UInt32(bidiClass.rawValue) & 1 != 0
  }

  static func | (set: BidiClassSet, bidiClass: BidiClass) -> BidiClassSet {
    set.union(BidiClassSet(bidiClass))
  }
}

// Computed, so that they are numbers in the code: a stored one is asked for behind a lock.
extension BidiClassSet {
  /// Characters of right-to-left scripts.
  static var rightToLeftLetters: BidiClassSet { BidiClassSet(.r) | .al }
  /// What N0–N2 count as R.
  static var rightward: BidiClassSet { BidiClassSet(.r) | .en | .an }
  /// What is of the embedding direction outside mixed stretches.
  static var strongOrNumber: BidiClassSet { BidiClassSet(.l) | .r | .al | .en }
  /// Isolate initiators and PDI (BD8).
  static var isolates: BidiClassSet { BidiClassSet(.lri) | .rli | .fsi | .pdi }
  /// Isolate initiators alone.
  static var isolateInitiators: BidiClassSet { BidiClassSet(.lri) | .rli | .fsi }
  /// Embedding and override initiators.
  static var embeddings: BidiClassSet { BidiClassSet(.lre) | .lro | .rle | .rlo }
  /// What X9 takes out of the text as the later rules see it.
  static var removed: BidiClassSet { BidiClassSet(.lre) | .lro | .rle | .rlo | .pdf | .bn }
  /// What begins a mixed stretch in a sequence from right to left, and in one from left to right.
  static var leftward: BidiClassSet { BidiClassSet(.l) | .en | .an }
  static var rightwardInLeftToRight: BidiClassSet { BidiClassSet(.r) | .al | .an }
  /// What changes the level or the override in force, and isolate controls (X1–X8).
  static var controls: BidiClassSet { embeddings.union(isolates) | .pdf | .b }
  /// What asks for X1–X10: without any of it, a paragraph is one isolating run sequence.
  static var explicit: BidiClassSet { isolates.union(removed) | .b }
  /// What can put a level above the paragraph's into it.
  static func raising(above level: EmbeddingLevel) -> BidiClassSet {
    level.isRightToLeft ? raisingRightToLeft : raisingLeftToRight
  }
  private static var raisingRightToLeft: BidiClassSet {
    leftward.union(embeddings).union(isolateInitiators)
  }
  private static var raisingLeftToRight: BidiClassSet {
    rightwardInLeftToRight.union(embeddings).union(isolateInitiators)
  }
  /// Whitespace and isolate controls, as L1 resets them before a separator and at a line's end.
  static var whitespace: BidiClassSet { isolates | .ws }
  /// The same with what X9 removes, which goes along.
  static var resetAtEnds: BidiClassSet { whitespace.union(removed) }
  /// What L1 resets wherever it stands.
  static var separators: BidiClassSet { BidiClassSet(.b) | .s }
}
