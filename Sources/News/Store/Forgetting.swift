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
      try db.cachedStatement(sql: "DELETE FROM sightings WHERE source = ? AND rank = ?")
        .run([source, rank])
      try db.cachedStatement(sql: "DELETE FROM unread WHERE source = ? AND rank = ?")
        .run([source, rank])
      let isHeld =
        try db.cachedStatement(sql: "SELECT 1 FROM sightings WHERE rank = ?")
        .int([rank]) != nil
      if isHeld { try dropNames(at: rank) } else { try ArticleDropping.drop(rank, db, &index) }
    }
    try index.finish()
    return true
  }
}

extension Forgetting {
  /// Of the other publications of an article, those stay that a source still has it of.
  private mutating func dropNames(at rank: Int64) throws {
    let lines = try String.fetchOne(
      db.cachedStatement(sql: "SELECT also FROM headlines WHERE rank = ?"), arguments: [rank])
    guard lines != nil else { return }
    let held = try String.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT p.name FROM sightings s CROSS JOIN publications p ON p.id = s.publication
          WHERE s.rank = ? AND p.name IS NOT NULL
          """), arguments: [rank])
    let names = Headline.names(lines).filter(held.contains)
    guard names != Headline.names(lines) else { return }
    try index.remove(rank)
    try db.cachedStatement(sql: "UPDATE headlines SET also = ? WHERE rank = ?")
      .run([names.isEmpty ? nil : names.joined(separator: "\n"), rank])
    try index.add(rank)
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
