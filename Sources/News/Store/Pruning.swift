import GRDB

/// Drops articles that were read and are older than a day, some of them a transaction; what is
/// starred, tagged or unread stays, and so do the statuses of what goes.
struct Pruning {
  private static let batch = 150

  private let db: Database
  /// The first second that is not old.
  private let before: Int64
  private var index: SearchIndex

  init(_ db: Database, before: Int64) {
    self.db = db
    index = SearchIndex(db)
    self.before = before
  }

  /// How many articles would go.
  func count() throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (\(Self.old))", arguments: [bound, RankGiver.undated, before])
      ?? 0
  }

  /// Drops some articles from `bound` on, down; the bound of the next batch, nil when all are gone.
  mutating func dropBatch(from bound: Int64?) throws -> (dropped: Int, next: Int64?) {
    let ranks = try db.cachedStatement(sql: Self.old + " ORDER BY h.rank DESC LIMIT ?")
      .ints([bound ?? self.bound, RankGiver.undated, before, Self.batch])
    for rank in ranks { try drop(rank) }
    try index.finish()
    return (ranks.count, ranks.count < Self.batch ? nil : ranks.last.map { $0 - 1 })
  }
}

extension Pruning {
  /// An article without a date is as old as its time in the library.
  private static let old = """
    SELECT h.rank FROM headlines h CROSS JOIN statuses t ON t.id = h.id
    WHERE h.rank <= ? AND t.read = 1 AND t.starred = 0
    AND (h.rank > ? OR t.seen_at < ?)
    AND NOT EXISTS (SELECT 1 FROM taggings g WHERE g.status = h.id)
    """

  /// The highest rank of an article that is old.
  private var bound: Int64 {
    min(max(before, -1 << 55), 1 << 55) << 7 - 1
  }

  private mutating func drop(_ rank: Int64) throws {
    let rightToLeft = try db.cachedStatement(
      sql: "SELECT right_to_left FROM headlines WHERE rank = ?"
    ).int([rank])
    try db.cachedStatement(
      sql: """
        UPDATE tallies SET "all" = "all" - 1, right_to_left = right_to_left - ?1
        WHERE source IN (SELECT source FROM sightings WHERE rank = ?2)
        """
    ).run([rightToLeft, rank])
    try db.cachedStatement(sql: "DELETE FROM sightings WHERE rank = ?").run([rank])
    try ArticleDropping.drop(rank, db, &index)
  }
}
