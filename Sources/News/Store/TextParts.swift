import Foundation
import GRDB

/// The bytes of `StoredText` in the table `texts`, in parts: four of them fill a page of 4 KiB.
///
/// An article's parts are at `id << 4` and up to fifteen behind it; the last has all the rest.
enum TextParts {
  private static let bytes = 1_008
  private static let last = 15

  /// The text of an article; nil where there is none.
  static func text(of id: Int64, _ db: Database) throws -> Data? {
    let parts = try Row.fetchCursor(
      db.cachedStatement(sql: ListQueries.textParts), arguments: [id << 4, id << 4 | 15])
    var text: Data?
    while let part = try parts.next() {
      try part.withUnsafeData(atIndex: 0) { data in
        if text == nil { text = Data() }
        text?.append(data ?? Data())
      }
    }
    return text
  }

  /// Stores the text of an article that has none.
  static func insert(_ text: Data, of id: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO texts(place, part) VALUES(?, ?)")
    var start = text.startIndex
    for part in 0...last {
      let end = part == last ? text.endIndex : min(start + bytes, text.endIndex)
      try insert.run([id << 4 | Int64(part), text[start..<end]])
      start = end
      if start == text.endIndex { return }
    }
  }

  /// Removes the text of an article.
  static func remove(of id: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM texts WHERE place BETWEEN ? AND ?")
      .run([id << 4, id << 4 | 15])
  }
}
