import Foundation
import GRDB
import Testing

@testable import News

/// Marks that a library knew by more than what an article says now, after it was damaged and saved:
/// no articles are saved, and no numbers, but every key that led to a mark.
@Suite struct StoreRescueTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  /// Puts a copy of the library aside, of which the first page is lost or not, and scans the sources
  /// that are saved.
  private func rescued(losingAPage: Bool) throws -> NewsStore {
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let file = library.path("damaged.sqlite")
    try FileManager.default.copyItem(atPath: library.store.path, toPath: file)
    if losingAPage {
      let handle = try #require(FileHandle(forWritingAtPath: file))
      try handle.write(contentsOf: Data(repeating: 0xFF, count: 4096))
      try handle.close()
    }
    _ = try #require(try DamagedStore.putAside(file, while: { true }))
    let store = try NewsStore(at: file, .writing)
    _ = try SourceScanner(store: store).scan(progress: { _ in true }, problem: { _ in })
    return store
  }

  private func unread(_ store: NewsStore) throws -> [String] {
    let rows = try store.headlines(in: .init(), .next, from: nil, including: false, limit: 100)
    return rows.filter(\.isUnread).map(\.title)
  }

  @Test(arguments: [false, true])
  func articleKnownByItsIDAloneKeepsItsMarkWhateverItWasCalled(losingAPage: Bool) throws {
    func text(_ title: String) -> String {
      #"[{"id": "x1", "title": "\#(title)", "date": "2024-01-01T00:00:00Z", "body": "text"},"#
        + #" {"id": "x2", "title": "other", "date": "2024-01-02T00:00:00Z", "body": "more"}]"#
    }
    try library.write("a.json", text("before"))
    try library.scan("a.json")
    try library.store.mark([library.id("before")], read: true)
    try library.write("a.json", text("after"))
    try library.rescan()
    let store = try rescued(losingAPage: losingAPage)
    #expect(try unread(store) == ["other"])
    // Its id is known in its file from then on.
    try library.write("a.json", text("edited again"))
    _ = try SourceScanner(store: store).scan(progress: { _ in true }, problem: { _ in })
    #expect(try unread(store) == ["other"])
  }

  @Test(arguments: [false, true])
  func keysOfJoinedArticlesLeadToTheMarksOfBoth(losingAPage: Bool) throws {
    func text(_ id: Int, _ title: String, _ source: String) -> String {
      #"{"id": "\#(id)", "title": "\#(title)", "source": "\#(source)","#
        + #" "url": "https://example.org/gamma", "date": "2024-03-01"}"#
    }
    try library.write("a.json", text(5, "Gamma one", "A"))
    try library.write("b.json", text(9, "Gamma two", "B"))
    for name in ["a.json", "b.json"] { try library.scan(name) }
    try library.store.mark([library.id("Gamma two")], read: true)
    try library.write("b.json", text(9, "Gamma one", "B"))
    try library.rescan()
    try #require(try library.rows().count == 1)
    // Only what was joined to the other is in a file now.
    try library.write("a.json", "[]")
    try library.write("b.json", text(9, "Gamma three", "B"))
    #expect(try unread(rescued(losingAPage: losingAPage)) == [])
  }
}
