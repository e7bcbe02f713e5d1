import Foundation
import GRDB
import Synchronization
import Testing

@testable import News

@Suite struct StoreIdentityTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func unread() throws -> [String] {
    try library.rows().filter(\.isUnread).map(\.title).sorted()
  }

  @Test func movedAndRenamedFilesKeepTheirMarks() throws {
    let text = #"[{"id": "1", "title": "one", "source": "S"}, {"title": "two", "source": "S"}]"#
    try library.write("news/a.json", text)
    try library.scan("news")
    try library.store.mark([library.id("one")], read: true)
    try FileManager.default.createDirectory(
      atPath: library.path("news/sub"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: library.path("news/a.json"), toPath: library.path("news/sub/b.json"))
    #expect(try library.rescan() == SourceScanner.Report())
    #expect(try unread() == ["two"])
    // Elsewhere, as a file of its own with another inode.
    try library.write("elsewhere.json", text)
    #expect(try library.scan("elsewhere.json").new == 0)
    #expect(try unread() == ["two"])
  }

  @Test func editedArticleKeepsItsMarkAndShowsTheNewText() throws {
    try library.write("a.json", #"[{"id": "1", "title": "one", "source": "S", "body": "x"}]"#)
    try library.scan("a.json")
    let id = try library.id("one")
    try library.store.mark([id], read: true)
    try library.write("a.json", #"[{"id": "1", "title": "new one", "source": "S", "body": "y"}]"#)
    let report = try library.rescan()
    #expect(report.new == 0)
    #expect(report.changed == 1)
    let row = try #require(try library.rows().first)
    #expect(row.title == "new one")
    #expect(row.id == id)
    #expect(!row.isUnread)
    #expect(row.revision == 1)
    #expect(try library.store.article(id)?.article.body == [Block(.paragraph, "y")])
  }

  @Test func sameIdInTwoFeedsIsTwoArticles() throws {
    try library.write("a.json", #"[{"id": "1", "title": "of A", "source": "A"}]"#)
    try library.write("b.json", #"[{"id": "1", "title": "of B", "source": "B"}]"#)
    try library.scan("a.json")
    try library.scan("b.json")
    try library.store.mark([library.id("of A")], read: true)
    #expect(try unread() == ["of B"])
    #expect(try library.store.articles(spelt: "1").count == 2)
  }

  @Test func sameIdOnTwoHostsIsTwoArticles() throws {
    try library.write(
      "a.json",
      """
      [{"id": "1", "title": "A", "url": "https://a.example/1"},
       {"id": "1", "title": "B", "url": "https://b.example/1"},
       {"id": "1", "title": "C"}, {"id": "1", "title": "D"}]
      """)
    #expect(try library.scan("a.json").new == 4)
  }

  @Test func withoutAnIdAddressAndHeadlineDecideElseSourceHeadlineAndDate() throws {
    try library.write(
      "a.json",
      """
      [{"title": "A", "url": "https://a.example/1"}, {"title": "A", "url": "https://a.example/2"},
       {"title": "A again", "url": "https://a.example/1"}, {"title": "a", "url": "https://a.example/1#2"},
       {"title": "B", "source": "S", "date": "2024-01-01"},
       {"title": "B", "source": "S", "date": "2024-01-02"},
       {"title": "B", "source": "T", "date": "2024-01-01"},
       {"title": "B", "source": "S", "date": "2024-01-01", "summary": "again"}]
      """)
    #expect(try library.scan("a.json").new == 6)
  }

  @Test func datesOfAnotherOrderAreOfTheSameArticles() throws {
    for mark in ["/", "-"] {
      let library = try StoreFixture()
      func row(_ title: String, _ first: Int, _ second: Int) -> String {
        let text = title.hasPrefix("t") ? ", \"body\": \"\(title)\"" : ""
        return #"{"title": "\#(title)", "date": "\#(first)\#(mark)\#(second)\#(mark)2024"\#(text)}"#
      }
      let rows = (1...12).map { row("t\($0 % 2)", 4, $0) } + [row("u", 4, 12), row("v", 4, 5)]
      func write(_ name: String, _ rows: [String]) throws {
        try library.write(name, "[\(rows.joined(separator: ","))]")
      }
      try write("a.json", rows)
      try write("b.json", [row("t1", 6, 3)])
      #expect(try library.scan("").new == 15)
      try library.store.markAllRead(in: .init())
      // The newest come first, and show that the month does, too.
      try write("a.json", [row("new", 4, 25), row("t1", 4, 25)] + rows.reversed())
      #expect(try library.rescan().new == 2)
      #expect(try library.rows().filter(\.isUnread).map(\.title).sorted() == ["new", "t1"])
      #expect(
        try library.rows().filter { $0.title == "u" }.map { $0.date?.rfc3339.prefix(10) }
          == ["2024-04-12"])
      #expect(try library.rescan() == SourceScanner.Report())
      // Another file's article by the other reading is another.
      try write("c.json", [row("t1", 3, 6), row("w", 25, 3)])
      #expect(try library.rescan().new == 2)
    }
  }

  @Test func renamedFeedKeepsItsMarks() throws {
    try library.write(
      "a.json",
      #"[{"id": "1", "title": "one", "source": "S"}, {"title": "two", "source": "S"}]"#)
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try library.write(
      "a.json",
      #"[{"id": "1", "title": "one", "source": "S News"}, {"title": "two", "source": "S News"}]"#)
    let report = try library.rescan()
    #expect(report.new == 0)
    #expect(report.changed == 2)
    #expect(try unread() == [])
  }

  @Test func anotherFeedInTheSameFileSharesNoMark() throws {
    try library.write("a.json", #"[{"id": "1", "title": "one", "source": "S"}]"#)
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try library.write("a.json", #"[{"id": "1", "title": "other", "source": "T"}]"#)
    #expect(try library.rescan().new == 1)
    #expect(try unread() == ["other"])
  }

  @Test func marksOutliveForgottenSources() throws {
    try library.write(
      "a.json",
      #"[{"id": "1", "title": "one", "source": "S"}, {"id": "2", "title": "two", "source": "S"}]"#)
    try library.scan("a.json")
    let id = try library.id("one")
    try library.store.mark([id], read: true)
    let source = try #require(try library.store.source(at: library.path("a.json")))
    try library.store.forget(source)
    #expect(try library.rows().isEmpty)
    #expect(try library.store.sources().isEmpty)
    #expect(try library.store.tally(of: []) == Tally())
    try library.scan("a.json")
    #expect(try unread() == ["two"])
    #expect(try library.id("one") == id)
  }

  @Test func forgettingKeepsWhatAnotherSourceHolds() throws {
    let text = #"[{"id": "1", "title": "one", "source": "S"}]"#
    try library.write("a.json", text)
    try library.write("b.json", text)
    try library.scan("a.json")
    try library.scan("b.json")
    #expect(try library.store.article(library.id("one"))?.sources.count == 2)
    let source = try #require(try library.store.source(at: library.path("a.json")))
    try library.store.forget(source)
    #expect(try library.titles() == ["one"])
    #expect(try library.store.tally(of: []).all == 1)
  }

  @Test func idOfTheLibraryAndOfTheFileBothNameAnArticle() throws {
    try library.write("a.json", #"[{"id": "guid-7", "title": "seven", "source": "S"}]"#)
    try library.scan("a.json")
    let id = try library.id("seven")
    #expect(try library.store.articles(spelt: id.description).map(\.id) == [id])
    #expect(try library.store.articles(spelt: "guid-7").map(\.id) == [id])
    #expect(try library.store.articles(spelt: "k999").isEmpty)
  }

  @Test func manyIdsOfFilesAreLookedForAtOnce() throws {
    let lines = (0..<300).map {
      #"{"id": "own-\#($0 % 200)", "title": "t\#($0)", "source": "S\#($0 / 200)"}"#
    }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    let id = try library.id("t7")
    let spellings = ["own-150", id.description, "none"] + (0..<200).map { "own-\($0)" }
    let asked = Mutex(0)
    library.store.queue.writeWithoutTransaction { db in
      db.trace { event in
        if event.description.contains("own_id") { asked.withLock { $0 += 1 } }
      }
    }
    let found = try library.store.articles(spelt: spellings).map { $0.map(\.title) }
    #expect(asked.withLock { $0 } == 1)
    #expect(Array(found.prefix(3)) == [["t150"], ["t7"], []])
    // Two feeds have the first hundred.
    let expected = (0..<200).map { $0 < 100 ? ["t\($0)", "t\($0 + 200)"] : ["t\($0)"] }
    #expect(found.dropFirst(3).map { $0.sorted() } == expected.map { $0.sorted() })
  }

  @Test func sameAddressAndHeadlineOfTwoPublicationsIsOneArticle() throws {
    try library.write(
      "a.json",
      #"{"id": "7", "title": "Sea Library opens", "source": "A", "url": "https://x.example/1"}"#)
    try library.write(
      "b.json",
      """
      {"id": "9", "title": "SEA LIBRARY: opens", "source": "B", "body": "other",
       "url": "https://x.example/1?utm_source=b&fbclid=2#top"}
      """)
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    #expect(try library.scan("b.json").new == 0)
    let row = try #require(try library.rows().first)
    #expect(row.title == "Sea Library opens")
    #expect(row.publication == "A")
    #expect(row.alsoIn == ["B"])
    #expect(!row.isUnread)
    let stored = try #require(try library.store.article(row.id))
    #expect(stored.article.alsoIn == ["B"])
    #expect(stored.sources.count == 2)
    #expect(try library.store.sources().map(\.tally.unread) == [0, 0])
    // Asked again, neither takes the headline from the other.
    #expect(try library.rescan() == SourceScanner.Report())
    let a = try #require(try library.store.source(at: library.path("b.json")))
    try library.store.forget(a)
    #expect(try library.rows().map(\.alsoIn) == [[]])
  }

  @Test func otherParametersOrAnotherHeadlineIsAnotherArticle() throws {
    func text(_ id: Int, _ source: String, _ address: String, _ title: String = "t") -> String {
      #"{"id": "\#(id)", "title": "\#(title)", "source": "\#(source)", "url": "\#(address)"}"#
    }
    try library.write(
      "a.jsonl",
      [
        text(1, "A", "https://x.example/?p=1"), text(2, "B", "https://x.example/?p=2"),
        text(3, "C", "https://x.example/?p=1", "u"), text(4, "D", "https://x.example/?gclid=3&p=1"),
      ].joined(separator: "\n"))
    #expect(try library.scan("a.jsonl").new == 3)
    #expect(try library.rows().map(\.alsoIn).contains(["D"]))
  }

  @Test func schemeAndHostSayNothingOfAnAddress() throws {
    func text(_ address: String, id: Int?, _ source: String) -> String {
      let id = id.map { #""id": "\#($0)", "# } ?? ""
      return #"{\#(id)"title": "t", "source": "\#(source)", "url": "\#(address)"}"# + "\n"
    }
    let addresses = [
      "http://x.org/Path", "https://x.org/Path", "HTTPS://X.ORG/Path", "http://X.org/Path?utm_id=1",
    ]
    for id in [Int?.none, 7] {
      for first in addresses {
        let library = try StoreFixture()
        try library.write("a.jsonl", text(first, id: id, "A"))
        try library.scan("a.jsonl")
        for (number, address) in addresses.enumerated() {
          try library.write(
            "\(number).jsonl", text(address, id: id.map { $0 + number }, "S\(number)"))
          #expect(try library.scan("\(number).jsonl").new == 0, "\(first) \(address)")
        }
        // A path has its case.
        try library.write("b.jsonl", text("https://x.org/path", id: id, "B"))
        #expect(try library.scan("b.jsonl").new == 1)
      }
    }
  }

  @Test func keysOfLibrariesOfBeforeAreStillFound() throws {
    try library.write("a.jsonl", #"{"title": "t", "url": "http://x.org/1"}"#)
    try library.write(
      "b.jsonl",
      #"{"id": "1", "title": "u", "source": "B", "url": "http://x.org/2"}"# + "\n"
        + #"{"id": "3", "title": "کتاب علی", "source": "B", "url": "https://x.org/3"}"#)
    for name in ["a.jsonl", "b.jsonl"] { try library.scan(name) }
    // As they were kept: without the keys of the address under https, and of folded letters.
    var kept: [IdentityKey] = []
    for (title, address) in [
      ("t", "http://x.org/1"), ("u", "http://x.org/2"), ("کتاب علی", "https://x.org/3"),
    ] {
      kept += IdentityKeys(formerlyOf: Article(title: title, url: address))?.all ?? []
    }
    // The last is that of the address under http.
    kept.removeLast()
    let folded = IdentityKeys(of: Article(title: "کتاب علی", url: "https://x.org/3"), in: nil)
      .certain
    try library.store.queue.write { db in
      try db.execute(
        sql: "UPDATE identities SET key = ? WHERE key = ?",
        arguments: [kept.last?.data, folded.first?.data])
      #expect(db.changesCount == 1)
      try db.execute(
        sql: """
          DELETE FROM identities WHERE key NOT IN (\(kept.map { "x'\($0.hexadecimal)'" }
            .joined(separator: ",")))
          """)
    }
    let store = try library.open(.writing)
    try library.write(
      "c.jsonl",
      #"{"title": "t", "url": "https://x.org/1"}"# + "\n"
        + #"{"id": "9", "title": "U", "source": "C", "url": "https://x.org/2"}"# + "\n"
        + #"{"id": "8", "title": "کتاب علی", "source": "C", "url": "https://x.org/3"}"#)
    let source = try store.add(library.path("c.jsonl"))
    let report = try SourceScanner(store: store).scan(
      [source], progress: { _ in true }, problem: { _ in })
    #expect(report.new == 0)
  }

  @Test func articleWithoutAnIdIsTheOneThatHasIt() throws {
    try library.write(
      "a.json", #"{"title": "one", "source": "S", "url": "https://x.example/1#a"}"#)
    try library.write(
      "b.json", #"{"id": "1", "title": "one", "source": "S", "url": "https://x.example/1"}"#)
    try library.write("c.json", #"{"title": "One!", "url": "https://x.example/1?utm_medium=x"}"#)
    for name in ["a.json", "b.json", "c.json"] { try library.scan(name) }
    #expect(try library.titles() == ["one"])
  }

  @Test func marksOfAnotherReaderCountOnFirstSightOnly() throws {
    func entry(_ status: String, _ starred: Bool) -> String {
      """
      {"total": 1, "entries": [{"id": 1, "feed_id": 2, "title": "one", "status": "\(status)",
       "starred": \(starred), "published_at": "2024-01-01T00:00:00Z", "content": "x",
       "url": "https://x.example/1"}]}
      """
    }
    try library.write("a.json", entry("read", true))
    try library.scan("a.json")
    #expect(try unread().isEmpty)
    #expect(try library.store.tally(of: []) == Tally(all: 1, unread: 0, rightToLeft: 0))
    let id = try library.id("one")
    try library.store.mark([id], read: false)
    try library.write("a.json", entry("read", false) + " ")
    #expect(try library.rescan().new == 0)
    #expect(try unread() == ["one"])
  }

  @Test func correctedHeadlineWithoutIDAndAddressKeepsItsMark() throws {
    func row(_ title: String, _ date: String, _ body: String) -> String {
      #"{"title": "\#(title)", "source": "S", "date": "\#(date)", "body": "\#(body)"}"#
    }
    let (day, second) = ("2024-03-05", "2024-03-05T10:20:30Z")
    func write(_ rows: String...) throws -> SourceScanner.Report {
      try library.write("a.json", "[" + rows.joined(separator: ",") + "]")
      return try library.scan("a.json")
    }
    #expect(try write(row("Teh news", second, "one"), row("Teh day", day, "two")).new == 2)
    try library.store.markAllRead(in: .init())
    #expect(try write(row("The news", second, "one"), row("The day", day, "two")).new == 0)
    #expect(try library.rows().map(\.title).sorted() == ["The day", "The news"])
    #expect(try library.rows().allSatisfy { !$0.isUnread })
    // What has another text, or stands beside what it would be, is another article.
    #expect(try write(row("New news", second, "more"), row("The day", day, "two")).new == 1)
    #expect(try write(row("The day", day, "two"), row("A day", day, "two")).new == 1)
    #expect(try library.rows().filter(\.isUnread).map(\.title).sorted() == ["A day", "New news"])
    // What it was may stand in another file, and come back.
    let far = row("Far day", day, "three")
    #expect(try write(far).new == 1)
    try library.write("b.json", far)
    #expect(try library.scan("b.json").new == 0)
    #expect(try write(row("Near day", day, "three")).new == 0)
    #expect(try Set(library.titles()).isSuperset(of: ["Far day", "Near day"]))
    #expect(try write(row("One", second, "four")).new == 1)
    #expect(try write(row("Two", second, "four")).new == 0)
    #expect(try write(row("Two", second, "four"), row("One", second, "four")).new == 1)
  }
}
