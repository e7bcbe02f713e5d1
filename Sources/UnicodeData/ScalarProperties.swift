/// What the tables say about all scalars of a class, in 32 bits. Each enumerated property has its
/// accessor in the file of its enum; the flags stand here.
@frozen public struct ScalarProperties: Hashable, Sendable {
  /// Bits 0–4 bidi class, 5–10 line break class, 11 East Asian, 12–15 grapheme break, 16–17 conjunct
  /// break, 18 pictographic, 19–21 joining type, 22–23 columns, then the flags in the order below.
  public let bits: UInt32

  /// Properties of these bits.
  @inlinable public init(bits: UInt32) {
    self.bits = bits
  }
}

// MARK: Flags

extension ScalarProperties {
  /// Extended_Pictographic, of UTS #51: rule GB11.
  @inlinable public var isPictographic: Bool { bits & 1 << 18 != 0 }

  /// East_Asian_Width is F, W or H: rules LB19a and LB30.
  @inlinable public var isEastAsian: Bool { bits & 1 << 11 != 0 }

  /// `BidiMirror.mirror(of:)` has an answer: rule L4.
  @inlinable public var hasMirror: Bool { bits & 1 << 24 != 0 }

  /// `BidiBracket` has an answer: BD14 and BD15, by Bidi_Paired_Bracket_Type.
  @inlinable public var isBracket: Bool { bits & 1 << 25 != 0 }

  /// `PresentationForm.forms(of:)` has an answer: an Arabic letter of U+0600–06FF.
  @inlinable public var hasForms: Bool { bits & 1 << 26 != 0 }

  /// NFC_Quick_Check is No or Maybe: it may compose with what precedes it, or never stands in NFC.
  @inlinable public var mayCompose: Bool { bits & 1 << 27 != 0 }

  /// General_Category is Mn or Me.
  @inlinable public var isMark: Bool { bits & 1 << 28 != 0 }

  /// Never sent to a terminal: controls, bidi controls, joiners and other format characters, soft
  /// hyphen, grapheme joiner, variation selectors, tags, line and paragraph separators, surrogates,
  /// noncharacters, and unassigned scalars that are ignorable by default.
  @inlinable public var isFormat: Bool { bits & 1 << 29 != 0 }

  /// A mark that is left out unless marks are asked for: harakat (U+064B–065F, 0670), Quranic signs
  /// (06D6–06DC, 06DF–06E8, 06EA–06ED), Hebrew points and accents (0591–05C7 but the punctuation
  /// 05BE, 05C0, 05C3 and 05C6).
  @inlinable public var isDroppedMark: Bool { bits & 1 << 30 != 0 }

  /// Canonical_Combining_Class is not 0: see `CombiningClass`.
  var isReordered: Bool { bits & 1 << 31 != 0 }

  /// Text in which no scalar says this is in NFC (UAX #15, quick check).
  @inlinable public var needsNormalization: Bool { bits & (1 << 31 | 1 << 27) != 0 }
}
