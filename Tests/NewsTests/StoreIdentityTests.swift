import Foundation
import News
import Testing

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

  @Test func withoutAnIdTheAddressDecidesElseSourceTitleAndDate() throws {
    try library.write(
      "a.json",
      """
      [{"title": "A", "url": "https://a.example/1"}, {"title": "A", "url": "https://a.example/2"},
       {"title": "A again", "url": "https://a.example/1"},
       {"title": "B", "source": "S", "date": "2024-01-01"},
       {"title": "B", "source": "S", "date": "2024-01-02"},
       {"title": "B", "source": "T", "date": "2024-01-01"},
       {"title": "B", "source": "S", "date": "2024-01-01", "summary": "again"}]
      """)
    #expect(try library.scan("a.json").new == 5)
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
}
