import Foundation
import GRDB
import Testing

@testable import News

/// How the index of words follows the library.
@Suite struct StoreIndexTests {
  @Test func tagOfOnesOwnIsFoundAtOnce() throws {
    let library = try StoreFixture(searching: [("one", "word"), ("two", "word")])
    let store = library.store
    try store.change([library.id("two")], [.tag("مدينة", true)])
    #expect(try library.found("tag:المدينة") == ["two"])
    #expect(try library.found("مدينة word") == ["two"])
    try store.change([library.id("two")], [.tag("مدينة", false)])
    #expect(try library.found("tag:مدينة") == [])
    #expect(try library.found("word") == ["one", "two"])
  }

  /// What waits is folded in memory, and an article may be a book.
  @Test func longArticlesAreIndexedAFewAtATime() throws {
    let body = String(repeating: "a long story ", count: 100_000)
    let library = try StoreFixture(searching: (0..<5).map { ("book \($0)", body) })
    try library.store.write { db in
      try db.execute(sql: "INSERT INTO unindexed(rank) SELECT rank FROM headlines")
    }
    let batch = try library.store.read { db in try SearchIndexing.Batch(db, above: .min) }
    #expect(batch.documents.count == 2)
  }

  @Test func articlesThatWaitAreNotCountedForEveryQuestion() throws {
    func line(_ number: Int) -> String { #"{"id": "\#(number)", "title": "t\#(number)"}"# + "\n" }
    let library = try StoreFixture()
    try library.write("a.jsonl", (0..<4).map(line).joined())
    try library.scan("a.jsonl")
    let store = library.store
    // Each look at the clock is a second later.
    #expect(try store.indexed(within: 1_500) == (0, 4))
    try store.queue.write { db in
      try db.execute(sql: "DELETE FROM unindexed WHERE rank = (SELECT min(rank) FROM unindexed)")
    }
    #expect(try store.indexed(within: 1_000_000) == (0, 4))
    #expect(try store.indexed(within: 500) == (1, 4))
    // Where none waits that is known at once.
    try store.index()
    #expect(try store.indexed(within: 1_000_000) == (4, 4))
  }
}
