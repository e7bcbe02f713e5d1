import Glibc

/// What the environment tells of a terminal.
struct TerminalTraits {
  /// Its type, as terminfo names it; empty where none is set.
  var term: String
  /// Whether it is a pane of tmux or a window of screen.
  var isMultiplexed = false
  /// Whether colours are wanted (no-color.org).
  var wantsColour = true

  /// What it does to text, and how it is told to leave it alone.
  var bidiMode: BidiMode { BidiMode(term: term, isMultiplexed: isMultiplexed) }

  /// What the environment of the process tells.
  static var ofEnvironment: TerminalTraits {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }
    }
    return TerminalTraits(
      term: variable("TERM") ?? "",
      isMultiplexed: variable("TMUX") != nil || variable("STY") != nil,
      wantsColour: variable("NO_COLOR")?.isEmpty ?? true)
  }
}
