import Foundation
import GRDB
import GRDBSQLite
import Testing

@testable import News

@Suite struct StoreListTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func lines(_ range: Range<Int>, _ date: (Int) -> String) -> String {
    range.map { #"{"id": "\#($0)", "title": "t\#($0)", "source": "S"\#(date($0))}"# }
      .joined(separator: "\n")
  }

  @Test func articlesOfOneSecondStandAsTheyCame() throws {
    try library.write("a.jsonl", lines(0..<128) { _ in #", "date": "2024-03-01T10:00:00Z""# })
    try library.write(
      "b.jsonl", #"{"id": "x", "title": "before", "date": "2024-03-01T09:59:58Z"}"#)
    try library.scan("b.jsonl")
    try library.scan("a.jsonl")
    #expect(try library.titles() == (0..<128).map { "t\($0)" } + ["before"])
  }

  @Test func moreThanASecondHoldsGoesOnBelowIt() throws {
    try library.write("a.jsonl", lines(0..<300) { _ in #", "date": "2024-03-01T10:00:00Z""# })
    try library.scan("a.jsonl")
    #expect(try library.titles() == (0..<300).map { "t\($0)" })
    try library.write("b.jsonl", lines(300..<310) { _ in #", "date": "2024-03-01T10:00:00Z""# })
    try library.scan("b.jsonl")
    #expect(try library.titles() == (0..<310).map { "t\($0)" })
    let dates = Set(try library.rows().map { $0.date?.seconds })
    #expect(dates.count == 1)
  }

  @Test func undatedArticlesComeLastAsTheyCame() throws {
    try library.write("a.jsonl", lines(0..<5) { _ in "" })
    try library.write("b.jsonl", #"{"id": "old", "title": "old", "date": "1890-01-01"}"#)
    try library.scan("a.jsonl")
    try library.scan("b.jsonl")
    #expect(try library.titles() == ["old", "t0", "t1", "t2", "t3", "t4"])
  }

  @Test func dateWithoutATimeRanksAsTheStartOfItsDay() throws {
    try library.write(
      "a.json",
      """
      [{"id": "1", "title": "day", "date": "2024-03-01"},
       {"id": "2", "title": "morning", "date": "2024-03-01 00:00:01"},
       {"id": "3", "title": "eve", "date": "2024-02-29 23:59:59"}]
      """)
    try library.scan("a.json")
    #expect(try library.titles() == ["morning", "day", "eve"])
  }

  @Test func changedDateMovesTheRowAndKeepsItsMark() throws {
    func text(_ date: String) -> String {
      """
      [{"id": "1", "title": "moving", "source": "S", "date": "\(date)"},
       {"id": "2", "title": "middle", "date": "2024-03-02"}]
      """
    }
    try library.write("a.json", text("2024-03-01"))
    try library.scan("a.json")
    let id = try library.id("moving")
    try library.store.mark([library.id("middle")], read: true)
    try library.write("a.json", text("2024-03-05"))
    #expect(try library.rescan().changed == 1)
    #expect(try library.titles() == ["moving", "middle"])
    #expect(try library.rows().map(\.isUnread) == [true, false])
    #expect(try library.id("moving") == id)
    let source = try #require(try library.store.sources().first?.id)
    #expect(try library.titles(.init(sources: [source])) == ["moving", "middle"])
    #expect(
      try library.titles(
        .init(sources: [source], unreadSince: library.store.changeNumber())) == ["moving"])
    try library.store.mark([id], read: true)
    #expect(try library.store.tally(of: [source]).unread == 0)
  }

  @Test func windowsGoBothWaysFromAnyRow() throws {
    try library.write("a.jsonl", lines(0..<20) { #", "date": "2024-03-\#(30 - $0)""# })
    try library.scan("a.jsonl")
    let source = try #require(try library.store.sources().first?.id)
    for scope in [
      NewsStore.Scope(), .init(sources: [source]), .init(unreadSince: ChangeNumber(rawValue: 0)),
      .init(sources: [source, source]),
    ] {
      func titles(_ step: NewsStore.Step, _ from: Rank?, _ including: Bool) throws -> [String] {
        try library.store.headlines(in: scope, step, from: from, including: including, limit: 3)
          .map(\.title)
      }
      let middle = try library.rows(scope)[10].rank
      #expect(try titles(.next, nil, false) == ["t0", "t1", "t2"])
      #expect(try titles(.next, middle, true) == ["t10", "t11", "t12"])
      #expect(try titles(.next, middle, false) == ["t11", "t12", "t13"])
      #expect(try titles(.previous, middle, true) == ["t8", "t9", "t10"])
      #expect(try titles(.previous, middle, false) == ["t7", "t8", "t9"])
      #expect(try titles(.previous, nil, false) == ["t17", "t18", "t19"])
      #expect(try library.store.place(of: middle, in: scope) == (11, 20))
    }
  }

  @Test func severalSourcesShowWhatTheyShareOnce() throws {
    try library.write("a.jsonl", lines(0..<20) { #", "date": "2024-03-\#(30 - $0)""# })
    try library.write("b.jsonl", lines(10..<25) { #", "date": "2024-03-\#(30 - $0)""# })
    try library.write("c.json", #"{"id": "c", "title": "c", "date": "2024-01-01"}"#)
    for name in ["a.jsonl", "b.jsonl", "c.json"] { try library.scan(name) }
    let sources = try library.store.sources().map(\.id)
    let both = Array(sources.prefix(2))
    #expect(try library.titles(.init(sources: both)) == (0..<25).map { "t\($0)" })
    #expect(try library.store.tally(of: both) == Tally(all: 25, unread: 25))
    #expect(try library.store.tally(of: sources).all == 26)
    try library.store.markAllRead(in: .init(sources: [sources[1]]))
    let unread = NewsStore.Scope(sources: both, unreadSince: try library.store.changeNumber())
    #expect(try library.titles(unread) == (0..<10).map { "t\($0)" })
    #expect(try library.store.tally(of: both) == Tally(all: 25, unread: 10))
    #expect(try library.store.place(of: library.rows(unread)[4].rank, in: unread) == (5, 10))
    #expect(
      try library.titles(.init(sources: both, unreadSince: ChangeNumber(rawValue: 0)))
        == (0..<25).map { "t\($0)" })
  }

  @Test func largeMarksStayInTheListPageByPage() throws {
    try library.write("a.jsonl", lines(0..<900) { _ in #", "date": "2024-03-01T10:00:00Z""# })
    try library.scan("a.jsonl")
    let source = try #require(try library.store.sources().first?.id)
    let opened = ChangeNumber(rawValue: 0)
    try library.store.mark([library.id("t5"), library.id("t800")], read: true)
    try library.store.markAllRead(in: .init(sources: [source]))
    try library.store.mark([library.id("t6")], read: false)
    for scope in [
      NewsStore.Scope(unreadSince: opened), .init(sources: [source], unreadSince: opened),
    ] {
      #expect(try library.rows(scope, page: 90).map(\.title) == (0..<900).map { "t\($0)" })
      #expect(try library.rows(scope, page: 90).filter(\.isUnread).map(\.title) == ["t6"])
      #expect(try library.store.place(of: library.rows(scope)[449].rank, in: scope) == (450, 900))
    }
    let read = try library.store.readHeadlines(of: [], from: nil, limit: 8)
    #expect(read.map(\.title) == ["t0", "t1", "t2", "t3", "t4", "t5", "t7", "t8"])
  }

  @Test func headlinesFromRightToLeftAreCounted() throws {
    try library.write(
      "a.json",
      """
      [{"id": "1", "title": "خبر"}, {"id": "2", "title": "Google تطلق", "lang": "ar"},
       {"id": "3", "title": "Google تطلق"}, {"id": "4", "title": "news"},
       {"id": "5", "title": "12 חדשות"}, {"id": "6", "title": "Reuters", "lang": "ar"}]
      """)
    try library.scan("a.json")
    #expect(try library.store.tally(of: []).rightToLeft == 3)
  }

  /// SQLite counts the steps of its machine: they are the same in a library a hundred times as
  /// large.
  @Test func windowsCostTheSameInALargeLibrary() throws {
    func steps(articles: Int) throws -> [String: Int] {
      let library = try StoreFixture()
      return try library.store.queue.write { db in
        try fill(db, articles: articles)
        let middle = articles / 2
        var steps: [String: Int] = [:]
        for step in [NewsStore.Step.next, .previous] {
          let asked: [(String, StatementArguments)] = [
            (ListQueries.libraryRows(step), [middle, 100]),
            (ListQueries.sourceRows(step), [1, middle, 100]),
            (ListQueries.unreadRows(step), [0, middle, 100]),
            (ListQueries.sourceRanks(step), [1, middle, 100]),
            (ListQueries.unreadRanks(step), [1, middle, 100]),
            (ListQueries.ranksReadIn(step), [1, middle, 100]),
            (ListQueries.ranksReadInSource(step), [1, 1, middle, 100]),
            (ListQueries.tally, [0]), (ListQueries.lastStep, []),
            (ListQueries.textParts, [middle << 4, middle << 4 | 15]),
            (ListQueries.rowByID, [middle]),
          ]
          for (sql, arguments) in asked {
            let statement = try db.makeStatement(sql: sql)
            _ = try Row.fetchAll(statement, arguments: arguments)
            steps[sql] = Int(
              sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 0))
          }
        }
        return steps
      }
    }
    let small = try steps(articles: 1_000)
    let large = try steps(articles: 100_000)
    for (sql, count) in small {
      #expect(count > 0)
      let same = try #require(large[sql])
      #expect(abs(same - count) <= count / 10, "\(count) and \(same) steps: \(sql)")
    }
  }

  /// Every second article read, by step 1.
  private func fill(_ db: Database, articles: Int) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE n(i INTEGER PRIMARY KEY);
        WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < \(articles))
        INSERT INTO n SELECT i FROM c;
        INSERT INTO headlines(rank, id, revision, file, title, right_to_left)
          SELECT i, i, 0, 1, 'title', 0 FROM n;
        INSERT INTO texts SELECT i << 4, x'00' FROM n;
        INSERT INTO sightings(source, rank, file) SELECT 1, i, 1 FROM n;
        INSERT INTO unread SELECT s, i FROM n, (SELECT 0 AS s UNION SELECT 1) WHERE i % 2 = 1;
        INSERT INTO changes SELECT 1, i, 1, i, 0 FROM n WHERE i % 2 = 0;
        INSERT INTO steps VALUES(1, \(articles / 2), 0);
        """)
  }

  @Test func noStatementBehindAKeyScansOrSorts() throws {
    try library.store.queue.read { db in
      for sql in ListQueries.all {
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
        statement.setUncheckedArguments([])
        let plan = try Row.fetchAll(statement).map { $0["detail"] as String }
        #expect(!plan.isEmpty)
        for step in plan {
          #expect(!step.hasPrefix("SCAN"), "\(step) in \(sql)")
          #expect(!step.contains("TEMP B-TREE"), "\(step) in \(sql)")
        }
        #expect(!sql.contains("OFFSET"))
      }
    }
  }
}
