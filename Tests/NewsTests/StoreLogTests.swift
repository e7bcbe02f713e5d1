import Foundation
import GRDB
import Glibc
import Testing

@testable import News

@Suite struct StoreLogTests {
  private let library: StoreFixture

  init() throws {
    library = try StoreFixture()
    let lines = (0..<4_000).map { #"{"id": "\#($0)", "title": "a headline, number \#($0)"}"# }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    // What was copied meanwhile may begin the log anew, and marks make it long again.
    library.store.log.end()
    for _ in 0..<6 {
      try library.store.markAllRead(in: .init())
      _ = try library.store.undo()
    }
  }

  /// How many pages who opens the store has to read of its log: those of its beginning that are
  /// salted as its header is (SQLite's file format, 4.1).
  private func pagesToRead() throws -> Int {
    let log = [UInt8](try Data(contentsOf: URL(filePath: library.store.path + "-wal")))
    let salt = log[16..<24]
    let size = 24 + log[8..<12].reduce(0) { $0 << 8 | Int($1) }
    let frames = stride(from: 32, through: log.count - size, by: size)
    return frames.prefix { log[($0 + 8)..<($0 + 16)].elementsEqual(salt) }.count
  }

  @Test func aLongLogIsBegunAnew() throws {
    try #require(pagesToRead() > 250)
    library.store.shortenLog()
    #expect(try pagesToRead() == 1)
    #expect(try library.open(.reading).tally(of: []).all == 4_000)
    #expect(library.problems.isEmpty)
  }

  @Test func aLongLogIsBegunAnewWhereItIsBeingCopied() throws {
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "CREATE TABLE much AS SELECT randomblob(40000000) AS some")
    }
    let size = try fileSize()
    for _ in 0..<8 { library.store.log.note() }
    // The file grows in the middle of the copying.
    let limit = ContinuousClock.now + .seconds(30)
    while try fileSize() == size, ContinuousClock.now < limit { sched_yield() }
    library.store.shortenLog()
    #expect(try pagesToRead() == 1)
  }

  @Test func aLogStaysWhileAnotherReads() throws {
    let pages = try pagesToRead()
    let other = try library.open(.reading)
    try other.queue.read { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM headlines") == 4_000)
      try library.store.mark([library.id("a headline, number 7")], read: true)
      library.store.shortenLog()
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM headlines") == 4_000)
    }
    #expect(try pagesToRead() > pages)
    #expect(try other.tally(of: []).unread == 3_999)
  }

  @Test func logIsCopiedWhileMuchIsWritten() throws {
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "CREATE TABLE much(some BLOB)")
    }
    let size = try fileSize()
    for _ in 0..<16 {
      try library.store.writeLoosely { db in
        try db.execute(sql: "INSERT INTO much VALUES(randomblob(40000))")
      }
    }
    library.store.log.end()
    #expect(try fileSize() > size + 300_000)
  }

  @Test func removedStoreIsNotMadeAgainByCopying() throws {
    try FileManager.default.removeItem(atPath: library.store.path)
    let log = LogCopying(library.store.path)
    for _ in 0..<8 { log.note() }
    log.end()
    #expect(!FileManager.default.fileExists(atPath: library.store.path))
  }

  private func fileSize() throws -> Int {
    try FileManager.default.attributesOfItem(atPath: library.store.path)[.size] as? Int ?? 0
  }
}
