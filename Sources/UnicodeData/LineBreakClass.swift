/// Line_Break (UAX #14) as rule LB1 resolves it: AI, SG, XX and most of SA are `al`, the marks of SA
/// `cm`, CJ is `ns`. Where a rule asks for more than the class, the class is split.
@frozen public enum LineBreakClass: UInt8, CaseIterable, Sendable {
  /// Mandatory break.
  case bk
  /// Carriage return.
  case cr
  /// Line feed.
  case lf
  /// Next line.
  case nl
  /// Space.
  case sp
  /// Zero width space.
  case zw
  /// Word joiner.
  case wj
  /// Glue.
  case gl
  /// Combining mark.
  case cm
  /// Zero width joiner.
  case zwj
  /// Alphabetic.
  case al
  /// Hebrew letter.
  case hl
  /// Numeric.
  case nu
  /// Open punctuation.
  case op
  /// Close parenthesis.
  case cp
  /// Close punctuation.
  case cl
  /// Quotation mark that is neither initial nor final.
  case qu
  /// Quotation mark of General_Category Pi.
  case quInitial
  /// Quotation mark of General_Category Pf.
  case quFinal
  /// Exclamation and interrogation.
  case ex
  /// Infix numeric separator.
  case `is`
  /// Symbol that allows a break after it: the slash.
  case sy
  /// Hyphen-minus.
  case hy
  /// Unambiguous hyphen, maqaf among them.
  case hh
  /// Break after.
  case ba
  /// Break before.
  case bb
  /// Break before and after.
  case b2
  /// Contingent break.
  case cb
  /// Inseparable: leaders such as the ellipsis.
  case `in`
  /// Nonstarter.
  case ns
  /// Prefix numeric.
  case pr
  /// Postfix numeric.
  case po
  /// Ideographic.
  case id
  /// Ideographic, Extended_Pictographic and unassigned: rule LB30b.
  case idUnassigned
  /// Emoji base.
  case eb
  /// Emoji modifier.
  case em
  /// Regional indicator.
  case ri
  /// Hangul leading jamo.
  case jl
  /// Hangul vowel jamo.
  case jv
  /// Hangul trailing jamo.
  case jt
  /// Hangul syllable without a trailing consonant.
  case h2
  /// Hangul syllable with a trailing consonant.
  case h3
  /// Aksara prebase.
  case ap
  /// Aksara.
  case ak
  /// Aksara start.
  case `as`
  /// Virama final.
  case vf
  /// Virama.
  case vi
  /// The dotted circle U+25CC, alphabetic: rule LB28a.
  case alDottedCircle
  /// Alphabetic, Extended_Pictographic and unassigned: rule LB30b.
  case alUnassigned
}

extension ScalarProperties {
  /// Line_Break, resolved.
  @inlinable public var lineBreakClass: LineBreakClass {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 5 & 63), to: LineBreakClass.self)
  }
}
