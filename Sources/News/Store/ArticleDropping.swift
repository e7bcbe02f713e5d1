import GRDB

/// Drops an article that no source holds any more, and what the library counts and finds it by; its
/// status stays.
enum ArticleDropping {
  /// Drops the article at `rank`.
  static func drop(_ rank: Int64, _ db: Database, _ index: inout SearchIndex) throws {
    let article = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, right_to_left FROM headlines WHERE rank = ?"),
      arguments: [rank])
    guard let article else { return }
    let (id, rightToLeft): (Int64, Int) = (article[0], article[1])
    try index.remove(rank)
    try db.cachedStatement(sql: "DELETE FROM headlines WHERE rank = ?").run([rank])
    try TextParts.remove(of: id, db)
    try db.cachedStatement(sql: "DELETE FROM starred WHERE rank = ?").run([rank])
    try db.cachedStatement(sql: "UPDATE statuses SET gone = 1 WHERE id = ?").run([id])
    try db.cachedStatement(sql: "DELETE FROM unread WHERE source = 0 AND rank = ?").run([rank])
    try Tally(all: -1, unread: -db.changesCount, rightToLeft: -rightToLeft).add(to: 0, db)
  }
}
