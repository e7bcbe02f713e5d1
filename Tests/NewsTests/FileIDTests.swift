import Foundation
import GRDB
import Testing

@testable import News

/// Ids of articles that name no publication and no host: they count within their file.
@Suite struct FileIDTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func titles(unread: Bool) throws -> [String] {
    try library.rows().filter { $0.isUnread == unread }.map(\.title).sorted()
  }

  /// Takes a file in, marks all read, writes it anew and takes it in again.
  private func edit(
    _ before: String, _ after: String, in name: String = "a.json"
  ) throws {
    try library.write(name, before)
    try library.scan(name)
    try library.store.markAllRead(in: .init())
    try library.write(name, after)
    try library.scan(name)
  }

  private static let edits: [(String, String)] = [
    (#"{"id": "x", "title": "one"}"#, #"{"id": "x", "title": "other"}"#),
    (
      #"{"id": "x", "title": "one", "date": "2024-01-01"}"#,
      #"{"id": "x", "title": "other", "date": "2024-01-01"}"#
    ),
    (#"{"id": 12345, "title": "one"}"#, #"{"id": 12345, "title": "other", "body": "new"}"#),
    (#"{"id": 1, "title": "one"}"#, #"{"id": 1, "title": "other"}"#),
    (
      #"{"id": 1, "title": "one", "date": "2024-01-01"}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-01"}"#
    ),
    (
      #"{"id": 1, "title": "other", "date": "2024-01-01", "body": "x"}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-02", "body": "y"}"#
    ),
    (
      #"{"id": 1, "title": "one", "date": "2024-01-01T10:00:00Z", "body": "x"}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-01T10:00:00Z", "body": "y"}"#
    ),
    (
      #"{"id": 1, "title": "one", "date": "2024-01-01", "body": "x", "views": 1}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-02", "body": "x", "views": 2}"#
    ),
    (
      #"{"title": "one", "url": "/news/1", "date": "2024-01-01"}"#,
      #"{"title": "other", "url": "/news/1", "date": "2024-01-02"}"#
    ),
    (
      #"{"id": "x", "title": "one", "url": "/news/1"}"#,
      #"{"id": "x", "title": "other", "url": "/news/2"}"#
    ),
    (#"{"id": "x", "title": "other"}"#, #"{"id": "x", "title": "other", "source": "S"}"#),
    (#"{"id": "x", "title": "other", "source": "S"}"#, #"{"id": "x", "title": "other"}"#),
  ]

  @Test(arguments: edits.indices) func editedArticleKeepsItsMark(_ index: Int) throws {
    let (before, after) = Self.edits[index]
    try edit(before, after)
    #expect(try titles(unread: false) == ["other"])
    #expect(try titles(unread: true) == [])
    // And is edited again.
    try library.write("a.json", before)
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: true) == [])
  }

  @Test(arguments: ["", #", "date": "2024-01-01""#, #", "date": "2024-01-01", "body": "x""#])
  func moreNewRowsThanOneTransactionHoldsMoveTheFormer(with what: String) throws {
    func text(_ titles: [String]) -> String {
      let rows = titles.enumerated().map { #"{"id": \#($0), "title": "\#($1)"\#(what)}"# }
      return "[\(rows.joined(separator: ","))]"
    }
    let (former, new) = ((0..<500).map { "former \($0)" }, (0..<450).map { "new \($0)" })
    try edit(text(former), text(new + former))
    #expect(try titles(unread: true) == new.sorted())
    #expect(try titles(unread: false) == former.sorted())
  }

  private static let overwritten: [(String, String)] = [
    (
      #"{"id": "x", "title": "one", "date": "2024-01-01"}"#,
      #"{"id": "x", "title": "other", "date": "2024-02-03"}"#
    ),
    (
      #"{"id": "x", "title": "one", "date": "2024-01-01T00:00:00Z", "body": "x"}"#,
      #"{"id": "x", "title": "other", "date": "2024-01-01T00:00:00Z", "body": "y"}"#
    ),
    (
      #"{"id": 1, "title": "one", "date": "2024-01-01", "body": "x"}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-01", "body": "y"}"#
    ),
    (
      #"{"id": 1, "title": "one", "date": "2024-01-01"}"#,
      #"{"id": 1, "title": "other", "date": "2024-01-02"}"#
    ),
  ]

  @Test(arguments: overwritten.indices)
  func otherNewsUnderAnIDIsNew(_ index: Int) throws {
    let (before, after) = Self.overwritten[index]
    try edit(before, after)
    #expect(try titles(unread: false) == ["one"])
    #expect(try titles(unread: true) == ["other"])
    // The number stands for the other one now.
    try library.store.markAllRead(in: .init())
    try library.write("a.json", after.replacing("other", with: "another"))
    try library.rescan()
    #expect(try titles(unread: true) == [])
  }

  /// How programs spell the number of a row.
  private static let spellings: [@Sendable (Int) -> String] = [
    { "\($0)" }, { "item-\($0)" }, { "news\($0)" }, { "1000\($0)" }, { "post_00\($0)" },
    { "urn:uuid:0000-000\($0)" },
  ]

  private func rows(_ stories: [Int], _ spelling: (Int) -> String, times: Bool = true) -> String {
    let rows = stories.enumerated().map { place, story in
      let time = times ? "T10:0\(story % 10):00Z" : ""
      return #"{"id": "\#(spelling(place))", "title": "story \#(story)", "body": "text \#(story)","#
        + #" "date": "2024-01-\#(11 + story / 10)\#(time)"}"#
    }
    return "[" + rows.joined(separator: ",") + "]"
  }

  @Test(arguments: spellings.indices)
  func fileWrittenAnewUnderTheSameIDsIsNew(_ index: Int) throws {
    let spelling = Self.spellings[index]
    let name = "a.json"
    try library.write(name, rows([0, 1, 2, 3, 4], spelling))
    try library.scan(name)
    try library.store.change([library.id("story 2")], [.starred(true)])
    try library.store.markAllRead(in: .init())
    try library.write(name, rows([20, 21, 22, 23, 24], spelling))
    let report = try library.rescan()
    #expect(report.new == 5 && report.changed == 0)
    #expect(try titles(unread: true) == (20...24).map { "story \($0)" })
    #expect(try library.titles(.init(kind: .starred)) == ["story 2"])
  }

  @Test(arguments: spellings.indices, [true, false])
  func rowsThatMovedUnderAnyIDComeOnce(_ index: Int, _ times: Bool) throws {
    let spelling = Self.spellings[index]
    try edit(
      rows([0, 1, 2, 3], spelling, times: times), rows([5, 0, 1, 2, 3], spelling, times: times))
    #expect(try titles(unread: true) == ["story 5"])
    #expect(try library.rows().count == 5)
    // Another on top, one less at the end; then two go.
    for stories in [[6, 5, 0, 1], [5, 0, 1], [0, 1, 7]] {
      try library.write("a.json", rows(stories, spelling, times: times))
      try library.rescan()
    }
    #expect(try titles(unread: false) == (0...3).map { "story \($0)" })
    #expect(try titles(unread: true) == ["story 5", "story 6", "story 7"])
  }

  @Test func headlineOfEveryDayIsNewAboveTheOld() throws {
    let old = #"{"id": "a1", "title": "Weather"}"#
    try edit("[\(old)]", #"[{"id": "a2", "title": "Weather"}, \#(old)]"#)
    #expect(try library.rows().map(\.isUnread).sorted { !$0 && $1 } == [false, true])
    // Where only the new one stands there, its text tells.
    try edit(
      #"{"id": "b1", "title": "Markets", "date": "2024-01-01", "body": "at noon"}"#,
      #"{"id": "b2", "title": "Markets", "date": "2024-01-01", "body": "at night"}"#, in: "b.json")
    #expect(try titles(unread: true) == ["Markets"])
  }

  @Test(arguments: ["", "n"]) func headlineAboveItsOwnOldRowIsNew(_ prefix: String) throws {
    func row(_ id: Int, _ title: String, _ day: Int, _ body: String) -> String {
      #"{"id": "\#(prefix)\#(id)", "title": "\#(title)", "date": "2026-01-0\#(day)T08:00:00Z", "#
        + #""body": "\#(body)"}"#
    }
    try edit(
      row(1, "gold", 1, "old") + "\n" + row(2, "b", 1, "x"),
      row(1, "gold", 2, "new") + "\n" + row(2, "gold", 1, "old") + "\n" + row(3, "b", 1, "x"),
      in: "a.jsonl")
    let unread = try library.rows().filter(\.isUnread)
    #expect(unread.map(\.title) == ["gold"])
    #expect(unread.map(\.date) == [ArticleDate(seconds: 1_767_340_800, offset: 0, hasTime: true)])
    #expect(try library.rows().count == 3)
  }

  @Test func rowsThatMovedDownAreNoEdits() throws {
    func rows(_ titles: String...) -> String {
      let rows = titles.enumerated().map {
        #"{"id": \#($0 + 1), "title": "\#($1)", "date": "2024-01-01"}"#
      }
      return "[" + rows.joined(separator: ",") + "]"
    }
    try edit(rows("a", "b", "c"), rows("x", "a", "b"))
    #expect(try titles(unread: false) == ["a", "b", "c"])
    #expect(try titles(unread: true) == ["x"])
    // Up again, round, and edited behind that.
    for (after, unread) in [
      (rows("a", "b", "c", "y"), ["x", "y"]), (rows("c", "y", "a"), ["x", "y"]),
      (rows("c", "y", "edited"), ["x", "y"]), (rows("edited", "new", "c"), ["new", "x", "y"]),
    ] {
      try library.write("a.json", after)
      try library.rescan()
      #expect(try titles(unread: true) == unread, "\(after)")
    }
  }

  @Test func sameHeadlineUnderTwoNumbersIsTwoArticles() throws {
    let both = #"[{"id": 1, "title": "weather"}, {"id": 2, "title": "weather"}]"#
    try edit(#"{"id": 1, "title": "weather"}"#, both)
    #expect(try titles(unread: true) == ["weather"])
    #expect(try titles(unread: false) == ["weather"])
    try library.write("a.json", " " + both)
    #expect(try library.rescan() == SourceScanner.Report())
    // Another day's is another article.
    try library.write("a.json", #"{"id": 3, "title": "weather", "date": "2024-01-02"}"#)
    #expect(try library.rescan().new == 1)
  }

  @Test func filesThatNumberTheirArticlesAlikeShareNothing() throws {
    try library.write("news/a.json", #"[{"id": 1, "title": "a1"}, {"id": 2, "title": "a2"}]"#)
    try library.write("news/b.json", #"[{"id": 1, "title": "b1"}, {"id": 2, "title": "b2"}]"#)
    #expect(try library.scan("news").new == 4)
    try library.store.mark([library.id("a1")], read: true)
    try library.write("news/a.json", #"[{"id": 1, "title": "edited"}, {"id": 2, "title": "a2"}]"#)
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: false) == ["edited"])
    #expect(try titles(unread: true) == ["a2", "b1", "b2"])
  }

  @Test func fileThatWasMovedTakesItsIDsAlong() throws {
    try library.write("news/a.json", #"{"id": "x", "title": "one"}"#)
    try library.scan("news")
    try library.store.markAllRead(in: .init())
    try FileManager.default.moveItem(
      atPath: library.path("news/a.json"), toPath: library.path("news/b.json"))
    try library.rescan()
    // Another file in its place is another feed.
    try library.write("news/a.json", #"{"id": "x", "title": "not one"}"#)
    try library.write("news/b.json", #"{"id": "x", "title": "edited"}"#)
    #expect(try library.rescan().new == 1)
    #expect(try titles(unread: false) == ["edited"])
    #expect(try titles(unread: true) == ["not one"])
  }

  @Test func unchangedArticleIsKnownInAnotherFile() throws {
    let rows = [#"{"id": "x", "title": "one"}"#, #"{"id": "y", "title": "two"}"#]
    try library.write("news/a.json", "[\(rows[0]), \(rows[1])]")
    try library.scan("news")
    try library.store.markAllRead(in: .init())
    // Rows move from file to file, and a file comes back under another name.
    try library.write("news/a.json", "[\(rows[0])]")
    try library.write("news/b.json", "[\(rows[1])]")
    #expect(try library.rescan() == SourceScanner.Report())
    try FileManager.default.removeItem(atPath: library.path("news/a.json"))
    try library.rescan()
    try library.write("news/c.json", "[ \(rows[0]) ]")
    #expect(try library.rescan().new == 0)
    let source = try #require(try library.store.source(at: library.path("news")))
    try library.store.forget(source)
    #expect(try library.scan("news").new == 0)
    #expect(try titles(unread: true) == [])
  }

  @Test func idOfSeveralArticlesTellsNoneApart() throws {
    let c = #"{"id": "unknown", "title": "c"}"#
    let d = #"{"id": "unknown", "title": "d"}"#
    try edit("[\(c)]", #"[{"id": "unknown", "title": "x"}, \#(c)]"#)
    #expect(try titles(unread: true) == ["x"])
    #expect(try titles(unread: false) == ["c"])
    try edit(
      "[\(c), \(d)]", #"[{"id": "unknown", "title": "y"}, \#(d)]"#, in: "b.json")
    #expect(try titles(unread: true) == ["y"])
    #expect(try titles(unread: false) == ["c", "d", "x"])
  }

  @Test func lineThatCameLaterIsTheSameArticleByItsTimeOnly() throws {
    let one = #"{"id": "x", "title": "one", "date": "2024-01-01T10:00:00Z"}"# + "\n"
    let edited = #"{"id": "x", "title": "edited", "date": "2024-01-01T10:00:00Z"}"# + "\n"
    let other = #"{"id": "x", "title": "other", "date": "2024-01-02T10:00:00Z"}"# + "\n"
    for name in ["grown.jsonl", "whole.jsonl"] {
      let library = try StoreFixture()
      if name == "grown.jsonl" {
        try library.write(name, one)
        try library.scan(name)
      }
      try library.write(name, one + edited + other)
      try library.scan(name)
      #expect(try Set(library.titles()) == ["one", "other"])
    }
  }

  @Test func whatIsPipedInHasNoFile() throws {
    func pipe(_ title: String) throws {
      let path = try library.write("piped.json", #"{"id": "x", "title": "\#(title)"}"#)
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      _ = try SourceScanner(store: library.store).takeIn(
        standardInput: descriptor, progress: { _ in true }, problem: { _ in })
    }
    try pipe("one")
    try library.store.markAllRead(in: .init())
    try pipe("other")
    try pipe("one")
    #expect(try titles(unread: true) == ["other"])
    #expect(try titles(unread: false) == ["one"])
  }

  @Test func addressesWithinTheirSitesAreNoOnesOwn() throws {
    try library.write("a.json", #"{"title": "a", "url": "/1"}"#)
    try library.write("b.json", #"{"title": "b", "url": "/1"}"#)
    try library.write("c.json", #"{"title": "c", "url": "/1", "source": "C"}"#)
    for name in ["a.json", "b.json", "c.json"] { try library.scan(name) }
    #expect(try Set(library.titles()) == ["a", "b", "c"])
    try library.store.markAllRead(in: .init())
    try library.write("c.json", #"{"title": "edited", "url": "/1", "source": "C"}"#)
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: true) == [])
  }

  @Test(arguments: [
    ("/news/1", true), ("news.html", true), ("./a/b", true), ("../1", true), ("1", true),
    ("?p=1", true), ("#a", true), ("", false), ("//a.example/1", false), ("a.example/1", false),
    ("urn:x:1", false), ("https://a.example/1", false),
  ])
  func addressWithinASiteIsTold(_ address: String, _ isWithin: Bool) {
    #expect(PlainAddress.isWithinSite(address) == isWithin)
  }

  @Test func storeOfBeforeKnowsItsArticlesAndTheirIDs() throws {
    try library.write(
      "a.json",
      """
      [{"id": "x", "title": "one"}, {"title": "two", "url": "/2"}, {"id": "0", "title": "c"},
       {"id": "0", "title": "d"}, {"id": "y", "title": "five", "date": "2024-01-01"}]
      """)
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try library.store.queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE file_ids; DROP TABLE heirs; DROP TABLE stated; PRAGMA user_version = 5
          """)
    }
    let store = try library.open(.writing)
    try library.write(
      "a.json",
      """
      [{"id": "x", "title": "edited"}, {"title": "edited too", "url": "/2"},
       {"id": "0", "title": "new"}, {"id": "0", "title": "c"}, {"id": "0", "title": "d"},
       {"id": "y", "title": "five", "date": "2024-01-01"}]
      """)
    let report = try SourceScanner(store: store).scan(progress: { _ in true }, problem: { _ in })
    #expect(report.new == 1)
    #expect(try titles(unread: true) == ["new"])
    #expect(try titles(unread: false) == ["c", "d", "edited", "edited too", "five"])
  }

  /// Made by another program: SHA-256 of the kind and of each part behind its count of bytes.
  @Test func keysStayWhatTheyWere() throws {
    func keys(_ article: Article) -> [String] {
      IdentityKeys(of: article, in: IdentityKey.scope(of: article)).all.map(\.hexadecimal)
    }
    #expect(keys(Article(ownID: "x", title: "T")) == ["a367913fda8d9c721e884ff7331679e9"])
    var dated = Article(ownID: "x", title: "T")
    dated.date = ArticleDate(reading: "2024-01-01T10:00:00Z")
    #expect(keys(dated) == ["4136924b4b6e7714255b75fd11270fec"])
    let published = Article(ownID: "1", title: "T", publication: Publication(name: "S"))
    #expect(keys(published) == ["c60dd76aef483890d99ab79dd0157242"])
    #expect(keys(Article(title: "T")) == ["849e2ff7e6a333d65814cf5e47b3cc03"])
    #expect(keys(Article(title: "T", url: "/news/1")) == ["d4eea9737f915b623c3287eedfbda776"])
    let address = "https://a.example/1"
    #expect(
      keys(Article(title: "T", url: address))
        == ["fe325f11f23b8517a28ddf2b5901ed05", "e35f1ca667b3f342ab8eba567ba0e056"])
  }
}
