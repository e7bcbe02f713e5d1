import UnicodeData

/// What the rules of UAX #29 ask about the scalars before a possible boundary.
struct GraphemeState {
  /// How far a sequence that a rule names has come.
  private enum Progress {
    case none
    /// After ExtPict Extend*, or InCB=Consonant without a linker yet.
    case begun
    /// After ExtPict Extend* ZWJ, or a consonant and at least one linker.
    case joined
  }

  private var last: GraphemeBreak = .control
  private var pictograph = Progress.none
  private var conjunct = Progress.none
  /// The last is the first regional indicator of a pair.
  private var isFirstOfPair = false

  /// Whether a cluster ends before a scalar: GB3 to GB999, the first rule that speaks decides.
  func isBoundary(before own: ScalarProperties) -> Bool {
    let next = own.graphemeBreak
    if last == .cr && next == .lf { return false }  // GB3
    if isControl(last) || isControl(next) { return true }  // GB4, GB5
    if isHangul(before: next) { return false }  // GB6, GB7, GB8
    switch next {
    case .extend, .zwj, .spacingMark: return false  // GB9, GB9a
    default: break
    }
    if last == .prepend { return false }  // GB9b
    if conjunct == .joined && own.conjunctBreak == .consonant { return false }  // GB9c
    if pictograph == .joined && own.isPictographic { return false }  // GB11
    return !(isFirstOfPair && next == .regionalIndicator)  // GB12, GB13, GB999
  }

  /// No rule but those for marks can hold until a scalar that is neither a mark nor plain: such
  /// scalars need not be taken in.
  var isQuiet: Bool {
    switch last {
    case .other, .extend, .zwj, .spacingMark: pictograph == .none && conjunct == .none
    default: false
    }
  }

  /// Takes the scalar in.
  mutating func advance(by own: ScalarProperties) {
    last = own.graphemeBreak
    isFirstOfPair = last == .regionalIndicator && !isFirstOfPair
    advancePictograph(own)
    advanceConjunct(own)
  }
}

extension GraphemeState {
  private func isControl(_ value: GraphemeBreak) -> Bool {
    value == .control || value == .cr || value == .lf
  }

  private func isHangul(before next: GraphemeBreak) -> Bool {
    switch last {
    case .l: next == .l || next == .v || next == .lv || next == .lvt  // GB6
    case .lv, .v: next == .v || next == .t  // GB7
    case .lvt, .t: next == .t  // GB8
    default: false
    }
  }

  private mutating func advancePictograph(_ own: ScalarProperties) {
    if own.isPictographic {
      pictograph = .begun
    } else if pictograph == .begun && last == .zwj {
      pictograph = .joined
    } else if pictograph != .begun || last != .extend {
      pictograph = .none
    }
  }

  private mutating func advanceConjunct(_ own: ScalarProperties) {
    switch own.conjunctBreak {
    case .consonant: conjunct = .begun
    case .linker: conjunct = conjunct == .none ? .none : .joined
    case .extend: break
    case .none: conjunct = .none
    }
  }
}
