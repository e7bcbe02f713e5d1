import Foundation
import News
import Testing

/// What a reader keeps beside the mark of reading.
@Suite struct StoreKeepTests {
  private let library: StoreFixture

  init() throws {
    library = try StoreFixture()
    try library.write("a.jsonl", Self.lines(1...4))
    try library.scan("a.jsonl")
  }

  private static func lines(_ ids: ClosedRange<Int>) -> String {
    ids.map {
      #"{"id": "\#($0)", "title": "t\#($0)", "date": "2024-03-0\#($0)T10:00:00Z", "source": "S"}"#
    }.joined(separator: "\n") + "\n"
  }

  private func tags(_ title: String) throws -> [String]? {
    try library.store.status(of: library.id(title))?.tags
  }

  @Test func starsAreAListOfTheirOwn() throws {
    try library.store.change([library.id("t1"), library.id("t3")], [.starred(true)])
    #expect(try library.titles(.init(kind: .starred)) == ["t3", "t1"])
    #expect(try library.rows().map(\.isStarred) == [false, true, false, true])
    let source = try #require(try library.store.source(at: library.path("a.jsonl")))
    #expect(try library.titles(.init(sources: [source], kind: .starred)) == ["t3", "t1"])
    #expect(try library.titles(.init(sources: [.init(rawValue: 99)], kind: .starred)) == [])
    #expect(try library.store.starredCount(of: []) == 2)
    let third = try #require(try library.rows(.init(kind: .starred)).first)
    #expect(try library.store.place(of: third.rank, in: .init(kind: .starred)) == (1, 2))
    let next = try library.store.unread(in: .init(kind: .starred), .next, from: third.rank)
    #expect(next?.title == "t1")
  }

  @Test func allOfAListAreMarkedRead() throws {
    try library.store.change([library.id("t1"), library.id("t3")], [.starred(true)])
    let source = try #require(try library.store.source(at: library.path("a.jsonl")))
    #expect(try library.store.markAllRead(in: .init(kind: .history)).count == 0)
    let marked = try library.store.markAllRead(in: .init(sources: [source], kind: .starred))
    #expect(marked.count == 2)
    #expect(try library.rows().filter(\.isUnread).map(\.title) == ["t4", "t2"])
    #expect(try library.store.markAllRead(in: .init(kind: .starred)).count == 0)
    #expect(try library.store.undo()?.count == 2)
    #expect(try library.store.tally(of: []).unread == 4)
  }

  @Test func indexTellsHowFarItIs() throws {
    #expect(try library.store.indexed() == (0, 4))
    try library.store.index()
    #expect(try library.store.indexed() == (4, 4))
    try library.write("a.jsonl", Self.lines(1...9))
    try library.rescan()
    #expect(try library.store.indexed() == (4, 9))
  }

  @Test func historyHasWhatWasReadLastFirst() throws {
    for title in ["t2", "t4", "t1"] {
      try library.store.mark([library.id(title)], read: true)
    }
    let history = NewsStore.Scope(kind: .history)
    let rows = try library.rows(history, page: 1)
    #expect(rows.map(\.title) == ["t1", "t4", "t2"])
    #expect(rows.allSatisfy { ($0.readAt ?? 0) > 1_700_000_000 })
    #expect(try library.store.place(of: rows[1].rank, in: history) == (2, 3))
    try library.store.mark([library.id("t4")], read: false)
    #expect(try library.titles(history) == ["t1", "t2"])
    // Taken back, it was read when it was read.
    _ = try library.store.undo()
    #expect(try library.titles(history) == ["t1", "t4", "t2"])
    // Clearing a list reads nothing.
    try library.store.markAllRead(in: .init())
    #expect(try library.titles(history) == ["t1", "t4", "t2"])
  }

