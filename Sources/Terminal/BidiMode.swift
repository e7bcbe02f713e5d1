/// What this terminal does to the order of text, and how it is told to leave it alone.
///
/// VTE reorders a row by itself unless the row was cleared under explicit mode (ECMA-48 BDSM reset,
/// `CSI 8 l`): so it is sent before the first clear and taken back before the terminal is left. A
/// terminal that knows no such mode ignores it.
enum BidiMode: Equatable {
  /// It shows cells as they stand, or can't be told.
  case asItIs
  /// It is told by BDSM.
  case explicit

  /// The mode for a terminal, by the names that the environment gives.
  ///
  /// tmux and screen swallow the sequence; a console that knows no sequences might print it.
  init(term: String, isMultiplexed: Bool) {
    let isPlain = ["", "dumb", "linux"].contains(term)
    let isInside = isMultiplexed || term.hasPrefix("tmux") || term.hasPrefix("screen")
    self = isPlain || isInside ? .asItIs : .explicit
  }

  /// What is written after the alternate screen was entered, before it is cleared.
  var start: String {
    switch self {
    case .asItIs: ""
    case .explicit: "\u{1B}[8l"
    }
  }

  /// What is written before the alternate screen is left.
  var end: String {
    switch self {
    case .asItIs: ""
    case .explicit: "\u{1B}[8h"
    }
  }
}
