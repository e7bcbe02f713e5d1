import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// A library whose file turns to rubbish in places, as the commands and the reader meet it.
@Suite(.serialized) struct DamageTests {
  private let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    let lines = (0..<300).map { number in
      #"{"id":"\#(number)","title":"title \#(number)","source":"S","body":"word \#(number)"}"#
    }
    try khabar.write(lines.joined(separator: "\n") + "\n", to: "a.jsonl")
    try khabar("scan", "a.jsonl")
    try khabar("mark", "1", "2", "3", "--read", "--star")
  }

  private var store: URL { khabar.folder.appending(path: "data/khabar/news.sqlite") }

  /// Makes rubbish of the pages of a table that hold its rows.
  private func damage(_ table: String) throws {
    let queue = try DatabaseQueue(path: store.path)
    let pages = try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try Int.fetchAll(
        db, sql: "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'",
        arguments: [table])
    }
    try queue.close()
    let handle = try #require(FileHandle(forWritingAtPath: store.path))
    for page in pages {
      try handle.seek(toOffset: UInt64(page - 1) * 4096)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    }
    try handle.close()
  }

  private func namesAside() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store.deletingLastPathComponent().path)
      .filter { $0.contains(".damaged-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  @Test func whoOnlyReadsADamagedLibraryLeavesItWhereItIs() throws {
    defer { khabar.remove() }
    try damage("headlines")
    let before = try Data(contentsOf: store)
    for command in [["list"], ["count"], ["search", "title"], ["sources"], ["state", "export"]] {
      let run = try khabar.run(command)
      #expect(run.status == 0 || run.status == 2, "\(command): \(run)")
      #expect(run.status == 0 || run.complaints.contains("khabar scan"), "\(command): \(run)")
    }
    #expect(try namesAside().isEmpty)
    #expect(try Data(contentsOf: store) == before)
  }

  @Test func damageThatSomebodyMetIsLookedForByWhoCanMendIt() throws {
    defer { khabar.remove() }
    try damage("headlines")
    #expect(try khabar("list").status == 2)
    // Nothing has changed that a scan would read.
    let run = try khabar("scan")
    #expect(run.status == 0)
    #expect(run.complaints.contains("All marks are saved (3 articles)"), "\(run)")
    #expect(run.output == "297 new, 0 changed, 0 problems\n")
    #expect(try khabar("count", "--starred").output == "3\n")
  }

  @Test func readerThatMetDamagePutsItAsideWhenItIsStartedAgain() throws {
    defer { khabar.remove() }
    try damage("headlines")
    let session = try Session(khabar)
    try session.start("", until: "khabar scan")
    try session.tmux.press("q")
    try session.waitForEnd()
    #expect(try namesAside().isEmpty)
    try session.tmux.enter("clear")
    try session.start("", until: "297 unread")
    try session.tmux.press("q")
    try session.waitForEnd()
    #expect(try namesAside().count == 1)
  }

  @Test func noteOfDamageThatIsNoneCostsNothing() throws {
    defer { khabar.remove() }
    let note = store.path + "-damaged"
    try Data().write(to: URL(filePath: note))
    let run = try khabar("scan")
    #expect(run.output == "0 new, 0 changed, 0 problems\n" && run.complaints.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: note))
    #expect(try namesAside().isEmpty)
  }

  @Test func scanSavesTheMarksOfADamagedLibrary() throws {
    defer { khabar.remove() }
    try damage("headlines")
    try khabar.write(#"{"id":"new","title":"new","source":"S"}"# + "\n", to: "b.jsonl")
    let run = try khabar("scan", "b.jsonl")
    #expect(run.status == 0, "\(run)")
    #expect(run.complaints.contains("All marks are saved (3 articles)"), "\(run)")
    #expect(try namesAside().count == 1)
    let again = try khabar("scan")
    #expect(again.status == 0 && again.complaints.isEmpty, "\(again)")
    #expect(try khabar("count").output == "301\n")
    #expect(try khabar("count", "--starred").output == "3\n")
    #expect(try khabar("list", "--read").lines.count == 3)
  }

  @Test func markOfAnArticleThatIsLostIsNotCalledDone() throws {
    defer { khabar.remove() }
    try damage("statuses")
    let run = try khabar("mark", "9", "--read")
    #expect(run.status == 2)
    #expect(run.complaints.contains("was damaged"), "\(run)")
    try khabar("scan")
    #expect(try khabar("mark", "9", "--read").output == "1 article marked read\n")
  }

  @Test func searchMakesADamagedIndexAnewAndSaysSo() throws {
    defer { khabar.remove() }
    try damage("words_data")
    let run = try khabar("search", "title")
    #expect(run.status == 0 && run.lines.count == 300, "\(run)")
    #expect(run.complaints == "khabar: \(Self.renewed)\n")
    #expect(try khabar("search", "title").complaints.isEmpty)
    #expect(try khabar("count", "--starred").output == "3\n")
    #expect(try namesAside().isEmpty)
  }

  private static let renewed =
    "The search index was damaged and is being made anew; nothing else is lost"

  @Test func readerMakesADamagedIndexAnewAndSaysSo() throws {
    defer { khabar.remove() }
    try damage("words_data")
    let session = try Session(khabar)
    try session.start("", until: "297 unread")
    try session.tmux.press("/")
    try session.tmux.wait(for: "Search:")
    try session.tmux.enter("word")
    try session.tmux.wait(for: "The search index was damaged")
    // The question is asked again whenever the library has changed.
    try session.tmux.wait(for: "300 hits")
    try session.tmux.press("Q")
    try session.waitForEnd()
  }

  @Test func readerSaysWhatToDoWithADamagedLibrary() throws {
    defer { khabar.remove() }
    try damage("statuses")
    let session = try Session(khabar)
    try session.start("", until: "title")
    try session.tmux.press("m")
    try session.tmux.wait(for: "khabar scan")
    try session.tmux.press("Q")
    try session.waitForEnd()
    #expect(try namesAside().isEmpty)
  }
}
