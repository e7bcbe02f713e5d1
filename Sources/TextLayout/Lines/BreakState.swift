import UnicodeData

/// All that the rules ask about the scalars before a possible break. States are few (marks belong to
/// their base, a run of spaces is one, a number is a flag), so that breaks are linear in the text.
struct BreakState: Equatable {
  /// The last unit, marks aside; before spaces where a rule looks through them, else `sp`.
  private(set) var last: LineBreakClass = .bk
  /// The last unit's East_Asian_Width is F, W or H.
  private(set) var isEastAsian = false
  /// Spaces stand between the last unit and the possible break.
  private(set) var hasSpaces = false
  /// The very last scalar is ZWJ: rule LB8a.
  private(set) var endsInJoiner = false
  /// What stands before the last unit, as far as a rule asks.
  private(set) var context: Context = []

  /// What stands before the last unit.
  struct Context: OptionSet {
    let rawValue: UInt8

    /// An initial quotation mark after a start, space or opening: rule LB15a.
    static let quotationStart = Context(rawValue: 1)
    /// A quotation mark after what is not East Asian: rule LB19a.
    static let narrow = Context(rawValue: 2)
    /// A hyphen at the start of a word: rule LB20a.
    static let wordStart = Context(rawValue: 4)
    /// A hyphen after a Hebrew letter: rule LB21a.
    static let hebrew = Context(rawValue: 8)
    /// A number, its infixes and its closing punctuation: rule LB25.
    static let number = Context(rawValue: 16)
    /// A virama after an aksara: rule LB28a.
    static let aksara = Context(rawValue: 32)
    /// The first regional indicator of a pair: rule LB30a.
    static let firstOfPair = Context(rawValue: 64)
  }

  /// The class right before the possible break, marks aside.
  var adjacent: LineBreakClass { hasSpaces ? .sp : last }

  /// LB9 and LB10: a mark is part of the unit before it; where it has none it is a letter.
  func absorbs(_ unit: BreakUnit) -> Bool {
    guard unit.lineBreakClass.isMark else { return false }
    switch adjacent {
    case .bk, .cr, .lf, .nl, .sp, .zw: return false
    default: return true
    }
  }

  /// The state after `unit`.
  func advanced(by unit: BreakUnit) -> BreakState {
    var next = self
    next.endsInJoiner = unit.lineBreakClass == .zwj
    if absorbs(unit) { return next }
    if unit.lineBreakClass == .sp {
      next.takeSpace()
      return next
    }
    next.last = unit.lineBreakClass.isMark ? .al : unit.lineBreakClass
    next.isEastAsian = !unit.lineBreakClass.isMark && unit.isEastAsian
    next.hasSpaces = false
    next.context = context(of: next.last)
    return next
  }
}

extension BreakState {
  /// Rules LB8, LB14, LB15a, LB16 and LB17 look through spaces; for all others a space is a unit.
  private mutating func takeSpace() {
    let isSeen =
      switch last {
      case .zw, .op, .cl, .cp, .b2: true
      default: context.contains(.quotationStart)
      }
    last = isSeen ? last : .sp
    isEastAsian = false
    hasSpaces = true
    context.formIntersection(.quotationStart)
  }

  private func context(of unit: LineBreakClass) -> Context {
    let narrow: Context = isEastAsian ? [] : .narrow
    return switch unit {
    case .qu, .quFinal: narrow
    case .quInitial: startsQuotation ? narrow.union(.quotationStart) : narrow
    case .hy, .hh: startsWord ? .wordStart : adjacent == .hl ? .hebrew : []
    case .nu: .number
    case .sy, .is, .cl, .cp: isInNumber ? .number : []
    case .vi: adjacent.isAksara ? .aksara : []
    case .ri: adjacent == .ri && context.contains(.firstOfPair) ? [] : .firstOfPair
    default: []
    }
  }

  private var startsQuotation: Bool {
    switch adjacent {
    case .bk, .cr, .lf, .nl, .op, .qu, .quInitial, .quFinal, .gl, .sp, .zw: true
    default: false
    }
  }

  private var startsWord: Bool {
    switch adjacent {
    case .bk, .cr, .lf, .nl, .sp, .zw, .cb, .gl: true
    default: false
    }
  }

  /// After NU (SY | IS)*: rule LB25.
  var isInNumber: Bool {
    switch adjacent {
    case .nu: true
    case .sy, .is: context.contains(.number)
    default: false
    }
  }

  /// After NU (SY | IS)* (CL | CP): rule LB25.
  var isAfterClosedNumber: Bool {
    (adjacent == .cl || adjacent == .cp) && context.contains(.number)
  }
}
