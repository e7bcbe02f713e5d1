import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// Random commands, held against a plain model of what the library must say after each.
@Suite struct StoreModelTests {
  /// What is kept of one article.
  private struct Kept: Equatable {
    var isRead = false
    var isStarred = false
    var tags: Set<String> = []

    mutating func set(_ mark: Mark) {
      switch mark {
      case .read(let isSet): isRead = isSet
      case .starred(let isSet): isStarred = isSet
      case .tag(let tag, true): tags.insert(tag)
      case .tag(let tag, false): tags.remove(tag)
      }
    }

    func has(_ mark: Mark) -> Bool {
      var copy = self
      copy.set(mark)
      return copy == self
    }
  }

  /// The library as anyone would write it down: who holds what, and what was done with it.
  private struct Model {
    /// One mark of one article that a command changed; it was the opposite before.
    struct Change {
      var id: Int
      var mark: Mark
    }

    var held: [String: Set<Int>] = [:]
    var kept: [Int: Kept] = [:]
    var done: [[Change]] = []
    var undone: [[Change]] = []
    /// The day of an article's date; nil is undated.
    var days: [Int: Int] = [:]

    var all: Set<Int> { held.values.reduce(into: []) { $0.formUnion($1) } }
    var unread: Set<Int> { all.filter { !state($0).isRead } }
    var starred: Set<Int> { all.filter { state($0).isStarred } }

    func state(_ id: Int) -> Kept { kept[id] ?? Kept() }

    mutating func change(_ ids: Set<Int>, _ marks: [Mark]) -> Int {
      var changes: [Change] = []
      for mark in marks {
        for id in ids.intersection(all) where !state(id).has(mark) {
          kept[id, default: Kept()].set(mark)
          changes.append(Change(id: id, mark: mark))
        }
      }
      if !changes.isEmpty {
        done.append(changes)
        undone = []
      }
      return Set(changes.map(\.id)).count
    }

    mutating func undo() -> Int? {
      guard let changes = done.popLast() else { return nil }
      let back = revert(changes)
      guard !back.isEmpty else { return undo() }
      undone.append(back)
      return Set(back.map(\.id)).count
    }

    mutating func redo() -> Int? {
      guard let changes = undone.popLast() else { return nil }
      let back = revert(changes)
      guard !back.isEmpty else { return redo() }
      done.append(back)
      return Set(back.map(\.id)).count
    }

    /// Takes changes back where they still stand and the article is there.
    private mutating func revert(_ changes: [Change]) -> [Change] {
      var back: [Change] = []
      for change in changes where all.contains(change.id) && state(change.id).has(change.mark) {
        let mark = change.mark.opposite
        kept[change.id, default: Kept()].set(mark)
        back.append(Change(id: change.id, mark: mark))
      }
      return back
    }

    mutating func prune(beforeDay day: Int) -> Int {
      let gone = all.filter { id in
        let state = state(id)
        let isOld = days[id].map { $0 < day } ?? false
        return isOld && state.isRead && !state.isStarred && state.tags.isEmpty
      }
      for name in held.keys { held[name]?.subtract(gone) }
      return gone.count
    }
  }

  @Test(arguments: 1...6) func libraryAgreesWithThePlainModel(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    var model = Model()
    let names = ["a.jsonl", "b.jsonl", "folder/c.jsonl"]
    for _ in 0..<90 {
      switch Int.random(in: 0..<14, using: &random) {
      case 0...3:
        let name = names.randomElement(using: &random) ?? names[0]
        let ids = Set((0..<12).map { _ in Int.random(in: 0..<40, using: &random) })
        let days = ids.map { ($0, Int.random(in: 10..<14, using: &random)) }
        try library.write(name, lines(days, &random))
        try library.scan(name)
        model.held[name, default: []].formUnion(ids)
      case 4...7:
        let ids = Set((0..<4).map { _ in Int.random(in: 0..<40, using: &random) })
        let marks = (0..<Int.random(in: 1...3, using: &random)).map { _ in mark(&random) }
        guard Set(marks.map(\.opposite)).isDisjoint(with: marks) else { continue }
        let marked = try library.store.change(articles(ids, library), marks)
        #expect(marked.count == model.change(ids, marks))
        #expect(marked.tally.unread == model.unread.count)
      case 8:
        let name = names.filter { model.held[$0] != nil }.randomElement(using: &random)
        let source = try name.flatMap { try library.store.source(at: library.path($0)) }
        let ids = name.flatMap { model.held[$0] } ?? model.all
        let scope = NewsStore.Scope(sources: source.map { [$0] } ?? [])
        #expect(
          try library.store.markAllRead(in: scope).count == model.change(ids, [.read(true)]))
      case 9...10:
        #expect(try library.store.undo()?.count == model.undo())
      case 11:
        #expect(try library.store.redo()?.count == model.redo())
      case 12:
        // Two sources may date an article differently; the library's date is the one that counts.
        for row in try library.rows() {
          model.days[number(row)] = row.date.map { Int(($0.seconds - Self.march) / 86_400) + 1 }
        }
        let day = Int.random(in: 10..<14, using: &random)
        let before = Self.march + Int64(day - 1) * 86_400
        let prunable = try library.store.prunable(before: before)
        #expect(try library.store.prune(before: before) == prunable)
        #expect(prunable == model.prune(beforeDay: day))
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

  /// 2024-03-01T00:00:00Z.
  private static let march: Int64 = 1_709_251_200

  private func mark(_ random: inout Random) -> Mark {
    let isSet = Bool.random(using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .starred(isSet)
    case 1: return .tag(["a", "ب"].randomElement(using: &random) ?? "a", isSet)
    default: return .read(isSet)
    }
  }

  private func lines(_ days: [(id: Int, day: Int)], _ random: inout Random) -> String {
    days.map { id, day in
      let title = ["news", "خبر"].randomElement(using: &random) ?? ""
      let date = day == 13 ? "" : #", "date": "2024-03-\#(day)T00:00:00Z""#
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
    #expect(Set(rows.filter(\.isUnread).map(number)) == model.unread)
    #expect(Set(rows.filter(\.isStarred).map(number)) == model.starred)
    #expect(try library.titles(.init(kind: .starred)) == rows.filter(\.isStarred).map(\.title))
    for row in rows {
      let tags = try library.store.status(of: row.id)?.tags
      #expect(tags.map(Set.init) == model.state(number(row)).tags)
    }
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

extension Mark {
  /// The mark that takes this one off.
  fileprivate var opposite: Mark {
    switch self {
    case .read(let isSet): .read(!isSet)
    case .starred(let isSet): .starred(!isSet)
    case .tag(let tag, let isSet): .tag(tag, !isSet)
    }
  }
}
