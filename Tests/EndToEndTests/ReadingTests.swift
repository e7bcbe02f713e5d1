import Foundation
import TestSupport
import Testing

/// Reading as a person does it: the real program, a real terminal, real keys.
@Suite(.serialized) struct ReadingTests {
  let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    try khabar.write(Edition.file, to: "news/edition.jsonl")
  }

  @Test func whatWasReadIsStillReadAfterTheNextStart() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    let tmux = session.tmux
    try session.start("news", until: "4 new")
    #expect(Session.unreadRows(try tmux.screen()) == 4)
    try tmux.press("Enter")
    try tmux.wait(for: "1,200")
    try tmux.press("q")
    try tmux.wait(for: "three unread rows") { Session.unreadRows($0) == 3 }
    try tmux.press("j", "m")
    try tmux.wait(for: "two unread rows") { Session.unreadRows($0) == 2 }
    try tmux.press("q")
    #expect(try session.waitForEnd().contains("left 0"))
    #expect(try session.modesAreRestored())

    try tmux.enter("clear; khabar")
    try tmux.wait(for: "the list, as it was left") {
      $0.contains("Harbour library") && Session.unreadRows($0) == 2
    }
    try tmux.press("Q")
    #expect(try khabar("count", "--unread").output == "2\n")
  }

  @Test func pagesAreWalkedWithoutLeavingThem() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    try session.tmux.press("G", "Enter")
    try session.tmux.wait(for: "۱۲")
    try session.tmux.press("K")
    try session.tmux.wait(for: "The library opened its doors")
    try session.tmux.press("K")
    try session.tmux.wait(for: "25-30")
    try session.tmux.press("q", "u")
    try session.tmux.wait(for: "an unread row again") { Session.unreadRows($0) == 2 }
    try session.tmux.press("A")
    try session.tmux.wait(for: "no unread row") { Session.unreadRows($0) == 0 }
    try session.tmux.press("u")
    try session.tmux.wait(for: "the marks of before") { Session.unreadRows($0) == 2 }
  }

  @Test func resizingInMidPageKeepsThePlaceInTheText() throws {
    defer { khabar.remove() }
    let words = (1...3000).map { String(format: "w%04d", $0) }.joined(separator: " ")
    try khabar.write(
      #"{"id":"long","title":"Numbered words","lang":"en","body":"\#(words)"}"#, to: "long.json")
    let session = try Session(khabar)
    let tmux = session.tmux
    try session.start("long.json", until: "Numbered words")
    try tmux.press("Enter")
    try tmux.wait(for: "w0001")
    try tmux.press("Space", "Space", "Space", "j", "j")
    let before = Self.words(onFirstLine: try session.settledScreen())
    #expect(!before.isEmpty && !before.contains("w0001"))
    for (columns, rows) in [(40, 12), (200, 60), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
      try tmux.wait(for: "\(rows) rows") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.count == rows && lines.last?.contains("?") == true
      }
      let screen = try session.settledScreen()
      #expect(!Self.words(onFirstLine: screen).isDisjoint(with: before), "\(columns)×\(rows)")
    }
    #expect(Self.words(onFirstLine: try session.settledScreen()) == before)
  }

  /// The numbered words on the first line that has any.
  private static func words(onFirstLine screen: String) -> Set<String> {
    for line in screen.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      let numbered = words.filter { $0.hasPrefix("w") && $0.count == 5 }
      if !numbered.isEmpty { return Set(numbered) }
    }
    return []
  }

  @Test func keysAnswerWhileAnotherProgramHoldsTheWriteLock() throws {
    defer { khabar.remove() }
    try khabar("scan", "news")
    let lock = try WriteLock(on: khabar.folder.appending(path: "data/khabar/news.sqlite").path)
    let session = try Session(khabar)
    try session.start("", until: "4 unread")
    try session.tmux.press("j", "j", "Enter")
    try session.tmux.wait(for: "The library opened its doors")
    try session.tmux.press("q", "G")
    let screen = try session.tmux.wait(for: "4/4")
    #expect(Session.unreadRows(screen) == 4)
    try lock.release()
    try session.tmux.wait(for: "the mark, once it is kept") { Session.unreadRows($0) == 3 }
  }

  @Test func aNewPathIsOpenedBehindTheFirstScreen() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.lines[2], to: "known.json")
    try khabar("scan", "known.json")
    let lock = try WriteLock(on: khabar.folder.appending(path: "data/khabar/news.sqlite").path)
    let session = try Session(khabar)
    try session.start("known.json news", until: "Harbour library")
    try session.tmux.press("Enter")
    try session.tmux.wait(for: "The library opened its doors")
    try lock.release()
    try session.tmux.press("q")
    try session.tmux.wait(for: "what the new path holds") { $0.contains("/4") }
  }

  @Test func marksThatWaitAtTheEndAreKept() throws {
    defer { khabar.remove() }
    try khabar("scan", "news")
    let lock = try WriteLock(on: khabar.folder.appending(path: "data/khabar/news.sqlite").path)
    let session = try Session(khabar)
    try session.start("", until: "4 unread")
    try session.tmux.press("m", "Q")
    try session.tmux.wait(for: "Saving the marks")
    try lock.release()
    #expect(try session.waitForEnd().contains("left 0"))
    #expect(try khabar("count", "--unread").output == "3\n")
  }

  @Test func standardInputIsReadBehindTheFirstScreen() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.tmux.enter("(cat news/edition.jsonl; sleep 60) | khabar -")
    try session.tmux.wait(for: "standard input")
    try session.tmux.press("?")
    try session.tmux.wait(for: "Keys")
    try session.tmux.press("q", "q")
    try session.tmux.wait(for: "the shell's screen") { _ in
      try !session.tmux.isAlternateScreen()
    }
  }

  @Test func aPathWithoutNewsSaysSo() throws {
    defer { khabar.remove() }
    try khabar.write("{", to: "broken.json")
    let session = try Session(khabar)
    try session.start("broken.json", until: "There is no news in broken.json")
    try session.tmux.wait(for: "khabar check broken.json")
  }

  @Test func articlesThatComeWhileReadingShowUp() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    let more = #"{"id":"new","title":"Fresh from the harbour","date":"2026-11-24","body":"b"}"#
    try khabar.write(more, to: "news/more.json")
    try session.tmux.press("r")
    let screen = try session.tmux.wait(for: "Fresh from the harbour")
    #expect(Session.unreadRows(screen) == 5)
  }

  @Test func anEmptyLibrarySaysWhatToDo() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("", until: "khabar PATH")
    try session.tmux.press("q")
    try session.waitForEnd()
  }

  @Test func aMistypedPathSaysWhatIsWrong() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.tmux.enter("khabar nowhere; echo left $?")
    let screen = try session.tmux.wait(for: "left 2")
    #expect(screen.contains("There is no file or folder nowhere"))
  }

  @Test(arguments: [(20, 5, true), (19, 5, false), (20, 4, false), (40, 12, true)])
  func anySizeWorksOrSaysThatItIsTooSmall(columns: Int, rows: Int, works: Bool) throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("news", until: "4 new")
    try session.tmux.resize(columns: columns, rows: rows)
    try session.tmux.wait(for: works ? "a row of the list" : "that it is too small") {
      works ? $0.contains("●") : !$0.contains("●") && $0.contains("20×5")
    }
    try session.tmux.resize(columns: 80, rows: 24)
    try session.tmux.wait(for: "the list again") { Session.unreadRows($0) == 4 }
  }
}
