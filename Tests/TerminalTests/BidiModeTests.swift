import Testing

@testable import Terminal

@Suite struct BidiModeTests {
  @Test(arguments: ["xterm", "xterm-256color", "vte-256color", "alacritty", "foot"])
  func terminalsAreToldToLeaveTheOrderAlone(term: String) {
    let mode = BidiMode(term: term, isMultiplexed: false)
    #expect(mode.start == "\u{1B}[8l")
    #expect(mode.end == "\u{1B}[8h")
  }

  @Test(arguments: [
    ("xterm-256color", true), ("tmux-256color", false), ("screen", false), ("linux", false),
    ("dumb", false), ("", false),
  ])
  func thoseThatWouldSwallowOrPrintItAreNotTold(term: String, isMultiplexed: Bool) {
    let mode = BidiMode(term: term, isMultiplexed: isMultiplexed)
    #expect(mode.start.isEmpty && mode.end.isEmpty)
  }

  @Test func delaysAreNotWritten() {
    #expect(CursesTerminal.unpadded("\u{1B}[?5h$<100/>\u{1B}[?5l$<2>") == "\u{1B}[?5h\u{1B}[?5l")
    #expect(CursesTerminal.unpadded("a$<b") == "a$<b")
  }
}
