import Foundation
import GRDB

/// Drops a forgotten source, some rows a transaction, so that nobody waits for long.
struct Forgetting {
  private static let batch = 150

  private let db: Database
  private let source: Int64
  private var index: SearchIndex

  init(_ db: Database, source: Int64) {
    self.db = db
    self.source = source
    index = SearchIndex(db)
  }

  /// Drops some of it; false when all is gone.
  mutating func dropBatch() throws -> Bool {
    let ranks = try db.cachedStatement(
      sql: "SELECT rank FROM sightings WHERE source = ? ORDER BY rank LIMIT ?"
    ).ints([source, Self.batch])
    guard !ranks.isEmpty else {
      try dropSource()
      return false
    }
    for rank in ranks {
      let name = try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT p.name FROM sightings s CROSS JOIN publications p ON p.id = s.publication
            WHERE s.source = ? AND s.rank = ?
            """), arguments: [source, rank])
      try db.cachedStatement(sql: "DELETE FROM sightings WHERE source = ? AND rank = ?")
        .run([source, rank])
      try db.cachedStatement(sql: "DELETE FROM unread WHERE source = ? AND rank = ?")
        .run([source, rank])
      let isHeld =
        try db.cachedStatement(sql: "SELECT 1 FROM sightings WHERE rank = ?")
        .int([rank]) != nil
      if isHeld {
        try dropNames(at: rank, of: name)
      } else {
        try ArticleDropping.drop(rank, db, &index)
      }
    }
    try index.finish()
    return true
  }
}

extension Forgetting {
  /// Of the publications that an article is named after, those stay that a source still has it of, or
  /// may have: of a source with several publications only one is known. Where the one whose text is
  /// shown goes, one of the others takes its place.
  private mutating func dropNames(at rank: Int64, of dropped: String?) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, source_text, also, url, file FROM headlines WHERE rank = ?"),
      arguments: [rank])
    guard let row else { return }
    let (name, lines): (String?, String?) = try (row.value(1), row.value(2))
    let address: String? = try row.value(3)
    let held = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.name FROM sightings s CROSS JOIN publications p ON p.id = s.publication
          WHERE s.rank = ? AND p.name IS NOT NULL ORDER BY s.source
          """), arguments: [rank])
    let mayBeMore = try isHeldBySeveral(at: rank)
    func stays(_ name: String) -> Bool {
      held.contains(name) || mayBeMore && name != dropped
    }
    var names = Headline.names(lines).filter(stays)
    var shown = name
    if let name, !stays(name), try !isHeld(file: row.value(4), at: rank) {
      shown = names.first ?? held.first ?? address.flatMap(IdentityKey.host(of:))
      names.removeAll { $0 == shown }
    }
    guard shown != name || names != Headline.names(lines) else { return }
    try index.remove(rank)
    try db.cachedStatement(
      sql: """
        UPDATE headlines SET source_text = ?, also = ?, revision = revision + 1 WHERE rank = ?
        """
    ).run([shown, names.isEmpty ? nil : names.joined(separator: "\n"), rank])
    if shown != name { try ShownText.give(row.value(0), to: shown, at: rank, db) }
    try index.add(rank)
  }

  /// Whether a source that still has an article has several files, or one of several publications.
  private func isHeldBySeveral(at rank: Int64) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM sightings s WHERE s.rank = ? AND (
          EXISTS (SELECT 1 FROM files WHERE source = s.source LIMIT 1 OFFSET 1)
          OR NOT EXISTS (SELECT 1 FROM files WHERE source = s.source AND publication IS NOT NULL))
        """
    ).int([rank]) != nil
  }

  /// Whether a source that still has an article has the file whose text is shown of it.
  private func isHeld(file: Int64, at rank: Int64) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM files f CROSS JOIN sightings s ON s.source = f.source AND s.rank = ?
        WHERE f.id = ?
        """
    ).int([rank, file]) != nil
  }

  private func dropSource() throws {
    try db.execute(
      sql: "DELETE FROM file_ids WHERE file IN (SELECT id FROM files WHERE source = ?)",
      arguments: [source])
    for table in ["files", "tallies"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [source])
    }
    try db.execute(sql: "DELETE FROM sources WHERE id = ?", arguments: [source])
  }
}
