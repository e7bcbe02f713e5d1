/// Grapheme_Cluster_Break (UAX #29, table 2).
@frozen public enum GraphemeBreak: UInt8, CaseIterable, Sendable {
  /// All that no rule names.
  case other
  /// Carriage return.
  case cr
  /// Line feed.
  case lf
  /// Control and format characters.
  case control
  /// Marks and what else extends a cluster.
  case extend
  /// Zero width joiner.
  case zwj
  /// Half of a flag.
  case regionalIndicator
  /// What joins the cluster after it.
  case prepend
  /// Spacing marks.
  case spacingMark
  /// Hangul leading jamo.
  case l
  /// Hangul vowel jamo.
  case v
  /// Hangul trailing jamo.
  case t
  /// Hangul syllable without a trailing consonant.
  case lv
  /// Hangul syllable with a trailing consonant.
  case lvt
}

extension ScalarProperties {
  /// Grapheme_Cluster_Break.
  @inlinable public var graphemeBreak: GraphemeBreak {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 12 & 15), to: GraphemeBreak.self)
  }
}
