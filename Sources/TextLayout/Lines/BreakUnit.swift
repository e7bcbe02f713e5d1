import UnicodeData

/// A scalar as the rules see what stands after a possible break: its class, and what they ask about
/// the scalars that follow it.
struct BreakUnit: Equatable {
  var lineBreakClass: LineBreakClass
  var isEastAsian: Bool
  var following: Following = []

  /// What follows a unit, by its class; marks belong to the unit (LB9).
  struct Following: OptionSet {
    let rawValue: UInt8

    /// A quotation mark stands before a space, closing punctuation or the end: rule LB15b.
    static let quotationEnd = Following(rawValue: 1)
    /// A quotation mark stands before what is not East Asian, or the end: rule LB19a.
    static let narrow = Following(rawValue: 2)
    /// An infix stands before a number, an opening punctuation before a number or an infix and a
    /// number: rules LB15c and LB25.
    static let number = Following(rawValue: 1)
    /// An aksara stands before a final virama: rule LB28a.
    static let finalVirama = Following(rawValue: 1)
  }

  /// Class and width as one number below 128, whatever follows.
  var number: Int { Int(lineBreakClass.rawValue) | (isEastAsian ? 64 : 0) }

  /// How many values `following` can take.
  var followingCount: Int {
    switch lineBreakClass {
    case .qu, .quInitial, .quFinal: 4
    case .is, .op, .ak, .as, .alDottedCircle: 2
    default: 1
    }
  }
}

extension LineBreakClass {
  var isQuotation: Bool { self == .qu || self == .quInitial || self == .quFinal }

  var isMark: Bool { self == .cm || self == .zwj }

  var isAlphabetic: Bool {
    switch self {
    case .al, .alDottedCircle, .alUnassigned, .hl: true
    default: false
    }
  }

  var isIdeographic: Bool { self == .id || self == .idUnassigned || self == .eb || self == .em }

  var isHangul: Bool {
    switch self {
    case .jl, .jv, .jt, .h2, .h3: true
    default: false
    }
  }

  /// AK, AS or the dotted circle.
  var isAksara: Bool { self == .ak || self == .as || self == .alDottedCircle }
}
