/// Bidi_Class (UAX #9, table 4). Unassigned scalars have the class of their range.
@frozen public enum BidiClass: UInt8, CaseIterable, Sendable {
  /// Left-to-right: most letters.
  case l
  /// Right-to-left: Hebrew and other letters.
  case r
  /// Right-to-left Arabic: Arabic, Syriac, Thaana letters.
  case al
  /// European number: also Persian digits.
  case en
  /// European number separator: plus and minus.
  case es
  /// European number terminator: per cent, degree, currency.
  case et
  /// Arabic number: Arabic-Indic digits and their separators.
  case an
  /// Common number separator: comma, full stop, colon, slash, no-break space.
  case cs
  /// Nonspacing mark.
  case nsm
  /// Boundary neutral: most format characters.
  case bn
  /// Paragraph separator.
  case b
  /// Segment separator: tab.
  case s
  /// Whitespace.
  case ws
  /// Other neutral.
  case on
  /// Left-to-right embedding.
  case lre
  /// Left-to-right override.
  case lro
  /// Right-to-left embedding.
  case rle
  /// Right-to-left override.
  case rlo
  /// Pop directional format.
  case pdf
  /// Left-to-right isolate.
  case lri
  /// Right-to-left isolate.
  case rli
  /// First strong isolate.
  case fsi
  /// Pop directional isolate.
  case pdi
}

extension ScalarProperties {
  /// Bidi_Class.
  @inlinable public var bidiClass: BidiClass {
    // The generator writes numbers of these cases alone.
    unsafeBitCast(UInt8(truncatingIfNeeded: bits & 31), to: BidiClass.self)
  }
}
