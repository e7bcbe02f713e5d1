import UnicodeData

/// The units that most of a text is made of. Between two of them a line may break only behind a space
/// (LB7, LB18, LB23, LB25, LB28), and the state after one is the same whatever came before: so they
/// need no look at the table of states, where each look waits for the one before.
enum PlainUnit: UInt8, CaseIterable {
  /// All that is none of these.
  case other
  case letter
  case hebrewLetter
  case digit
  case space

  init(_ unit: BreakUnit) {
    switch unit.lineBreakClass {
    case .al where !unit.isEastAsian: self = .letter
    case .hl where !unit.isEastAsian: self = .hebrewLetter
    case .nu where !unit.isEastAsian: self = .digit
    case .sp: self = .space
    default: self = .other
    }
  }

  /// The state after it, or that at the start of a text.
  var state: BreakState {
    let start = BreakState()
    return switch self {
    case .other: start
    case .letter: start.advanced(by: BreakUnit(lineBreakClass: .al, isEastAsian: false))
    case .hebrewLetter: start.advanced(by: BreakUnit(lineBreakClass: .hl, isEastAsian: false))
    case .digit: start.advanced(by: BreakUnit(lineBreakClass: .nu, isEastAsian: false))
    case .space: start.advanced(by: BreakUnit(lineBreakClass: .sp, isEastAsian: false))
    }
  }

  /// Whether a line may break between it and the next one.
  @inline(__always)
  func opportunity(before next: PlainUnit) -> BreakOpportunity {
    unsafeBitCast(rawValue >> 2 & ~next.rawValue >> 2 & 1, to: BreakOpportunity.self)
  }
}
