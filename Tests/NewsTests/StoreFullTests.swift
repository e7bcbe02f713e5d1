import Foundation
import GRDB
import Testing

@testable import News

/// A disk that gets full at any page, by SQLite's own limit of pages: what was kept stays, what was
/// not is said to be not.
@Suite struct StoreFullTests {
  private let library: StoreFixture

  init() throws {
    library = try StoreFixture()
    try library.write("a.jsonl", Self.lines(0..<600))
    try library.scan("a.jsonl")
    try library.store.index()
  }

  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { #"{"id":"\#($0)","title":"t\#($0)","body":"word\#($0 % 50) of it"}"# }
      .joined(separator: "\n") + "\n"
  }

  /// Lets the store have so many pages more; nil takes the limit away.
  private func allow(_ pages: Int?) throws {
    try library.store.queue.writeWithoutTransaction { db in
      let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages.map { $0 + count } ?? 1_000_000)")
    }
  }

  private func state() throws -> [String] {
    var lines: [String] = []
    try library.store.exportState { lines.append($0) }
    return lines
  }

  private func check() throws {
    let all = try library.rows()
    #expect(try library.store.tally(of: []).all == all.count)
    #expect(try library.store.tally(of: []).unread == all.count(where: \.isUnread))
    let check = try library.store.queue.writeWithoutTransaction { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(check == ["ok"])
  }

  @Test(arguments: 0..<6) func markThatDidNotFitIsNotThere(pages: Int) throws {
    try allow(pages)
    let ids = try library.rows().map(\.id)
    var failures = 0
    for (number, id) in ids.enumerated() {
      let before = try state()
      do {
        try library.store.change([id], [.starred(true), .tag("tag \(number)", true)])
        #expect(try state().count == before.count + 1)
      } catch let error as StoreError {
        #expect(error.kind == .full)
        #expect(try state() == before)
        failures += 1
        if failures == 3 { break }
      }
    }
    #expect(failures == 3)
    try check()
    // All of a command or nothing.
    let before = try state()
    let error = #expect(throws: StoreError.self) {
      try library.store.change(ids, [.read(true), .tag("a tag of all", true)])
    }
    #expect(error?.kind == .full)
    #expect(try state() == before)
    try allow(nil)
    #expect(try library.store.change(ids, [.read(true)]).count == 600)
    try check()
  }

  @Test(arguments: [0, 1, 2, 3, 5, 8, 13, 21, 34]) func scanThatDidNotFitGoesOnLater(
    pages: Int
  ) throws {
    try library.store.markAllRead(in: .init())
    try allow(pages)
    try library.write("b.jsonl", Self.lines(600..<2_000))
    let error = #expect(throws: StoreError.self) {
      try library.scan("b.jsonl")
      try library.store.index()
    }
    #expect(error?.kind == .full)
    try check()
    try allow(nil)
    try library.scan("b.jsonl")
    try library.store.index()
    #expect(try library.store.tally(of: []) == Tally(all: 2_000, unread: 1_400))
    #expect(try library.store.search(SearchQuestion("word7")).count == 40)
    try check()
  }
}