  @Test func tagsAreKeptAndKnown() throws {
    let ids = [try library.id("t1"), try library.id("t2")]
    #expect(try library.store.change(ids, TagText.marks(in: "tram، مدينة")).counts == [2, 2])
    #expect(try tags("t1") == ["tram", "مدينة"])
    #expect(try library.store.tags() == ["tram", "مدينة"])
    try library.store.change([ids[0]], TagText.marks(in: "-tram -unknown later"))
    #expect(try tags("t1") == ["later", "مدينة"])
    #expect(try tags("t2") == ["tram", "مدينة"])
  }

  @Test func tagTextIsReadAsItIsTyped() {
    #expect(
      TagText.marks(in: " a,b ،c،، -d\ta -a ") == [
        .tag("a", false), .tag("b", true), .tag("c", true), .tag("d", false),
      ])
    #expect(TagText.marks(in: "- , ،") == [])
    #expect(TagText.tag("e\u{301}\u{202E}") == "\u{E9}")
    #expect(TagText.tag(String(repeating: "م", count: 100))?.utf8.count == TagText.limit)
  }

  @Test func undoAndRedoGoManySteps() throws {
    let id = try library.id("t1")
    let marks: [Mark] = [.read(true), .starred(true), .tag("a", true), .tag("b", true)]
    var states = [try state(id)]
    for mark in marks {
      try library.store.change([id], [mark])
      states.append(try state(id))
    }
    for index in marks.indices.reversed() {
      #expect(try library.store.undo()?.count == 1)
      #expect(try state(id) == states[index])
    }
    #expect(try library.store.undo() == nil)
    for index in marks.indices {
      #expect(try library.store.redo()?.count == 1)
      #expect(try state(id) == states[index + 1])
    }
    #expect(try library.store.redo() == nil)
    _ = try library.store.undo()
    try library.store.change([id], [.starred(false)])
    #expect(try library.store.redo() == nil)
  }

  private func state(_ id: ArticleID) throws -> [String] {
    let stored = try #require(try library.store.article(id))
    return [
      "\(stored.headline.isUnread) \(stored.headline.isStarred)", "\(stored.status.tags)",
    ]
  }

  @Test func placeIsKept() throws {
    let id = try library.id("t1")
    let place = TextPlace(block: 7, offset: .max)
    #expect(try library.store.keep(place, of: id) == 1)
    #expect(try library.store.keep(place, of: id) == 0)
    #expect(try library.open(.reading).article(id)?.status.place == place)
    try library.store.keep(nil, of: id)
    #expect(try library.store.status(of: id)?.place == nil)
  }

  @Test func articleRemembersWhenItCameFirst() throws {
    // By the clock that a reader's store has.
    let store = try NewsStore(at: library.store.path, .writing)
    try library.write("b.jsonl", Self.lines(5...5))
    _ = try SourceScanner(store: store).scan(
      [store.add(library.path("b.jsonl"))], progress: { _ in true }, problem: { _ in })
    let seen = try #require(try store.status(of: library.id("t5"))?.firstSeen)
    #expect(abs(seen - Int64(Date().timeIntervalSince1970)) < 60)
  }

  @Test func pruningKeepsWhatMatters() throws {
    try library.store.mark(["t1", "t2", "t3"].map { try library.id($0) }, read: true)
    try library.store.change([library.id("t1")], [.starred(true)])
    try library.store.change([library.id("t2")], [.tag("x", true)])
    let april: Int64 = 1_711_929_600
    #expect(try library.store.prunable(before: april) == 1)
    #expect(try library.store.prune(before: april) == 1)
    #expect(try library.titles() == ["t4", "t2", "t1"])
    #expect(try library.store.tally(of: []) == Tally(all: 3, unread: 1))
    #expect(try library.titles(.init(kind: .history)).count == 2)
    // What returns is not new again. (Lines that only grew would not bring it back.)
    try library.write("a.jsonl", "\n" + Self.lines(1...5))
    #expect(try library.rescan().new == 1)
    #expect(try library.rows().map(\.isUnread) == [true, true, false, false, false])
    #expect(try library.titles(.init(kind: .history)).count == 3)
  }
}
