/// Indic_Conjunct_Break (UAX #29, rule GB9c).
@frozen public enum IndicConjunctBreak: UInt8, CaseIterable, Sendable {
  /// All that the rule does not name.
  case none
  /// A letter that a conjunct joins.
  case consonant
  /// What may stand within a conjunct.
  case extend
  /// A virama.
  case linker
}

extension ScalarProperties {
  /// Indic_Conjunct_Break.
  @inlinable public var conjunctBreak: IndicConjunctBreak {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 16 & 3), to: IndicConjunctBreak.self)
  }
}
