import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// The reader killed at any moment, while it marks and while it takes news in: what the last screen
/// shows as kept is kept, and nothing is half there.
@Suite(.serialized, .enabled(if: Tmux.isInstalled)) struct ReaderKillTests {
  private static let rounds = 120
  private static let rows = 20

  private let khabar: Khabar

  init() throws { khabar = try Khabar() }

  private var store: String { khabar.folder.appending(path: "data/khabar/news.sqlite").path }

  /// A terminal whose program can be started again and again; what the dead one showed stays.
  private func terminal() throws -> Tmux {
    var environment = khabar.environment
    environment["TERM"] = "tmux-256color"
    let tmux = try Tmux(
      columns: 80, rows: 24, command: ["/bin/sleep", "1000"], environment: environment,
      folder: khabar.folder.path)
    try tmux.keepDeadScreens()
    return tmux
  }

  private func read<T>(_ body: (Database) throws -> T) throws -> T {
    // For writing: what is left in the log is taken in as any next command would.
    try DatabaseQueue(path: store).writeWithoutTransaction(body)
  }

  /// The titles of what is read, starred and unread.
  private func kept() throws -> (read: Set<String>, starred: Set<String>) {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT h.title, t.read, t.starred FROM headlines h JOIN statuses t ON t.id = h.id"
      )
      return (
        Set(rows.filter { $0[1] == 1 }.map { $0[0] }), Set(rows.filter { $0[2] == 1 }.map { $0[0] })
      )
    }
  }

  /// What a screen shows as read and as starred.
  private func shown(_ screen: String) -> (read: Set<String>, starred: Set<String>) {
    var shown: (read: Set<String>, starred: Set<String>) = ([], [])
    for row in screen.split(separator: "\n") {
      guard let match = row.firstMatch(of: /\bm[0-9]+\b/) else { continue }
      if !row.contains("●") { shown.read.insert(String(match.output)) }
      if row.contains("★") { shown.starred.insert(String(match.output)) }
    }
    return shown
  }

  private func killReader(_ tmux: Tmux) throws -> String {
    if let process = try tmux.process() { kill(process, SIGKILL) }
    try waitForDeath(tmux)
    return try tmux.screen()
  }

  private func waitForDeath(_ tmux: Tmux) throws {
    try tmux.wait(for: "its death") { _ in try tmux.format("#{pane_dead}") == "1" }
  }

  @Test func whatTheLastScreenShowsIsKept() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.numbered(0..<Self.rows, of: "m"), to: "marks.jsonl")
    try khabar("scan", "marks.jsonl")
    let tmux = try terminal()
    var random = Random(seed: 11)
    var changes = 0
    for _ in 0..<Self.rounds {
      // Every row is changed once at most, so what a screen shows of it can't be out of date.
      _ = try khabar.run(["mark"] + (0..<Self.rows).map { "m\($0)" } + ["--unread", "--unstar"])
      try tmux.respawn([Khabar.binary])
      try tmux.wait(for: "the list") { shown($0).read.isEmpty && $0.contains("m1 ") }
      let changed = Int.random(in: 1...12, using: &random)
      try tmux.press((0..<changed).flatMap { [$0.isMultiple(of: 2) ? "m" : "*", "j"] })
      // It is killed at once, or when so many of the changes are shown.
      let awaited = Int.random(in: 0...changed, using: &random)
      if awaited > 0 {
        try tmux.wait(for: "\(awaited) changes") { screen in
          let shown = shown(screen)
          return shown.read.count + shown.starred.count >= awaited
        }
      }
      let last = shown(try killReader(tmux))
      let after = try kept()
      #expect(last.read.isSubset(of: after.read), "shown as read, and not kept")
      #expect(last.starred.isSubset(of: after.starred), "shown as starred, and not kept")
      if !last.read.isEmpty || !last.starred.isEmpty { changes += 1 }
      let unread = Self.rows - after.read.count
      try read { (db: Database) throws in
        func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
        #expect(try count("SELECT count(*) FROM unread WHERE source = 0") == unread)
        #expect(try count("SELECT unread FROM tallies WHERE source = 0") == unread)
        #expect(try count("SELECT count(*) FROM starred") == after.starred.count)
      }
    }
    #expect(changes > Self.rounds / 4, "\(changes) of \(Self.rounds) had shown anything")
    #expect(try read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }

  @Test func nothingIsHalfThereWhenItIsKilledInAScan() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.numbered(0..<Self.rows, of: "m"), to: "marks.jsonl")
    try khabar("scan", "marks.jsonl")
    try khabar("mark", "m3", "m4", "--read", "--star")
    let tmux = try terminal()
    var random = Random(seed: 12)
    var whole = 0
    let rounds = Self.rounds / 2
    for round in 0..<rounds {
      try khabar.write(Edition.numbered(0..<300, of: "i\(round)-"), to: "news/\(round).jsonl")
      // By a clock that runs from its start, as no screen tells of the moments within a batch.
      let moment = Double.random(in: 0.02...0.4, using: &random)
      try tmux.respawn(
        ["timeout", "--foreground", "-s", "KILL", "\(moment)", Khabar.binary, "news"])
      try waitForDeath(tmux)
      try read { (db: Database) throws in
        func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
        let all = try count("SELECT count(*) FROM headlines")
        #expect(try count("SELECT count(DISTINCT place >> 4) FROM texts") == all)
        #expect(try count("SELECT count(DISTINCT rank) FROM sightings") == all)
        #expect(try count("SELECT \"all\" FROM tallies WHERE source = 0") == all)
        #expect(try count("SELECT count(*) FROM statuses WHERE read = 1 AND starred = 1") == 2)
        if all == Self.rows + 300 * (round + 1) { whole += 1 }
      }
    }
    #expect(whole < rounds, "every scan was done before the reader was killed")
    try khabar("scan", "news")
    #expect(try khabar("count").output == "\(Self.rows + 300 * rounds)\n")
    #expect(try khabar("search", "word").lines.count == Self.rows + 300 * rounds)
    #expect(try khabar("count", "--starred").output == "2\n")
  }
}
