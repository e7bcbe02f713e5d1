import Foundation
import TestSupport
import Testing

/// Searching as a person does it: letters typed in a terminal, hits and marked words on it.
@Suite(.serialized) struct SearchingTests {
  let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    try khabar.write(Edition.file, to: "news/edition.jsonl")
    try khabar("scan", "news")
  }

  /// «مكتبة» as a screen shows it, from left to right: joined letters in visual order.
  private static let library = "\u{FE94}\u{FE92}\u{FE98}\u{FEDC}\u{FEE3}"

  /// What stands on the screen in the colours of a match: black on yellow, or, selected, yellow on
  /// blue.
  private static func marked(_ styled: String) -> [String] {
    styled.components(separatedBy: "\u{1B}[").reduce(
      into: (colours: Set<String>(), found: [String]())
    ) { state, part in
      guard let end = part.firstIndex(of: "m") else { return }
      for code in part[..<end].split(separator: ";", omittingEmptySubsequences: false) {
        switch code {
        case "", "0": state.colours = []
        case "39": state.colours.subtract(["30", "33"])
        case "49": state.colours.subtract(["43", "44"])
        default:
          if code.hasPrefix("3") { state.colours = state.colours.filter { $0.hasPrefix("4") } }
          if code.hasPrefix("4"), code.count == 2 {
            state.colours = state.colours.filter { $0.hasPrefix("3") }
          }
          state.colours.insert(String(code))
        }
      }
      let text = String(part[part.index(after: end)...]).trimmingCharacters(
        in: .whitespacesAndNewlines)
      let isMatch =
        state.colours.isSuperset(of: ["30", "43"])
        || state.colours.isSuperset(of: ["33", "44"])
      if isMatch, !text.isEmpty { state.found.append(text) }
    }.found
  }

  @Test func anArabicWordIsFoundAsItIsTypedAndMarkedOnThePage() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    let tmux = session.tmux
    try session.start("", until: "4 unread")
    // Written with another last letter than in the news.
    try tmux.press("/", "م", "ك", "ت", "ب", "ه")
    let typed = try tmux.wait(for: "1 hit")
    #expect(typed.contains("Search:"))
    #expect(typed.contains(Self.library))
    #expect(!typed.contains("Harbour library"))
    #expect(Self.marked(try tmux.styledScreen()) == [Self.library])
    try tmux.press("Enter")
    try tmux.wait(for: "n next hit")
    try tmux.press("Enter")
    try tmux.wait(for: "1,200")
    try tmux.press("n")
    try tmux.wait(for: "Match 1 of 2")
    #expect(Self.marked(try tmux.styledScreen()) == [Self.library, Self.library])
    try tmux.press("n", "n")
    try tmux.wait(for: "Match 1 of 2, from the start again")
    // Back to the hits, where it is read now, and to the list as it was.
    try tmux.press("q")
    try tmux.wait(for: "the hits") { Session.unreadRows($0) == 0 && $0.contains("1 hit") }
    try tmux.press("Escape")
    try tmux.wait(for: "the list") { Session.unreadRows($0) == 3 && $0.contains("Harbour library") }
    try tmux.press("Escape")
    try tmux.press("Q")
    #expect(try session.waitForEnd().contains("left 0"))
  }

  @Test func whatIsTakenInWhileHitsAreShownIsFound() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    let tmux = session.tmux
    try session.start("", until: "4 unread")
    try tmux.press("/", "l", "i", "b", "r", "a", "r", "y", "Enter")
    try tmux.wait(for: "1 hit ")
    func add(_ name: String, _ day: Int) throws {
      let line =
        #"{"id":"\#(name)","title":"\#(name) library","date":"2026-11-\#(day)","lang":"en"}"#
      try khabar.write(line, to: "news/\(name).json")
      try khabar("scan", "news")
    }
    try add("second", 24)
    // Nothing was moved yet: the first hit is selected.
    let screen = try tmux.wait(for: "2 hits")
    #expect(screen.contains("second library"))
    #expect(screen.contains("1/2"))
    try tmux.press("j", "k")
    try add("third", 25)
    // The cursor stays with its hit.
    #expect(try tmux.wait(for: "3 hits").contains("2/3"))
    try tmux.press("/", "z", "q", "x", "Enter")
    try tmux.wait(for: "Nothing was found for “zqx”")
    try tmux.press("/", "before:", "Enter")
    try tmux.wait(for: "Nothing stands after before:")
    try tmux.press("C-u", "*", "Enter")
    try tmux.wait(for: "Nothing to look for")
    try tmux.press("Escape")
    try tmux.wait(for: "1/6")
  }
}
