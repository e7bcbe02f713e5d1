import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// Random commands, held against a plain model of what the library must say after each.
@Suite struct StoreModelTests {
  /// The library as anyone would write it down: who holds what, and what was read.
  private struct Model {
    var held: [String: Set<Int>] = [:]
    var read: Set<Int> = []
    var commands: [(ids: Set<Int>, read: Bool)] = []

    var all: Set<Int> { held.values.reduce(into: []) { $0.formUnion($1) } }

    mutating func mark(_ ids: Set<Int>, _ isRead: Bool) -> Int {
      let changed = ids.intersection(all).filter { read.contains($0) != isRead }
      if isRead { read.formUnion(changed) } else { read.subtract(changed) }
      if !changed.isEmpty { commands.append((changed, isRead)) }
      return changed.count
    }

    mutating func undo() -> Int? {
      guard let (ids, isRead) = commands.popLast() else { return nil }
      let changed = ids.intersection(all).filter { read.contains($0) == isRead }
      if isRead { read.subtract(changed) } else { read.formUnion(changed) }
      return changed.count
    }
  }

  @Test(arguments: 1...4) func libraryAgreesWithThePlainModel(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    var model = Model()
    let names = ["a.jsonl", "b.jsonl", "folder/c.jsonl"]
    for _ in 0..<80 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        let name = names.randomElement(using: &random) ?? names[0]
        let ids = Set((0..<12).map { _ in Int.random(in: 0..<40, using: &random) })
        try library.write(name, lines(ids, &random))
        try library.scan(name)
        model.held[name, default: []].formUnion(ids)
      case 4...6:
        let ids = Set((0..<4).map { _ in Int.random(in: 0..<40, using: &random) })
        let isRead = Bool.random(using: &random)
        let marked = try library.store.mark(articles(ids, library), read: isRead)
        #expect(marked.count == model.mark(ids, isRead))
        #expect(marked.tally.unread == model.all.subtracting(model.read).count)
      case 7:
        let name = names.filter { model.held[$0] != nil }.randomElement(using: &random)
        let source = try name.flatMap { try library.store.source(at: library.path($0)) }
        let ids = name.flatMap { model.held[$0] } ?? model.all
        let scope = NewsStore.Scope(sources: source.map { [$0] } ?? [])
        #expect(try library.store.markAllRead(in: scope).count == model.mark(ids, true))
      case 8:
        #expect(try library.store.undo()?.count == model.undo())
      default:
        guard let name = model.held.keys.sorted().randomElement(using: &random),
          let source = try library.store.source(at: library.path(name))
        else { continue }
        try library.store.forget(source)
        model.held[name] = nil
      }
      try compare(library, model)
    }
  }

  private func lines(_ ids: Set<Int>, _ random: inout Random) -> String {
    ids.map { id in
      let title = ["news", "خبر"].randomElement(using: &random) ?? ""
      let day = Int.random(in: 10..<14, using: &random)
      let date = day == 13 ? "" : #", "date": "2024-03-\#(day)""#
      return #"{"id": "\#(id)", "title": "\#(title) \#(id)", "source": "S"\#(date)}"#
    }.joined(separator: "\n")
  }

  private func articles(_ ids: Set<Int>, _ library: StoreFixture) throws -> [ArticleID] {
    try ids.flatMap { try library.store.articles(spelt: String($0)).map(\.id) }
  }

  private func number(_ row: Headline) -> Int {
    row.title.split(separator: " ").last.flatMap { Int($0) } ?? -1
  }

  private func compare(_ library: StoreFixture, _ model: Model) throws {
    let rows = try library.rows()
    #expect(Set(rows.map(number)) == model.all)
    #expect(rows.count == model.all.count)
    #expect(Set(rows.filter(\.isUnread).map(number)) == model.all.subtracting(model.read))
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.rank > $1.rank })
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      #expect((upper.date?.seconds ?? .min) >= (lower.date?.seconds ?? .min))
    }
    try recount(library, rows, source: 0)
    for source in try library.store.sources() {
      let rows = try library.rows(.init(sources: [source.id]))
      let name = source.path.dropFirst(library.folder.count + 1)
      #expect(Set(rows.map(number)) == model.held[String(name)] ?? [])
      try recount(library, rows, source: source.id.rawValue)
    }
  }

  /// Counts what is kept: the tallies, and `unread` against the marks.
  private func recount(_ library: StoreFixture, _ rows: [Headline], source: Int64) throws {
    try library.store.queue.read { db in
      let tally = try Tally.kept(db, source)
      #expect(tally.all == rows.count)
      #expect(tally.unread == rows.count { $0.isUnread })
      #expect(tally.rightToLeft == rows.count { $0.title.hasPrefix("خ") })
      let pairs = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM unread WHERE source = ?", arguments: [source])
      #expect(pairs == tally.unread)
      let unread = try Int64.fetchAll(
        db,
        sql: """
          SELECT h.rank FROM headlines h JOIN statuses t ON t.id = h.id WHERE t.read = 0
          AND (?1 = 0 OR h.rank IN (SELECT rank FROM sightings WHERE source = ?1))
          """, arguments: [source])
      #expect(Set(unread) == Set(rows.filter(\.isUnread).map(\.rank.rawValue)))
    }
  }
}
