import Foundation
import Testing

@testable import News

/// Marks that files of other readers state.
@Suite struct StatedMarkTests {
  private let library: StoreFixture
  private static let plain = #"{"title": "one", "url": "https://x.example/1", "body": "x"}"#

  init() throws { library = try StoreFixture() }

  private static func miniflux(_ status: String, starred: Bool) -> String {
    """
    {"total": 1, "entries": [{"id": 1, "feed_id": 2, "title": "one", "status": "\(status)",
     "starred": \(starred), "published_at": "2024-01-01T00:00:00Z", "content": "x",
     "url": "https://x.example/1"}]}
    """
  }

  private static let googleReader = """
    {"id": "user/-/state/com.google/reading-list", "items": [{
     "id": "tag:google.com,2005:reader/item/000000000000000a", "title": "one",
     "categories": ["user/-/state/com.google/read"], "published": 1704067200,
     "canonical": [{"href": "https://x.example/1"}], "summary": {"content": "x"},
     "origin": {"streamId": "feed/1", "title": "One", "htmlUrl": "https://x.example/"}}]}
    """

  @Test(arguments: [["a", "b"], ["b", "a"]])
  func namesOfFilesDecideNothing(_ names: [String]) throws {
    for folder in ["one source", "two sources"] {
      let library = try StoreFixture()
      try library.write("news/\(names[0]).json", Self.plain)
      try library.write("news/\(names[1]).json", Self.miniflux("read", starred: true))
      if folder == "one source" {
        try library.scan("news")
      } else {
        for name in names.sorted() { try library.scan("news/\(name).json") }
      }
      let rows = try library.rows()
      #expect(rows.map(\.isUnread) == [false], "\(folder)")
      #expect(rows.map(\.isStarred) == [true], "\(folder)")
      #expect(try library.store.tally(of: []).unread == 0)
      for source in try library.store.sources() {
        #expect(try library.store.tally(of: [source.id]) == Tally(all: 1))
      }
      #expect(try library.store.starredCount(of: []) == 1)
    }
  }

  @Test(arguments: [["a", "b"], ["b", "a"]])
  func whatTwoSourcesSayCountsWhicheverCameFirst(_ names: [String]) throws {
    try library.write("\(names[0]).json", Self.miniflux("unread", starred: true))
    try library.write("\(names[1]).json", Self.googleReader)
    for name in names.sorted() { try library.scan("\(name).json") }
    let rows = try library.rows()
    #expect(rows.map(\.isUnread) == [false])
    #expect(rows.map(\.isStarred) == [true])
  }

  @Test func marksOfOnesOwnAreKept() throws {
    let changes: [[Mark]] = [
      [.starred(true), .starred(false)], [.read(true), .read(false)], [.tag("t", true)],
    ]
    for marks in changes {
      let library = try StoreFixture()
      try library.write("a.json", Self.plain)
      try library.scan("a.json")
      for mark in marks { try library.store.change([library.id("one")], [mark]) }
      try library.write("b.json", Self.miniflux("read", starred: true))
      try library.scan("b.json")
      #expect(try library.rows().map(\.isUnread) == [true], "\(marks)")
      #expect(try library.rows().map(\.isStarred) == [false], "\(marks)")
    }
  }

  @Test func whatASourceSaysLaterCountsNoMore() throws {
    try library.write("a.json", Self.plain)
    try library.scan("a.json")
    try library.write("news/b.json", Self.miniflux("unread", starred: false))
    try library.scan("news")
    try library.write("news/b.json", Self.miniflux("read", starred: true))
    try library.rescan()
    #expect(try library.rows().map(\.isUnread) == [true])
    try FileManager.default.removeItem(atPath: library.path("news/b.json"))
    try library.rescan()
    try library.write("news/c.json", Self.miniflux("read", starred: true) + " ")
    try library.rescan()
    #expect(try library.rows().map(\.isUnread) == [true])
    #expect(try library.rows().map(\.isStarred) == [false])
  }
}
