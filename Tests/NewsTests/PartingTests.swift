import Testing

@testable import News

/// Articles that two publications have in common until one of them edits its own.
@Suite struct PartingTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func writeBoth() throws {
    try library.write("a.json", StoreFixture.twin(5, "Gamma one", "A"))
    try library.write("b.json", StoreFixture.twin(9, "Gamma one", "B", #", "body": "of B""#))
    for name in ["a.json", "b.json"] { try library.scan(name) }
  }

  @Test func joinedArticlesPartWhereOneIsEdited() throws {
    try writeBoth()
    let id = try library.id("Gamma one")
    try library.store.change([id], [.read(true), .starred(true), .tag("t", true)])
    try library.store.keep(TextPlace(block: 1, offset: 2), of: id)
    try library.store.index()
    try library.write("b.json", StoreFixture.twin(9, "Gamma two", "B", #", "body": "of its own""#))
    let report = try library.rescan()
    #expect(report.new == 0 && report.changed == 1)
    let other = try library.id("Gamma two")
    #expect(try library.id("Gamma one") == id)
    #expect(try library.rows().map(\.alsoIn) == [[], []])
    for (id, name, own) in [(id, "A", "5"), (other, "B", "9")] {
      let row = try #require(try library.store.headline(id))
      #expect(row.publication == name && !row.isUnread && row.isStarred)
      let status = try #require(try library.store.status(of: id))
      #expect(status.tags == ["t"] && status.place == TextPlace(block: 1, offset: 2))
      #expect(status.readAt != nil)
      #expect(try library.store.articles(spelt: own).map(\.id) == [id])
      #expect(try library.store.article(id)?.sources.count == 1)
    }
    #expect(try library.store.sources().map(\.tally) == [Tally(all: 1), Tally(all: 1)])
    #expect(try library.store.tally(of: []) == Tally(all: 2))
    try library.store.index()
    for (question, count) in [("one", 1), ("two", 1), ("source:A", 1), ("source:B", 1)] {
      let hits = try library.store.search(SearchQuestion(question), .newest)
      #expect(hits.count == count, "\(question)")
    }
    #expect(try library.store.undo()?.count == 2)
    #expect(try library.rows().map(\.isUnread) == [true, true])
    // And become one again.
    try library.write("b.json", StoreFixture.twin(9, "Gamma one", "B"))
    #expect(try library.rescan().changed == 1)
    #expect(try library.rows().map(\.id) == [id])
  }

  @Test func firstOfTwoMayPartAsWell() throws {
    try writeBoth()
    let id = try library.id("Gamma one")
    try library.store.mark([id], read: true)
    try library.write("a.json", StoreFixture.twin(5, "Gamma new", "A", #", "body": "new text""#))
    #expect(try library.rescan().changed == 1)
    #expect(try Set(library.titles()) == ["Gamma one", "Gamma new"])
    #expect(try library.rows().map(\.isUnread) == [false, false])
    let stayed = try #require(try library.store.headline(id))
    #expect(stayed.title == "Gamma one" && stayed.publication == "B" && stayed.alsoIn == [])
    let article = try #require(try library.store.article(id)?.article)
    #expect(article.publication == Publication(name: "B") && article.ownID == "9")
    // Its text is B's when that is scanned next, though it has not changed.
    #expect(try library.rescan().changed == 1)
    #expect(try library.store.article(id)?.article.body.map(\.text) == ["of B"])
    #expect(try library.rows().count == 2)
  }

  @Test func articlesOfOneFolderAndOfOneFilePart() throws {
    for (first, second) in [("news/a.json", "news/b.json"), ("both.jsonl", "both.jsonl")] {
      let library = try StoreFixture()
      func scan(_ titles: [String]) throws -> SourceScanner.Report {
        let lines = [StoreFixture.twin(5, titles[0], "A"), StoreFixture.twin(9, titles[1], "B")]
        if first == second {
          try library.write(first, lines.joined(separator: "\n"))
        } else {
          for (name, line) in zip([first, second], lines) { try library.write(name, line) }
        }
        return try library.scan(first == second ? first : "news")
      }
      #expect(try scan(["one", "one"]).new == 1)
      let id = try library.id("one")
      try library.store.mark([id], read: true)
      for titles in [["one", "two"], ["one", "one"], ["three", "one"], ["one", "one"]] {
        #expect(try scan(titles).new == 0)
        #expect(try Set(library.titles()) == Set(titles), "\(first)")
        #expect(try library.rows().count == Set(titles).count)
        #expect(try library.rows().allSatisfy { !$0.isUnread })
        #expect(try library.store.sources().map(\.tally) == [Tally(all: Set(titles).count)])
        #expect(try library.store.headline(id)?.title == "one")
      }
      #expect(try scan(["four", "four"]).new == 0)
      #expect(try library.titles() == ["four"])
      #expect(try library.rows().map(\.id) == [id])
    }
  }

  @Test func articlesWithoutIDsPart() throws {
    func page(_ title: String, _ source: String, _ text: String) -> String {
      """
      {"title": "\(title)", "source": "\(source)", "url": "https://x.org/g", "body": "\(text)", \
      "date": "2024-03-05T10:00:00Z"}
      """
    }
    for folder in [false, true] {
      let library = try StoreFixture()
      let (a, b) = folder ? ("news/a.json", "news/b.json") : ("a.json", "b.json")
      try library.write(a, page("one", "A", "of A"))
      try library.write(b, page("one", "B", "of B"))
      for name in folder ? ["news"] : [a, b] { try library.scan(name) }
      let id = try library.id("one")
      try library.store.mark([id], read: true)
      try library.write(b, page("two", "B", "of B"))
      #expect(try library.rescan().new == 0)
      #expect(try Set(library.titles()) == ["one", "two"], "\(folder)")
      #expect(try library.rows().allSatisfy { !$0.isUnread })
      // Each is edited by itself from now on.
      let other = try library.id("two")
      try library.write(b, page("three", "B", "of B"))
      try library.write(a, page("new one", "A", "of A"))
      #expect(try library.rescan().changed == 2)
      #expect(try library.store.headline(id)?.title == "new one")
      #expect(try library.store.headline(other)?.title == "three")
      #expect(try library.rows().count == 2)
    }
  }

  @Test func feedUnderTwoNamesHasOneArticle() throws {
    func item(_ title: String, _ name: String) -> String {
      """
      {"id": "1", "title": "\(title)", "url": "https://x.org/g", \
      "feed": {"title": "\(name)", "feed_url": "https://x.org/feed"}}
      """
    }
    for (file, name) in [("a.json", "A"), ("b.json", "A daily")] {
      try library.write(file, #"{"total": 1, "entries": [\#(item("one", name))]}"#)
      try library.scan(file)
    }
    #expect(try library.rows().map(\.alsoIn) == [["A daily"]])
    try library.write("a.json", #"{"total": 1, "entries": [\#(item("two", "A"))]}"#)
    try library.rescan()
    #expect(try library.titles() == ["two"])
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func articlesPartWhereTheFileNamesThemInAnotherOrder(_ file: String) throws {
    func write(_ rows: String...) throws -> SourceScanner.Report {
      try library.write(file, rows.joined(separator: "\n"))
      return try library.scan(file)
    }
    _ = try write(
      StoreFixture.twin(5, "one", "A"), StoreFixture.twin(9, "one", "B"),
      StoreFixture.twin(7, "one", "C"))
    try library.store.markAllRead(in: .init())
    #expect(
      try write(
        StoreFixture.twin(9, "one", "B"), StoreFixture.twin(7, "one", "C"),
        StoreFixture.twin(5, "two", "A")
      ).new == 0)
    #expect(try library.titles().sorted() == ["one", "two"])
    #expect(try write(StoreFixture.twin(7, "one", "C"), StoreFixture.twin(5, "two", "A")).new == 0)
    // One that was away comes back as another.
    #expect(
      try write(
        StoreFixture.twin(7, "one", "C"), StoreFixture.twin(5, "two", "A"),
        StoreFixture.twin(9, "three", "B")
      ).new == 0)
    #expect(try library.titles().sorted() == ["one", "three", "two"])
    #expect(try library.rows().allSatisfy { !$0.isUnread && $0.alsoIn.isEmpty })
  }

  @Test func articleOfAFileWithoutIDsParts() throws {
    func page(_ title: String, _ source: String) -> String {
      """
      {"title": "\(title)", "source": "\(source)", "url": "https://x.org/g", \
      "date": "2024-03-05T10:00:00Z"}
      """
    }
    for isReversed in [false, true] {
      let library = try StoreFixture()
      for titles in [["one", "one"], ["one", "two"]] {
        let rows = [page(titles[0], "A"), page(titles[1], "B")]
        let isOther = isReversed && titles[1] == "two"
        try library.write(
          "a.json", "[\((isOther ? rows.reversed() : rows).joined(separator: ","))]")
        try library.scan("a.json")
        if titles[1] == "one" { try library.store.markAllRead(in: .init()) }
      }
      let rows = try library.rows().sorted { $0.title < $1.title }
      #expect(rows.map(\.title) == ["one", "two"])
      #expect(rows.map(\.publication) == ["A", "B"])
      #expect(rows.allSatisfy { !$0.isUnread && $0.alsoIn.isEmpty })
    }
  }

  @Test func articleThatBecomesAnothersLeavesTheOnesItWas() throws {
    let page = #"{"title": "two", "source": "C", "url": "https://x.org/g"}"#
    try writeBoth()
    try library.write("c.json", page.replacing("two", with: "Gamma one"))
    try library.scan("c.json")
    try library.write("a.json", StoreFixture.twin(6, "other", "A", #", "id": 6"#))
    try library.rescan()
    try library.write("b.json", StoreFixture.twin(9, "two", "B"))
    try library.write("c.json", page)
    try library.rescan()
    #expect(try Set(library.titles()) == ["Gamma one", "other", "two"])
    #expect(try library.rows().first { $0.title == "two" }?.alsoIn == ["C"])
  }
}
