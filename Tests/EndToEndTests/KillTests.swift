import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// Commands killed at any moment: what one exited 0 for is there, and nothing is half there.
@Suite(.serialized) struct KillTests {
  /// How many articles there are to mark, and how many come with each import.
  private static let marked = 60
  private static let imported = 250

  private let khabar: Khabar

  init() throws { khabar = try Khabar() }

  private var store: String { khabar.folder.appending(path: "data/khabar/news.sqlite").path }

  /// Runs a command that is killed by a clock of its own, so many seconds after its start; whether it
  /// was done before.
  private func run(_ arguments: [String], killedAfter moment: Double) throws -> Bool {
    let clock = ["--foreground", "-s", "KILL", "\(moment)", Khabar.binary]
    return try khabar.run(clock + arguments, of: "timeout").status == 0
  }

  @Test func whatWasKeptIsThereHoweverOftenOneIsKilled() throws {
    defer { khabar.remove() }
    var random = Random(seed: 9)
    try khabar.write(Edition.numbered(0..<Self.marked, of: "m"), to: "marks.jsonl")
    try khabar("scan", "marks.jsonl")
    let ids = (0..<Self.marked).map { "m\($0)" }
    var done = 0
    // As long as lets about half of them come to their end, however busy the machine is.
    var longest = 0.12
    for round in 0..<200 {
      let moment = Double.random(in: 0.001..<longest, using: &random)
      let before = try state()
      if round.isMultiple(of: 4) {
        try khabar.write(
          Edition.numbered(0..<Self.imported, of: "i\(round)-"), to: "news/\(round).jsonl")
        let isDone = try run(["scan", "news"], killedAfter: moment)
        let after = try state()
        #expect(after.whole, "an article is half there")
        #expect(after.read == before.read && after.starred == before.starred)
        if isDone { #expect(after.all == Self.marked + (round / 4 + 1) * Self.imported) }
        done += isDone ? 1 : 0
        longest = max(0.02, isDone ? longest * 0.9 : min(longest, 2) * 1.1)
      } else {
        let isSet = Bool.random(using: &random)
        let marks = isSet ? ["--read", "--star"] : ["--unread", "--unstar"]
        let isDone = try run(["mark"] + ids + marks, killedAfter: moment)
        let after = try state()
        let wanted = isSet ? Self.marked : 0
        #expect(after.whole)
        #expect(after.read == after.starred, "one of two marks of a command")
        #expect(after.read == wanted || (!isDone && after.read == before.read))
        done += isDone ? 1 : 0
        longest = max(0.02, isDone ? longest * 0.9 : min(longest, 2) * 1.1)
      }
    }
    // Some came to their end and some did not, or nothing was tried.
    #expect((1..<200).contains(done), "\(done) of 200 came to their end")
    let check = try read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok")
    try khabar("scan")
    #expect(try khabar("count").output == "\(Self.marked + 50 * Self.imported)\n")
  }

  private struct State {
    var all: Int
    var read: Int
    var starred: Int
    /// Whether every article has its body and its source, and the counts are right.
    var whole: Bool
  }

  private func read<T>(_ body: (Database) throws -> T) throws -> T {
    // For writing: what is left in the log is taken in as any next command would.
    try DatabaseQueue(path: store).writeWithoutTransaction(body)
  }

  private func state() throws -> State {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
      let all = try count("SELECT count(*) FROM headlines")
      let unread = try count("SELECT count(*) FROM unread WHERE source = 0")
      let isWhole = try [
        count("SELECT count(DISTINCT place >> 4) FROM texts") == all,
        count("SELECT count(DISTINCT rank) FROM sightings") == all,
        count("SELECT \"all\" FROM tallies WHERE source = 0") == all,
        count("SELECT unread FROM tallies WHERE source = 0") == unread,
        count(
          """
          SELECT count(*) FROM headlines h JOIN statuses t ON t.id = h.id WHERE t.read = 0
          """) == unread,
        count("SELECT count(*) FROM headlines h WHERE h.id NOT IN (SELECT status FROM identities)")
          == 0,
      ].allSatisfy { $0 }
      return State(
        all: all, read: try count("SELECT count(*) FROM statuses WHERE read = 1"),
        starred: try count("SELECT count(*) FROM starred"), whole: isWhole)
    }
  }

  @Test func markThatTheScreenShowsIsThereAfterAKill() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.numbered(0..<8, of: "m"), to: "marks.jsonl")
    try khabar("scan", "marks.jsonl")
    for read in 1...4 {
      let session = try Session(khabar)
      try session.start("", until: "\(9 - read) unread")
      try session.tmux.press("n")
      try session.tmux.press("m")
      try session.tmux.wait(for: "\(8 - read) unread")
      kill(try session.process(), SIGKILL)
      try session.tmux.close()
      #expect(try khabar("count", "--unread").output == "\(8 - read)\n")
    }
  }
}
