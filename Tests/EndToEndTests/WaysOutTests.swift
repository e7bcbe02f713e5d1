import Foundation
import Glibc
import TestSupport
import Testing

/// On every way out the terminal is as it was: modes, alternate screen, cursor.
@Suite(.serialized) struct WaysOutTests {
  let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    try khabar.write(Edition.file, to: "news/edition.jsonl")
  }

  private func expectTerminalAsItWas(_ session: Session) throws {
    try session.waitForEnd()
    #expect(try session.modesAreRestored())
    #expect(try !session.tmux.isAlternateScreen())
    #expect(try session.tmux.isCursorShown())
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT])
  func aSignalLeavesTheTerminalAsItWas(signal: Int32) throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    #expect(try session.tmux.isAlternateScreen())
    kill(try session.process(), signal)
    try expectTerminalAsItWas(session)
    #expect(try session.tmux.screen().contains("left \(128 + signal)"))
  }

  @Test(arguments: ["q", "Q", "C-c"])
  func aKeyLeavesTheTerminalAsItWas(key: String) throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    try session.tmux.press(key)
    try expectTerminalAsItWas(session)
  }

  @Test func stoppingGivesTheTerminalBackAndContinuingTakesItAgain() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    let tmux = session.tmux
    try session.start("news", until: "4 new")
    try tmux.press("j")
    try tmux.wait(for: "2/4")
    try tmux.press("C-z")
    try tmux.wait(for: "the shell's screen") { _ in try !tmux.isAlternateScreen() }
    #expect(try tmux.isCursorShown())
    try tmux.enter("echo stopped; fg")
    try tmux.wait(for: "2/4")
    #expect(try tmux.isAlternateScreen())
    try tmux.press("j")
    try tmux.wait(for: "3/4")
    try tmux.press("q")
    try tmux.wait(for: "the shell's screen") { _ in try !tmux.isAlternateScreen() }
  }

  @Test func aClosedTerminalEndsTheProgram() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    let process = try session.process()
    try session.tmux.close()
    var isGone = false
    for _ in 0..<500 where !isGone {
      isGone = kill(process, 0) == -1 && errno == ESRCH
      usleep(10_000)
    }
    #expect(isGone)
  }

  @Test func withoutATerminalItSaysSo() throws {
    defer { khabar.remove() }
    let run = try khabar("news")
    #expect(run.status == 2)
    #expect(run.complaints.contains("terminal"))
  }

  @Test func aClosedPipeEndsACommandQuietly() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.tmux.enter("yes 'a b c' | khabar layout | head -1; echo left $?")
    let screen = try session.tmux.wait(for: "left 0")
    #expect(!screen.contains("khabar:"))
  }
}
