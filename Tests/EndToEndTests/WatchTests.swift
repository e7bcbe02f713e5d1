import Foundation
import TestSupport
import Testing

/// Files that change while the reader is open.
@Suite(.enabled(if: Tmux.isInstalled)) struct WatchTests {
  private func article(_ title: String, _ day: Int) -> String {
    #"{"id": "\#(title)", "title": "\#(title)", "date": "2024-03-\#(day)", "source": "S"}"#
  }

  @Test func filesThatComeAndChangeShowWithoutMovingTheReader() throws {
    let khabar = try Khabar()
    defer { khabar.remove() }
    try khabar.write(article("first", 10) + "\n", to: "news/a.jsonl")
    let session = try Session(khabar)
    try session.start("news", until: "first")
    _ = try session.settledScreen()
    // A newer one, in a folder that was not there.
    try khabar.write(article("second", 20), to: "news/new/b.json")
    try session.tmux.wait(for: "second", seconds: 10)
    // The selected row is still the first one's: Enter opens it.
    try session.tmux.press("Enter")
    try session.tmux.wait(for: "the article's page") { screen in
      screen.contains("first") && !screen.contains("second")
    }
    try session.tmux.press("q")
    let lines = try #require(
      FileHandle(forWritingAtPath: khabar.folder.appending(path: "news/a.jsonl").path))
    try lines.seekToEnd()
    try lines.write(contentsOf: Data((article("third", 15) + "\n").utf8))
    try session.tmux.wait(for: "third", seconds: 10)
    // Written elsewhere, and moved over the old one.
    let other = try khabar.write(article("second", 20) + article("fourth", 21), to: "other")
    rename(other, khabar.folder.appending(path: "news/new/b.json").path)
    try session.tmux.wait(for: "fourth", seconds: 10)
    try session.tmux.press("Q")
    try session.waitForEnd()
  }

  @Test func pageSaysThatItsTextChangedAndShowsTheNewOne() throws {
    let khabar = try Khabar()
    defer { khabar.remove() }
    func write(_ body: String) throws {
      let text = #"{"id": "1", "title": "first", "source": "S", "body": "\#(body)"}"#
      try khabar.write(text, to: "news/a.json")
    }
    try write("as it was")
    let session = try Session(khabar)
    try session.start("news", until: "first")
    _ = try session.settledScreen()
    try session.tmux.press("Enter")
    try session.tmux.wait(for: "as it was")
    try write("as it is now")
    try session.tmux.wait(for: "new text: R", seconds: 10)
    try session.tmux.press("R")
    try session.tmux.wait(for: "as it is now")
    try session.tmux.press("Q")
    try session.waitForEnd()
  }
}
