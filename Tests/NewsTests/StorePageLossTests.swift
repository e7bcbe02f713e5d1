import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// A store of which one page is lost, whichever it is: every mark on the others is saved.
@Suite struct StorePageLossTests {
  private static let articles = 360

  private let library: StoreFixture
  private let file: String
  private let pages: Int
  /// What was kept before, by the keys of each article.
  private let state: [Set<IdentityKey>: KeptState]

  init() throws {
    library = try StoreFixture()
    file = library.path("lost.sqlite")
    let lines = (0..<Self.articles).map { number in
      """
      {"id":"\(number)","title":"title \(number)","source":{"name":"S\(number % 5)"},
      "url":"https://s\(number % 5).example/\(number)","body":"word\(number % 7)"}
      """.replacing("\n", with: "")
    }
    try library.write("a.jsonl", lines.joined(separator: "\n") + "\n")
    try library.scan("a.jsonl")
    let ids = try library.rows().map(\.id)
    try library.store.change(Array(ids[0..<180]), [.read(true)])
    try library.store.change(Array(ids[120..<240]), [.starred(true)])
    // So many pairs that their table and their index have branches.
    for tag in 0..<12 {
      try library.store.change(Array(ids[(20 * tag)...]), [.tag("tag\(tag)", true)])
    }
    try library.store.keep(TextPlace(block: 2, offset: 3), of: ids[5])
    try library.store.index()
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    pages = try Data(contentsOf: URL(filePath: library.store.path)).count / 4096
    state = try Self.state(of: library.store)
  }

  private static func state(of store: NewsStore) throws -> [Set<IdentityKey>: KeptState] {
    var states: [Set<IdentityKey>: KeptState] = [:]
    try store.queue.unsafeRead { db in
      try KeptState.forEach(in: db) { states[Set($0.keys)] = $0 }
    }
    return states
  }

