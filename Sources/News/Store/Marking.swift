import GRDB
import Glibc

/// Changes marks: `statuses`, `unread`, `tallies` and `changes`, by set, in the caller's
/// transaction. Nothing else changes what is read.
///
/// A command is one step: its rows in `changes` say what to change, and later what to take back.
struct Marking {
  let db: Database
  /// The number of this command.
  let step: Int64

  init(_ db: Database) throws {
    self.db = db
    step = try Self.lastStep(db) + 1
  }

  /// The number of the last command.
  static func lastStep(_ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: ListQueries.lastStep).int() ?? 0
  }

  /// Marks articles; those that are so already, or that the library doesn't have, are left alone.
  func mark(_ ids: [ArticleID], read: Bool) throws -> Marked {
    let place = try db.cachedStatement(
      sql: """
        SELECT h.rank FROM headlines h \(ListQueries.mark)
        WHERE h.id = ? AND (v.rank IS NOT NULL) = ?
        """)
    let note = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO changes(step, rank, kind, status, old) VALUES(?, ?, ?, ?, ?)")
    for id in ids {
      guard let rank = try place.int([id.rawValue, read]) else { continue }
      try note.run([step, rank, Self.readKind, id.rawValue, read ? 0 : 1])
    }
    return try apply(read: read)
  }

  /// Marks all unread articles of `sources`, or of the library, read.
  func markAllRead(of sources: [SourceID]) throws -> Marked {
    let listed = sources.isEmpty ? "(0)" : sources.sql
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO changes(step, rank, kind, status, old)
        SELECT ?, v.rank, ?, h.id, 0 FROM unread v CROSS JOIN headlines h ON h.rank = v.rank
        WHERE v.source IN \(listed)
        """, arguments: [step, Self.readKind])
    return try apply(read: true)
  }

  /// Takes a command back, where its marks are still as it left them; that can't be taken back.
  func undo(_ undone: Int64) throws -> Marked {
    guard
      let old = try db.cachedStatement(sql: "SELECT old FROM changes WHERE step = ? LIMIT 1")
        .int([undone])
    else { return try apply(read: true) }
    try db.execute(
      sql: """
        INSERT INTO changes(step, rank, kind, status, old)
        SELECT ?, h.rank, c.kind, c.status, 1 - c.old
        FROM changes c CROSS JOIN statuses t ON t.id = c.status AND t.read = 1 - c.old
        CROSS JOIN headlines h ON h.id = c.status
        WHERE c.step = ?
        """, arguments: [step, undone])
    let marked = try apply(read: old == 1)
    // Rows that were unread again need no note; rows read again stay in the lists that had them.
    try db.execute(
      sql: "DELETE FROM changes WHERE step IN (?, ?)",
      arguments: [undone, old == 0 ? step : undone])
    return marked
  }
}

extension Marking {
  /// The only kind of change yet; what a status keeps beside it gets kinds of its own.
  private static let readKind = 1
  /// How many articles a `Marked` names.
  private static let named = 300

  /// Does what this step's rows in `changes` say.
  private func apply(read: Bool) throws -> Marked {
    let count = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM changes WHERE step = ?"), arguments: [step])
    guard let count, count > 0 else {
      return Marked(
        change: ChangeNumber(rawValue: step - 1), count: 0, ids: [], tally: try .kept(db, 0))
    }
    let now = Int64(time(nil))
    try db.cachedStatement(sql: "INSERT INTO steps(step, size, at) VALUES(?, ?, ?)")
      .run([step, count, now])
    try db.cachedStatement(
      sql: """
        UPDATE statuses SET read = ?, read_at = ?, changed_at = ?
        WHERE id IN (SELECT status FROM changes WHERE step = ?)
        """
    ).run([read, read ? now : nil, now, step])
    if try read && Tally.kept(db, 0).unread == count {
      try readAll()
    } else {
      for source in try sources() { try setUnread(!read, in: source) }
    }
    return Marked(
      change: ChangeNumber(rawValue: step), count: count, ids: try names(count),
      tally: try .kept(db, 0))
  }

  /// The library, and the sources that hold an article of this step.
  private func sources() throws -> [Int64] {
    try db.cachedStatement(
      sql: """
        SELECT 0 UNION SELECT s.source FROM changes c CROSS JOIN sightings s ON s.rank = c.rank
        WHERE c.step = ?
        """
    ).ints([step])
  }

  /// Nothing is left unread: emptying a table costs nothing, deleting its rows does.
  private func readAll() throws {
    try db.execute(sql: "DELETE FROM unread")
    try db.execute(sql: "UPDATE tallies SET unread = 0")
  }

  private func setUnread(_ unread: Bool, in source: Int64) throws {
    if unread {
      let sighted = source == 0 ? "" : "CROSS JOIN sightings s ON s.source = ?1 AND s.rank = c.rank"
      try db.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO unread(source, rank)
          SELECT ?1, c.rank FROM changes c \(sighted) WHERE c.step = ?2
          """
      ).run([source, step])
    } else {
      try db.cachedStatement(
        sql: """
          DELETE FROM unread
          WHERE source = ? AND rank IN (SELECT rank FROM changes WHERE step = ?)
          """
      ).run([source, step])
    }
    let change = unread ? db.changesCount : -db.changesCount
    try db.cachedStatement(sql: "UPDATE tallies SET unread = unread + ? WHERE source = ?")
      .run([change, source])
  }

  private func names(_ count: Int) throws -> [ArticleID] {
    guard count <= Self.named else { return [] }
    return try db.cachedStatement(sql: "SELECT status FROM changes WHERE step = ?")
      .ints([step]).map(ArticleID.init(rawValue:))
  }
}
