import Foundation
import GRDB
import Glibc
import Synchronization
import Testing

@testable import News

/// Articles of two publications that become one when their headlines become the same.
@Suite struct TwinTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func writeBoth() throws {
    try library.write("a.json", StoreFixture.twin(5, "Gamma one", "A"))
    try library.write(
      "b.json", StoreFixture.twin(9, "Gamma two", "B", #", "date": "2024-03-05T10:00:00Z""#))
    try library.scan("a.json")
    try library.scan("b.json")
  }

  private func makeEqual() throws -> SourceScanner.Report {
    try library.write("b.json", StoreFixture.twin(9, "Gamma one", "B", #", "body": "another""#))
    return try library.rescan()
  }

  @Test func twinsBecomeOneWithWhatWasKeptOfBoth() throws {
    try writeBoth()
    let (a, b) = try (library.id("Gamma one"), library.id("Gamma two"))
    try library.store.change([a], [.read(true), .starred(true), .tag("one", true)])
    try library.store.keep(TextPlace(block: 1, offset: 2), of: a)
    try library.store.change([b], [.tag("two", true)])
    try library.store.keep(TextPlace(block: 3, offset: 4), of: b)
    let report = try makeEqual()
    #expect(report.new == 0 && report.changed == 1)
    let row = try #require(try library.rows().first)
    #expect(try library.rows().count == 1)
    #expect(row.id == a)
    #expect(row.title == "Gamma one")
    #expect(row.publication == "A")
    #expect(row.alsoIn == ["B"])
    #expect(!row.isUnread)
    #expect(row.isStarred)
    #expect(try library.store.article(a)?.sources.count == 2)
    let status = try #require(try library.store.status(of: a))
    #expect(status.tags == ["one", "two"])
    #expect(status.place == TextPlace(block: 3, offset: 4))
    #expect(status.readAt != nil)
    #expect(try library.store.tally(of: []) == Tally(all: 1, unread: 0, rightToLeft: 0))
    #expect(try library.store.sources().map(\.tally) == [Tally(all: 1), Tally(all: 1)])
    #expect(try library.titles(.init(kind: .starred)) == ["Gamma one"])
    #expect(try library.titles(.init(kind: .history)) == ["Gamma one"])
    #expect(try library.store.articles(spelt: "9").map(\.id) == [a])
    // And stays one.
    let source = try #require(try library.store.source(at: library.path("b.json")))
    try library.store.forget(source)
    try library.scan("b.json")
    #expect(try library.rows().map(\.id) == [a])
    #expect(try library.rows().map(\.isUnread) == [false])
  }

  @Test func scanCountsAnArticleThatItJoinsOnce() throws {
    try library.write("b.json", StoreFixture.twin(9, "Gamma two", "B"))
    try library.write("a.json", StoreFixture.twin(5, "Gamma one", "A"))
    for name in ["b.json", "a.json"] { #expect(try library.scan(name).new == 1) }
    // The older one stays, and has another text, too.
    #expect(try makeEqual().changed == 1)
    try library.write("b.json", StoreFixture.twin(9, "Gamma three", "B"))
    try library.write("a.json", StoreFixture.twin(5, "Gamma three", "A"))
    #expect(try library.rescan().changed == 1)
  }

  @Test func newArticlesThatAreOneAreCountedAsOne() throws {
    try library.write("news/a.json", StoreFixture.twin(5, "Gamma one", "A"))
    try library.write("news/b.json", StoreFixture.twin(9, "Gamma two", "B"))
    try library.write("news/c.json", StoreFixture.twin(9, "Gamma one", "B"))
    let report = try library.scan("news")
    #expect(report.new == 1 && report.changed == 0)
    #expect(try library.rows().count == 1)
  }

  @Test func joinedArticleIsNamedAfterWhoStillHoldsIt() throws {
    try writeBoth()
    _ = try makeEqual()
    let id = try library.id("Gamma one")
    let before = try #require(try library.rows().first)
    try library.store.index()
    try library.store.forget(#require(try library.store.source(at: library.path("a.json"))))
    let row = try #require(try library.rows().first)
    #expect(row.publication == "B" && row.alsoIn == [])
    #expect(row.revision > before.revision)
    let article = try #require(try library.store.article(id)?.article)
    #expect(article.publication == Publication(name: "B") && article.alsoIn == [])
    #expect(article.ownID == "9" && article.title == "Gamma one")
    // Its text is B's when that is scanned next, though it has not changed.
    try library.rescan()
    #expect(try library.store.article(id)?.article.body.map(\.text) == ["another"])
    try library.store.index()
    for (question, count) in [("source:A", 0), ("source:B", 1), ("gamma", 1)] {
      #expect(try library.store.search(SearchQuestion(question), .newest).count == count)
    }
    // What it says next is B's own.
    try library.write("b.json", StoreFixture.twin(9, "Gamma last", "B"))
    try library.rescan()
    #expect(try library.rows().map(\.title) == ["Gamma last"])
    #expect(try library.rows().map(\.alsoIn) == [[]])
  }

  @Test func nameStaysWhereAnotherSourceHasTheSamePublication() throws {
    try writeBoth()
    _ = try makeEqual()
    try library.write("copy.json", StoreFixture.twin(5, "Gamma one", "A"))
    try library.scan("copy.json")
    try library.store.forget(#require(try library.store.source(at: library.path("a.json"))))
    #expect(try library.rows().map(\.publication) == ["A"])
    #expect(try library.rows().map(\.alsoIn) == [["B"]])
    // And what nobody holds any more under either name goes.
    for name in ["copy.json", "b.json"] {
      try library.store.forget(#require(try library.store.source(at: library.path(name))))
    }
    #expect(try library.rows().isEmpty)
  }

  @Test func joinedArticleIsFoundByItsOwnTextAndBothTags() throws {
    try writeBoth()
    try library.store.change([library.id("Gamma two")], [.tag("mine", true)])
    try library.store.index()
    _ = try makeEqual()
    try library.store.index()
    for (question, count) in [("two", 0), ("gamma", 1), ("tag:mine", 1), ("source:B", 1)] {
      let hits = try library.store.search(SearchQuestion(question), .newest)
      #expect(hits.count == count, "\(question)")
    }
  }

  @Test func markOfTheSecondCanBeTakenBack() throws {
    try writeBoth()
    let b = try library.id("Gamma two")
    try library.store.mark([b], read: true)
    _ = try makeEqual()
    #expect(try library.rows().map(\.isUnread) == [false])
    #expect(try library.store.undo()?.count == 1)
    #expect(try library.rows().map(\.isUnread) == [true])
    #expect(try library.store.redo()?.count == 1)
    #expect(try library.rows().map(\.isUnread) == [false])
  }

  @Test func whatBothHadGoesWithTheEarlierStep() throws {
    try writeBoth()
    for title in ["Gamma one", "Gamma two"] {
      try library.store.mark([library.id(title)], read: true)
    }
    _ = try makeEqual()
    #expect(try library.store.undo()?.count == 1)
    #expect(try library.rows().map(\.isUnread) == [true])
  }

  @Test func oneStepOfBothIsTakenBackAtOnce() throws {
    try writeBoth()
    try library.store.markAllRead(in: .init())
    _ = try makeEqual()
    #expect(try library.store.undo()?.count == 1)
    #expect(try library.rows().map(\.isUnread) == [true])
  }

  @Test func articleThatIsGoneGivesItsMarks() throws {
    try writeBoth()
    try library.store.change([library.id("Gamma one")], [.read(true), .starred(true)])
    let source = try #require(try library.store.source(at: library.path("a.json")))
    try library.store.forget(source)
    #expect(try makeEqual().new == 0)
    let row = try #require(try library.rows().first)
    #expect(!row.isUnread && row.isStarred)
    #expect(try library.store.tally(of: []) == Tally(all: 1))
    try library.scan("a.json")
    #expect(try library.rows().map(\.id) == [row.id])
  }

  @Test func bothInOneFileBecomeOne() throws {
    try library.write(
      "a.json",
      "[\(StoreFixture.twin(5, "Gamma one", "A")), \(StoreFixture.twin(9, "Gamma two", "B"))]")
    try library.scan("a.json")
    try library.store.mark([library.id("Gamma two")], read: true)
    try library.write(
      "a.json",
      "[\(StoreFixture.twin(5, "Gamma one", "A")), \(StoreFixture.twin(9, "Gamma one", "B"))]")
    try library.rescan()
    #expect(try library.rows().map(\.isUnread) == [false])
    #expect(try library.rows().map(\.alsoIn) == [["B"]])
    #expect(try library.store.sources().map(\.tally) == [Tally(all: 1)])
  }

  @Test func articleWithoutAnIDJoinsNoTwoThatHaveThem() throws {
    let titles = ["first", "second", "third"]
    let ids = titles.enumerated().map { StoreFixture.twin($0.offset, $0.element, "P") }
    func page(_ title: String) -> String {
      #"{"title": "\#(title)", "source": "P", "url": "https://x.org/g"}"#
    }
    try library.write("a.json", "[" + ids.joined(separator: ",") + "]")
    try library.write("b.json", page("first"))
    try library.scan("a.json")
    try library.scan("b.json")
    try library.store.change([try library.id("first")], [.read(true)])
    for title in titles.dropFirst() {
      try library.write("b.json", page(title))
      _ = try library.rescan()
    }
    #expect(try Set(library.titles()) == Set(titles))
    #expect(try library.rows().filter { !$0.isUnread }.map(\.title) == ["first"])
  }

  @Test(arguments: [["a", "b"], ["b", "a"]])
  func idsTellArticlesApartThoughAPageGivesNone(_ order: [String]) throws {
    try library.write(
      "a.json", "[\(StoreFixture.twin(1, "live", "P")), \(StoreFixture.twin(2, "live", "P"))]")
    try library.write("b.json", #"{"title": "live", "source": "P", "url": "https://x.org/g"}"#)
    for name in order { try library.scan("\(name).json") }
    #expect(try library.rows().count == 2)
    _ = try library.rescan()
    #expect(try library.rows().count == 2)
  }

  @Test func whatWasNeverSeenInAFileIsNoTwin() throws {
    func file(_ first: String, _ second: String) -> String {
      "[" + StoreFixture.twin(1, first, "P") + "," + StoreFixture.twin(2, second, "P") + "]"
    }
    let other = try StoreFixture()
    try other.write("p.json", file("one", "two"))
    try other.scan("p.json")
    try other.store.change([try other.id("one"), try other.id("two")], [.read(true)])
    try other.store.change([try other.id("two")], [.read(false)])
    try Self.move(from: other, to: library)
    try library.write("p.json", file("two", "three"))
    try library.scan("p.json")
    #expect(try Set(library.titles()) == ["two", "three"])
    #expect(try library.rows().filter { !$0.isUnread }.map(\.title) == ["two"])
  }

  @Test func numberOfAJoinedArticleLeadsToTheOneThatItBecame() throws {
    try writeBoth()
    let (a, b) = try (library.id("Gamma one"), library.id("Gamma two"))
    _ = try makeEqual()
    #expect(try library.store.headline(b)?.id == a)
    #expect(try library.store.article(b)?.headline.id == a)
    #expect(try library.store.articles(spelt: "\(b)").map(\.id) == [a])
    let marked = try library.store.change([b], [.read(true), .starred(true), .tag("t", true)])
    #expect(marked.count == 1 && marked.ids == [a])
    #expect(try library.store.keep(TextPlace(block: 2, offset: 1), of: b) == 1)
    let row = try #require(try library.rows().first)
    #expect(!row.isUnread && row.isStarred)
    let status = try #require(try library.store.status(of: b))
    #expect(try status == library.store.status(of: a))
    #expect(status.tags == ["t"] && status.place == TextPlace(block: 2, offset: 1))
    #expect(try library.store.undo()?.count == 1)
    #expect(try library.rows().map(\.isUnread) == [true])
  }

  @Test func joinsThatFollowEachOtherLeadToTheLastOne() throws {
    try writeBoth()
    try library.write("c.json", StoreFixture.twin(7, "Gamma three", "C"))
    try library.scan("c.json")
    let (a, c) = try (library.id("Gamma one"), library.id("Gamma three"))
    try library.write("c.json", StoreFixture.twin(7, "Gamma two", "C"))
    try library.rescan()
    #expect(try library.rows().count == 2)
    // B's is A's now, and C's is not.
    _ = try makeEqual()
    #expect(try library.rows().map(\.alsoIn).sorted { $0.count < $1.count } == [[], ["B"]])
    try library.write("c.json", StoreFixture.twin(7, "Gamma one", "C"))
    try library.rescan()
    #expect(try library.rows().map(\.id) == [a])
    #expect(try library.store.headline(c)?.id == a)
  }

  @Test(arguments: [false, true])
  func joinLooksAtWhatIsJoinedAndAtNothingElse(isMarked: Bool) throws {
    try writeBoth()
    if isMarked { try library.store.markAllRead(in: .init()) }
    let asked = Statements()
    library.store.queue.writeWithoutTransaction { db in
      db.trace { if case .statement(let statement) = $0 { asked.note(statement.sql) } }
    }
    #expect(try makeEqual().changed == 1)
    let plans = try library.store.queue.writeWithoutTransaction { db in
      db.trace()
      return try asked.all.filter { !$0.contains("tallies") && !$0.contains(" folding") }.flatMap {
        try Self.plan($0, db).filter { $0.hasPrefix("SCAN ") }
      }
    }
    // The steps of what was marked are looked for once a transaction.
    let tables = [
      "identities", "file_ids", "statuses", "claims", "headlines", "sightings", "changes",
    ]
    let scanned = plans.filter { plan in tables.contains { plan.contains($0) } }
    #expect(scanned == (isMarked ? ["SCAN changes"] : []))
    #expect(asked.all.count > 20)
  }

  /// What a store was asked.
  private final class Statements: Sendable {
    private let asked = Mutex<Set<String>>([])
    var all: Set<String> { asked.withLock { $0 } }
    func note(_ sql: String) { asked.withLock { _ = $0.insert(sql) } }
  }

  private static func plan(_ sql: String, _ db: Database) throws -> [String] {
    guard let verb = sql.split(separator: " ").first,
      ["SELECT", "UPDATE", "DELETE", "INSERT"].contains(verb)
    else { return [] }
    let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
    statement.setUncheckedArguments([])
    return try Row.fetchAll(statement).map { $0["detail"] as String }
  }

  @Test func marksFromElsewhereFindAJoinedArticle() throws {
    let other = try StoreFixture()
    try other.write("b.json", StoreFixture.twin(9, "Gamma two", "B"))
    try other.scan("b.json")
    try other.store.change([try other.id("Gamma two")], [.starred(true)])
    try writeBoth()
    _ = try makeEqual()
    let id = try library.id("Gamma one")
    try Self.move(from: other, to: library)
    #expect(try library.rows().map(\.isStarred) == [true])
    try library.store.mark([id], read: true)
    // And its own are told under all its keys.
    try Self.move(from: library, to: other)
    #expect(try other.rows().map(\.isUnread) == [false])
    let pages = try #require(StorePages(library.store.path, log: library.store.path + "-wal"))
    var states: [KeptState] = []
    try library.store.queue.read { db in try KeptState.forEach(in: db) { states.append($0) } }
    #expect(states.count == 1)
    #expect(ScatteredState(pages).states.map(\.keys) == states.map(\.keys))
  }

  private static func move(from one: StoreFixture, to other: StoreFixture) throws {
    var lines = ""
    try one.store.exportState { lines += $0 + "\n" }
    let descriptor = open(try other.write("state", lines), O_RDONLY)
    defer { close(descriptor) }
    _ = try other.store.importState(from: descriptor, name: "state") { Issue.record("\($0)") }
  }

  @Test func twoOfOnePublicationStayTwo() throws {
    try library.write(
      "a.json",
      "[\(StoreFixture.twin(5, "Gamma one", "A")), \(StoreFixture.twin(9, "Gamma two", "A"))]")
    try library.scan("a.json")
    try library.write(
      "a.json",
      "[\(StoreFixture.twin(5, "Gamma one", "A")), \(StoreFixture.twin(9, "Gamma one", "A"))]")
    try library.rescan()
    #expect(try library.rows().count == 2)
  }
}
