import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// The index after random commands, against one made afresh; and questions against a matcher that
/// reads every article, slowly, by other means than the index does.
@Suite struct SearchModelTests {
  // MARK: - The index follows the library

  @Test(arguments: 1...4) func indexIsAsOneMadeAfresh(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    let names = ["a.jsonl", "b.jsonl", "c.jsonl"]
    for step in 0..<40 {
      let name = names.randomElement(using: &random) ?? names[0]
      switch Int.random(in: 0..<8, using: &random) {
      case 0...3:
        try library.write(name, Self.lines(15, of: 30, &random))
        try library.scan(name)
      case 4:
        if let source = try library.store.source(at: library.path(name)) {
          try library.store.forget(source)
        }
      case 5:
        // Ended after its first transaction, if there is more than one.
        try library.store.index { _, _ in false }
      default:
        try library.store.index()
      }
      guard step % 5 == 4 else { continue }
      let isComplete = try library.store.index()
      #expect(isComplete)
      try compareWithAFreshIndex(library)
    }
  }

  @Test func folderOfAnOlderTextIsNoticed() throws {
    let library = try StoreFixture()
    try library.write("a.jsonl", #"{"id":"1","source":"S","title":"before"}"# + "\n")
    try library.scan("a.jsonl")
    let old = try library.store.read { db in try SearchIndexing.Batch(db, above: .min) }
    try library.write("a.jsonl", #"{"id":"1","source":"S","title":"afterwards"}"# + "\n")
    try library.rescan()
    try library.store.write { db in
      for (rank, version, document) in old.documents {
        try SearchIndex(db).insert(document, at: rank, version: version)
      }
    }
    #expect(try library.store.search(SearchQuestion("before")).isEmpty)
    try library.store.index()
    #expect(try library.store.search(SearchQuestion("afterwards")).count == 1)
    try compareWithAFreshIndex(library)
  }

  @Test func indexOfAnotherFoldingIsMadeAnew() throws {
    let library = try StoreFixture()
    try library.write("a.jsonl", #"{"id":"1","title":"word"}"#)
    try library.scan("a.jsonl")
    try library.store.index()
    try library.store.write { db in
      try db.execute(sql: "INSERT INTO words(words) VALUES('delete-all')")
      try db.execute(sql: "UPDATE folding SET version = 0")
    }
    #expect(try library.store.search(SearchQuestion("word")).isEmpty)
    try library.store.index()
    #expect(try library.store.search(SearchQuestion("word")).count == 1)
    try compareWithAFreshIndex(library)
  }

  @Test func olderStoreIsIndexedWhole() throws {
    let library = try StoreFixture()
    try library.write("a.jsonl", Self.lines(20, of: 20, &random))
    try library.scan("a.jsonl")
    let waiting = try library.store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM unindexed")
    }
    #expect(waiting == (try library.rows().count))
  }

  private var random: Random {
    get { Random(seed: 7) }
    nonmutating set {}
  }

  private func compareWithAFreshIndex(_ library: StoreFixture) throws {
    for table in ["words", "heads"] {
      let kept = try terms(of: table, library)
      try library.store.write { db in
        try db.execute(sql: "SAVEPOINT fresh")
        try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES('delete-all')")
        var folder = DocumentFolder()
        for rank in try Int64.fetchAll(db, sql: "SELECT rank FROM headlines ORDER BY rank") {
          guard let document = try folder.document(db, at: rank) else { continue }
          if table == "words" {
            try db.execute(
              sql: "INSERT INTO words(rowid, title, body, source, tags) VALUES(?, ?, ?, ?, ?)",
              arguments: [rank, document.title, document.body, document.source, document.tags])
          } else {
            try db.execute(
              sql: "INSERT INTO heads(rowid, title) VALUES(?, ?)",
              arguments: [rank, document.title])
          }
        }
        let fresh = try Self.terms(of: table, db)
        #expect(kept == fresh)
        #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM unindexed") == 0)
        try db.execute(sql: "ROLLBACK TO fresh")
        try db.execute(sql: "RELEASE fresh")
      }
    }
    try library.store.write { db in
      try db.execute(sql: "INSERT INTO words(words) VALUES('integrity-check')")
    }
  }

  private func terms(of table: String, _ library: StoreFixture) throws -> [String] {
    try library.store.write { db in try Self.terms(of: table, db) }
  }

  /// Every term of an index with where it stands.
  private static func terms(of table: String, _ db: Database) throws -> [String] {
    try db.execute(
      sql:
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_\(table) USING fts5vocab(main, \(table), instance)"
    )
    return try String.fetchAll(
      db,
      sql: """
        SELECT term || ' ' || doc || ' ' || coalesce(col, '') || ' ' || coalesce("offset", '')
        FROM temp.terms_\(table) ORDER BY 1
        """)
  }

  // MARK: - Questions

  @Test(arguments: 1...3) func questionsAgreeWithThePlainMatcher(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    try library.write("a.jsonl", Self.lines(60, of: 60, &random))
    try library.scan("a.jsonl")
    try library.store.index()
    let rows = try library.rows()
    try library.store.mark(rows.filter { $0.id.rawValue % 3 == 0 }.map(\.id), read: true)
    let articles = try library.rows().map { row in
      PlainArticle(row, try #require(try library.store.article(row.id)).article)
    }
    var hits = 0
    for _ in 0..<80 {
      let text = Self.question(&random)
      guard let question = try? SearchQuestion(text) else { continue }
      let expected = articles.filter { PlainMatcher.fits($0, text) }.map(\.rank)
      let found = try library.store.search(question)
      #expect(found == expected, "\(text)")
      #expect(try library.store.countHits(of: question) == expected.count, "\(text)")
      #expect(Set(try library.store.search(question, .best)) == Set(expected), "\(text)")
      hits += found.count
    }
    #expect(hits > 100)
  }

  @Test(arguments: 1...3) func beginningsAgreeWithThePlainMatcher(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    try library.write("a.jsonl", Self.lines(40, of: 40, &random))
    try library.scan("a.jsonl")
    try library.store.index()
    let articles = try library.rows().map { row in
      PlainArticle(row, try #require(try library.store.article(row.id)).article)
    }
    var hits = 0
    for _ in 0..<60 {
      let text = Self.beginning(&random)
      guard let question = try? SearchQuestion(text) else { continue }
      for end in [SearchEnd.typing, .typed] {
        let expected = articles.filter { PlainMatcher.fits($0, text, end: end) }.map(\.rank)
        let found = try library.store.search(question, end: end)
        #expect(found == expected, "\(text), \(end)")
        #expect(try library.store.countHits(of: question, end: end) == expected.count, "\(text)")
        let best = try library.store.search(question, .best, end: end)
        #expect(Set(best) == Set(expected), "\(text), \(end)")
        hits += found.count
      }
    }
    #expect(hits > 100)
  }

  /// A page of hits is the first of all hits, whether the index or the texts themselves are asked for
  /// it; articles that are not indexed yet are in neither.
  @Test(arguments: 1...4) func pagesFromTheTextsAreThoseOfTheIndex(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    try library.write("a.jsonl", Self.lines(70, of: 70, &random))
    try library.scan("a.jsonl")
    let rows = try library.rows()
    for row in rows where row.id.rawValue % 7 == 0 {
      try library.store.change([row.id], [.tag("economy", true), .tag(Self.stems[0], true)])
    }
    try library.store.index()
    try library.store.mark(rows.filter { $0.id.rawValue % 3 == 0 }.map(\.id), read: true)
    try library.store.change(rows.filter { $0.id.rawValue % 5 == 0 }.map(\.id), [.starred(true)])
    try library.write("b.jsonl", Self.lines(20, of: 500, &random))
    try library.scan("b.jsonl")
    var (read, hits) = (0, 0)
    for _ in 0..<150 {
      let text = Self.beginning(&random, isOpen: true)
      guard let question = try? SearchQuestion(typed: text) else { continue }
      for end in [SearchEnd.typing, .typed] {
        let all = try library.store.search(question, end: end)
        let limit = Int.random(in: 1...12, using: &random)
        let bound = all.randomElement(using: &random)
        let page = try library.store.search(question, end: end, below: bound, limit: limit)
        let expected = all.filter { rank in bound.map { rank < $0 } ?? true }.prefix(limit)
        #expect(page == Array(expected), "\(text), \(end)")
        let best = try library.store.search(question, .best, end: end)
        #expect(Set(best) == Set(all), "\(text), \(end)")
        #expect(
          try library.store.search(question, .best, end: end, limit: limit)
            == Array(best.prefix(limit)), "\(text), \(end)")
        let fromTexts = try library.store.read { db in
          let expression = SearchExpression(question, end: end)
          return try SearchHits(db, question, end).newestTexts(expression, below: bound)?.hits(
            limit)
        }
        guard let fromTexts else { continue }
        #expect(fromTexts == expected.map(\.rawValue), "\(text), \(end)")
        (read, hits) = (read + 1, hits + fromTexts.count)
      }
    }
    #expect(read > 50 && hits > 50)
  }

  /// Where texts have a beginning at many places the index takes long, in a large library only.
  @Test func textsAreReadWhereThatIsQuicker() throws {
    let words = (0..<100).map { "ab\($0)" }.joined(separator: " ")
    for (count, isLarge) in [(600, true), (60, false)] {
      let library = try StoreFixture()
      let lines = (0..<count).map { number in
        """
        {"id":"\(number)","title":"t\(number)","date":"2024-03-01","body":"rare \(number) \(words)"}
        """
      }
      try library.write("a.jsonl", lines.joined(separator: "\n"))
      try library.scan("a.jsonl")
      try library.store.index()
      for (text, isDear) in [
        ("ab", true), ("\"rare ab", true), ("title ab", true), ("ra", false), ("zz", false),
      ] {
        let question = try SearchQuestion(typed: text)
        let allowance = try library.store.read { db in
          let expression = SearchExpression(question, end: .typed)
          return try SearchHits(db, question, .typed).newestTexts(expression, below: nil)?
            .allowance()
        }
        #expect((allowance != nil) == (isDear && isLarge), "\(text) in \(count)")
      }
      // Of "rare 7" only few texts go on so: once that shows, the index is asked.
      let question = try SearchQuestion(typed: "\"rare 7")
      let hits = try library.store.read { db in
        let expression = SearchExpression(question, end: .typed)
        return try SearchHits(db, question, .typed).newestTexts(expression, below: nil)?
          .hits(50, allowance: 300)
      }
      #expect(hits?.count == (isLarge ? nil : 1))
    }
  }

  private static let stems = [
    "صين", "أسعار", "حكومة", "مسؤولون", "مسئولون", "كتاب", "لبنان", "وزير", "مستشفى", "على",
  ]
  private static let clitics = ["", "", "ال", "و", "وال", "ب", "بال", "وبال", "لل", "ف", "ك", "ل"]
  private static let others = [
    "می‌خواهند", "میخواهند", "می خواهند", "کتاب‌ها", "کتابها", "کتاب ها", "שָׁלוֹם", "שלום", "מלך",
    "מלכ", "oil", "Oil", "price", "café", "cafe", "C++", "AT&T", "2024", "٢٠٢٤", "۲۰۲۴", "e-mail",
    "and", "و", "محـــمد", "مُحمد",
  ]

  private static func word(_ random: inout Random) -> String {
    if Bool.random(using: &random) { return others.randomElement(using: &random) ?? "" }
    return (clitics.randomElement(using: &random) ?? "")
      + (stems.randomElement(using: &random) ?? "")
  }

  private static func text(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in word(&random) }.joined(separator: " ")
  }

  private static func lines(_ count: Int, of ids: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in
      let id = Int.random(in: 0..<ids, using: &random)
      let source = ["Coast Courier", "صوت الساحل", "oil news"].randomElement(using: &random) ?? ""
      let language = ["ar", "fa", "en", "he"].randomElement(using: &random) ?? ""
      let day = Int.random(in: 1...9, using: &random)
      return """
        {"id":"\(id)","title":"\(text(3, &random))","body":"\(text(6, &random))",\
        "source":"\(source)","lang":"\(language)","tags":["\(word(&random))"],\
        "date":"2024-03-0\(day)"}
        """
    }.joined(separator: "\n")
  }

  /// A question that ends with the beginning of a word; an open phrase among others, if wanted.
  private static func beginning(_ random: inout Random, isOpen: Bool = false) -> String {
    let word = word(&random).replacing(" ", with: "")
    let last = String(word.prefix(Int.random(in: 1...4, using: &random)))
    let before = Bool.random(using: &random) ? "" : question(&random) + " "
    return switch Int.random(in: 0..<(isOpen ? 9 : 7), using: &random) {
    case 0: before + "tag:" + last
    case 1:
      before + "source:" + (["c", "co", "ال", "سا", "oi"].randomElement(using: &random) ?? "")
    case 7: before + "\"" + last
    case 8: before + "\"" + Self.word(&random) + " " + last
    default: before + last
    }
  }

  private static func question(_ random: inout Random) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      switch Int.random(in: 0..<12, using: &random) {
      case 0: "-" + word(&random).replacing(" ", with: "")
      case 1: "\"" + text(2, &random) + "\""
      case 2: "source:" + (["courier", "الساحل", "oil"].randomElement(using: &random) ?? "")
      case 3: "lang:" + (["ar", "fa", "-"].randomElement(using: &random) ?? "")
      case 4: ["is:unread", "is:read", "-is:read"].randomElement(using: &random) ?? ""
      case 5: "after:2024-03-0\(Int.random(in: 1...9, using: &random))"
      case 6: "-before:2024-03-0\(Int.random(in: 1...9, using: &random))"
      case 7: "tag:" + word(&random).replacing(" ", with: "")
      default: word(&random)
      }
    }.joined(separator: " ")
  }
}
