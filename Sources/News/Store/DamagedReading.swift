import Foundation
import GRDB

/// Reads marks and sources out of a damaged store: what can't be read is passed over.
///
/// Nothing is taken on trust: a value of another type than the column's is as good as none.
struct DamagedReading {
  private let db: Database
  /// Whether all that was asked for could be read.
  private(set) var isWhole = true

  init(_ db: Database) {
    self.db = db
  }

  /// The sources, in the order in which they were added.
  mutating func sources() -> [(path: String, format: String?)] {
    var sources: [(path: String, format: String?)] = []
    read("SELECT path, format FROM sources WHERE forgotten = 0 ORDER BY id", []) { row in
      guard let path = String.fromDatabaseValue(row[0]) else { return }
      sources.append((path, String.fromDatabaseValue(row[1])))
    }
    return sources
  }

  /// Which keys each status has. They are hashes: of 4,096 equal pieces those that a damaged page is
  /// in are read from both ends up to it.
  mutating func keys() -> [Int64: [IdentityKey]] {
    var keys: [Int64: [IdentityKey]] = [:]
    let ascending = "SELECT key, status FROM identities WHERE key >= ? AND key < ? ORDER BY key"
    for piece in stride(from: 0, to: 0x1_0000, by: 16) {
      let first = Data([UInt8(piece >> 8), UInt8(piece & 0xFF)])
      // Longer than any key, and so above all.
      let end =
        piece + 16 == 0x1_0000
        ? Data(repeating: 0xFF, count: 17)
        : Data([UInt8((piece + 16) >> 8), UInt8((piece + 16) & 0xFF)])
      let take = { (row: Row) in
        guard let data = Data.fromDatabaseValue(row[0]), let key = IdentityKey(data),
          let status = Int64.fromDatabaseValue(row[1])
        else { return }
        keys[status, default: []].append(key)
      }
      if !read(ascending, [first, end], take) { read(ascending + " DESC", [first, end], take) }
    }
    return keys
  }

  /// What is kept of a status; nil where nothing was touched, or it can't be read.
  mutating func state(of status: Int64, keys: [IdentityKey]) -> KeptState? {
    var state: KeptState?
    read(
      """
      SELECT read, changed_at, CASE read WHEN 1 THEN read_at END, starred, starred_changed,
        tags_changed, place, place_changed, seen_at
      FROM statuses WHERE id = ?
      """, [status]
    ) { row in
      func number(_ index: Int) -> Int64? { Int64.fromDatabaseValue(row[index]) }
      var kept = KeptState(keys: keys)
      kept.read = .init(value: number(0) == 1, changed: number(1))
      kept.readAt = number(2).map { $0 &* 1000 }
      kept.starred = .init(value: number(3) == 1, changed: number(4))
      kept.tags.changed = number(5)
      kept.place = .init(
        value: number(6).flatMap(TextPlace.init(packed:)), changed: number(7))
      kept.firstSeen = number(8).map { $0 &* 1000 }
      state = kept
    }
    guard var kept = state else { return nil }
    if kept.tags.changed != nil, !takeTags(of: status, into: &kept) { kept.tags.changed = nil }
    let changes = [
      kept.read.changed, kept.starred.changed, kept.tags.changed, kept.place.changed,
    ]
    let isTouched = changes.contains { $0 != nil }
    return kept.read.value || kept.starred.value || isTouched ? kept : nil
  }

  private mutating func takeTags(of status: Int64, into kept: inout KeptState) -> Bool {
    var tags: [String] = []
    let isWhole = read(
      "SELECT name FROM taggings g JOIN tags t ON t.id = g.tag WHERE g.status = ? ORDER BY name",
      [status]
    ) { row in
      if let name = String.fromDatabaseValue(row[0]).flatMap({ TagText.tag($0) }) {
        tags.append(name)
      }
    }
    kept.tags.value = tags
    return isWhole
  }

  /// Hands rows over until one can't be read; whether all could.
  @discardableResult
  private mutating func read(
    _ sql: String, _ arguments: StatementArguments, _ body: (Row) -> Void
  ) -> Bool {
    do {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
      while let row = try rows.next() { body(row) }
      return true
    } catch {
      isWhole = false
      return false
    }
  }
}
