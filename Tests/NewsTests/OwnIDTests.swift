import Testing

@testable import News

/// What the ids tell apart that a publication gives its articles, and what they do not.
@Suite struct OwnIDTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func live(_ id: Int, _ title: String = "Live", _ more: String = "") -> String {
    """
    {"id": "\(id)", "title": "\(title)", "source": "S", "url": "https://x.example/live"\(more)}
    """
  }

  @Test func withinAFileItsIdsDecide() throws {
    try library.write("a.json", "[\(live(1)), \(live(2))]")
    #expect(try library.scan("a.json").new == 2)
    // Whatever other files say, and in whatever order.
    try library.write("b.json", "[\(live(2))]")
    try library.write("c.json", "[\(live(2)), \(live(1))]")
    for name in ["b.json", "c.json"] { #expect(try library.scan(name).new == 0) }
    #expect(try library.rescan().new == 0)
    #expect(try library.rows().count == 2)
  }

  @Test func inTwoFilesOfAPublicationAddressAndHeadlineDecide() throws {
    let date = #", "date": "2024-03-05T10:00:00Z""#
    try library.write("feed.json", "[\(live(1, "Live", date)), \(live(2, "Other"))]")
    try library.write("export.json", "[\(live(11, "Live", date)), \(live(12, "Other"))]")
    #expect(try library.scan("feed.json").new == 2)
    try library.store.mark([library.id("Live")], read: true)
    #expect(try library.scan("export.json").new == 0)
    #expect(try library.rows().count == 2)
    #expect(try library.rows().filter(\.isUnread).map(\.title) == ["Other"])
    #expect(try library.rescan().new == 0)
    // What comes to be the same later is one from then on.
    try library.write("late.json", "[\(live(13, "Late", date))]")
    #expect(try library.scan("late.json").new == 1)
    try library.write("late.json", "[\(live(13, "Live", date))]")
    #expect(try library.rescan().new == 0)
    #expect(try library.rows().count == 2)
    // Of two days' briefings neither is lost.
    try library.write("later.json", live(21, "Live", #", "date": "2024-03-06T10:00:00Z""#))
    #expect(try library.scan("later.json").new == 1)
  }

  @Test func anotherIDOfTheSameArticleIsNoOtherArticle() throws {
    // Given anew in the same file, or by one that has none yet beside another publication.
    try library.write("a.json", live(1))
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try library.write("a.json", live(7))
    #expect(try library.rescan().new == 0)
    try library.write("d/p.json", live(3).replacing(#""S""#, with: #""P""#))
    let page = #"{"title": "Live", "source": "Q", "url": "https://x.example/live"}"#
    try library.write("d/q.json", page)
    #expect(try library.scan("d").new == 0)
    try library.write("d/q.json", live(4).replacing(#""S""#, with: #""Q""#))
    #expect(try library.rescan().new == 0)
    #expect(try library.rows().map(\.alsoIn) == [["P", "Q"]])
    #expect(try library.rows().allSatisfy { !$0.isUnread })
  }

  @Test func reusedIDIsAnotherArticle() throws {
    func row(_ id: Int, _ name: String, _ day: Int) -> String {
      """
      {"id": "\(id)", "title": "\(name)", "source": "S", "url": "https://x.example/\(name)", \
      "date": "2024-03-0\(day)T10:00:00Z"}
      """
    }
    func write(_ name: String, _ rows: String...) throws -> SourceScanner.Report {
      try library.write(name, "[" + rows.joined(separator: ",") + "]")
      return try library.scan(name)
    }
    // A service that was set up anew counts from the beginning.
    #expect(try write("a.json", row(1, "alpha", 1), row(2, "beta", 2)).new == 2)
    try library.store.mark([library.id("alpha")], read: true)
    let anew = [row(1, "beta", 2), row(2, "gamma", 3), row(3, "alpha", 1)]
    #expect(try write("a.json", anew[0], anew[1], anew[2]).new == 1)
    #expect(try library.rows().filter { !$0.isUnread }.map(\.title) == ["alpha"])
    // Two count by themselves, and an id stands thrice in a file.
    #expect(try write("b.json", row(1, "world", 5)).new == 1)
    #expect(try write("c.json", row(9, "u", 1), row(9, "v", 2), row(9, "w", 3)).new == 3)
    // And go on doing so when the files are read again.
    #expect(try write("a.json", anew[2], anew[1], anew[0]).new == 0)
    #expect(try write("b.json", row(1, "world", 5), row(4, "more", 6)).new == 1)
    #expect(try write("c.json", row(9, "v", 2)).new == 0)
    #expect(
      try Set(library.titles()) == ["alpha", "beta", "gamma", "more", "u", "v", "w", "world"])
    // An edit may change all but the text.
    let text = #", "body": "\#(String(repeating: "word ", count: 20))"}"#
    func long(_ row: String) -> String { String(row.dropLast()) + text }
    #expect(try write("e.json", long(row(20, "old", 1))).new == 1)
    #expect(try write("e.json", long(row(20, "renamed", 4))).new == 0)
    #expect(try Set(library.titles()).isSuperset(of: ["renamed"]))
  }
}