  /// How many rows of its table each page holds, as SQLite counts them; by the page's number.
  private func rows() throws -> [Int: (table: String, count: Int)] {
    try library.store.queue.unsafeRead { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT pageno, name, CASE WHEN pagetype = 'internal' AND name = 'statuses'
            THEN 0 ELSE ncell END FROM dbstat
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ($0[1], $0[2])) })
    }
  }

  /// Puts the library without those bytes aside, and gives what is kept of it.
  private func rescued(_ change: (FileHandle) throws -> Void) throws -> NewsStore {
    for name in try FileManager.default.contentsOfDirectory(atPath: library.folder)
    where name.hasPrefix("lost.sqlite") {
      try FileManager.default.removeItem(atPath: library.path(name))
    }
    try FileManager.default.copyItem(atPath: library.store.path, toPath: file)
    let handle = try #require(FileHandle(forUpdatingAtPath: file))
    try change(handle)
    try handle.close()
    _ = try #require(try DamagedStore.putAside(file, while: { true }))
    return try NewsStore(at: file, .reading)
  }

  /// Compares what was kept with what is: how many articles are lost, and how many tags of others.
  ///
  /// - Parameter dates: whether times and places must be as they were.
  private func losses(
    _ store: NewsStore, dates: Bool, _ page: Comment
  ) throws -> (articles: Int, tags: Int) {
    var losses = (articles: state.count, tags: 0)
    var before: [IdentityKey: KeptState] = [:]
    for (keys, state) in state {
      for key in keys { before[key] = state }
    }
    for (keys, state) in try Self.state(of: store) {
      let was = try #require(keys.first.flatMap { before[$0] }, page)
      #expect(keys.isSubset(of: was.keys), page)
      #expect(Set(state.tags.value).isSubset(of: was.tags.value), page)
      #expect(state.read.value == was.read.value, page)
      #expect(state.starred.value == was.starred.value, page)
      var same = state
      (same.keys, same.tags) = (was.keys, was.tags)
      #expect(same == was || !dates, page)
      losses.articles -= 1
      losses.tags += was.tags.value.count - state.tags.value.count
    }
    return losses
  }

  @Test func marksOnOtherPagesAreKeptWhicheverPageIsLost() throws {
    var random = Random(seed: 5)
    let rows = try rows()
    for page in 1...pages {
      let rubbish = (0..<4096).map { _ -> UInt8 in
        [0, 0xFF, UInt8.random(in: 0...255, using: &random)][page % 3]
      }
      let store = try rescued { handle in
        try handle.seek(toOffset: UInt64(page - 1) * 4096)
        try handle.write(contentsOf: Data(rubbish))
      }
      let (table, count) = rows[page] ?? ("", 0)
      let what: Comment = "page \(page) of \(table)"
      let lost = try losses(store, dates: table != "statuses", what)
      switch table {
      case "identities": #expect(lost.articles <= count && lost.tags == 0, what)
      // Those that have nothing else.
      case "tags": #expect(lost.articles <= 120, what)
      // The lists tell what was marked. One article has only a place.
      case "statuses": #expect(lost.articles <= 1 && lost.tags == 0, what)
      // What stands in the table of taggings or in its index stands in the other, too.
      default: #expect(lost.articles == 0 && lost.tags == 0, what)
      }
      let hasSource = try store.sources().map(\.path) == [library.path("a.jsonl")]
      #expect(hasSource || table == "sources", what)
    }
    for table in ["sqlite_schema", "statuses", "identities", "taggings", "taggings_of_tag"] {
      #expect(rows.values.filter { $0.table == table }.count >= 3, "\(table) has no branch")
    }
  }

  @Test func marksBeforeTheEndAreKeptWhereverTheFileIsCutOff() throws {
    let rows = try rows()
    for page in stride(from: 1, through: pages, by: 7) {
      let store = try rescued { try $0.truncate(atOffset: UInt64(page) * 4096 - 100) }
      let lost = try losses(store, dates: false, "cut off in page \(page)")
      let gone = rows.filter { $0.key >= page }.values
      let most = gone.filter { $0.table == "statuses" || $0.table == "identities" }.map(\.count)
      #expect(lost.articles <= most.reduce(0, +), "cut off in page \(page)")
      if !gone.contains(where: { $0.table.hasPrefix("tag") }) { #expect(lost.tags == 0) }
    }
  }

  /// Pages that SQLite has no more use for keep what they held.
  @Test func remainsOfOlderRowsDoNotCount() throws {
    let leaves = try library.store.queue.unsafeRead { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT pageno FROM dbstat WHERE name = 'statuses' AND pagetype = 'leaf' ORDER BY pageno
          """)
    }
    let last = try #require(leaves.last)
    let old = try Data(contentsOf: URL(filePath: library.store.path))
      .dropFirst((last - 1) * 4096).prefix(4096)
    let ids = try library.rows().map(\.id)
    try library.store.change(ids, [.read(true), .starred(true)])
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let marked = try Self.state(of: library.store)
    let free = try #require(try rows().filter { $0.value.table == "texts" }.keys.min())
    try #require(free < last)
    let lost = try rows().filter { $0.value.table == "sqlite_schema" }.keys
    let store = try rescued { handle in
      // With all of the list of tables no page is known to be of any.
      for page in lost {
        try handle.seek(toOffset: UInt64(page - 1) * 4096)
        try handle.write(contentsOf: Data(count: 4096))
      }
      try handle.seek(toOffset: UInt64(free - 1) * 4096)
      try handle.write(contentsOf: old)
    }
    #expect(try Self.state(of: store) == marked)
  }

  @Test func marksInALogBesideALibraryThatCantBeReadAreSaved() throws {
    try FileManager.default.copyItem(atPath: library.store.path, toPath: file)
    let store = try NewsStore(at: file, .writing)
    let id = try #require(try store.articles(spelt: "359").first?.id)
    try store.change([id], [.starred(true), .tag("late", true)])
    let marked = try Self.state(of: store)
    #expect(marked != state)
    // The first page of the log's copy of it is not lost, nor are those it holds later ones of.
    let handle = try #require(FileHandle(forUpdatingAtPath: file))
    for page in try rows().filter({ ["identities", "sqlite_schema"].contains($0.value.table) })
      .filter({ $0.value.count == 0 || $0.value.table == "sqlite_schema" }).keys
    {
      try handle.seek(toOffset: UInt64(page - 1) * 4096)
      try handle.write(contentsOf: Data(count: 4096))
    }
    try handle.close()
    _ = try #require(try DamagedStore.putAside(file, while: { true }))
    #expect(try Self.state(of: NewsStore(at: file, .reading)) == marked)
    withExtendedLifetime(store) {}
  }
}
