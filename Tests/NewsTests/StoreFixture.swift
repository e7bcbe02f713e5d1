import Foundation
import Synchronization

@testable import News

/// A temporary folder with a store in it, gone with the test.
final class StoreFixture {
  let folder: String
  let store: NewsStore

  /// A store whose every change is a second after the one before, in whichever fixture that was.
  init() throws {
    folder = NSTemporaryDirectory() + "khabar-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try NewsStore(at: folder + "/store/khabar.sqlite", .writing, now: Self.tick)
  }

  private static let milliseconds = Atomic<Int64>(1_800_000_000_000)

  @Sendable private static func tick() -> Int64 {
    milliseconds.add(1_000, ordering: .relaxed).newValue
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Another connection to the same store.
  func open(_ access: NewsStore.Access) throws -> NewsStore {
    try NewsStore(at: store.path, access, now: Self.tick)
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, folders included, and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let path = path(name)
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// Adds a path and scans it; problems are kept.
  @discardableResult
  func scan(_ name: String) throws -> SourceScanner.Report {
    let source = try store.add(path(name))
    return try SourceScanner(store: store).scan(
      [source], progress: { _ in true }, problem: { problems.append($0) })
  }

  /// Scans all sources.
  @discardableResult
  func rescan() throws -> SourceScanner.Report {
    try SourceScanner(store: store).scan(
      progress: { _ in true }, problem: { problems.append($0) })
  }

  /// What scans reported.
  var problems: [Problem] = []

  /// All rows of a list, fetched in pages.
  func rows(
    _ scope: NewsStore.Scope = NewsStore.Scope(), page: Int = 100
  ) throws -> [Headline] {
    var rows: [Headline] = []
    while true {
      let next = try store.headlines(
        in: scope, .next, from: rows.last?.rank, including: false, limit: page)
      if next.isEmpty { return rows }
      rows += next
    }
  }

  func titles(_ scope: NewsStore.Scope = NewsStore.Scope()) throws -> [String] {
    try rows(scope).map(\.title)
  }

  /// The article with a headline.
  func id(_ title: String) throws -> ArticleID {
    guard let row = try rows().first(where: { $0.title == title }) else { throw Missing() }
    return row.id
  }

  struct Missing: Error {}
}

extension StoreFixture {
  /// An article over the one address that several publications write about.
  static func twin(
    _ id: Int, _ title: String, _ source: String, _ more: String = ""
  ) -> String {
    #"{"id": \#(id), "title": "\#(title)", "source": "\#(source)", "url": "https://x.org/g"\#(more)}"#
  }
}
