import GRDB

extension Intake {
  /// What a batch asks of SQLite again and again, looked up once.
  struct Statements {
    let headline: Statement
    let insertHeadline: Statement
    let updateHeadline: Statement
    let moveHeadline: Statement
    let setAlso: Statement
    let marks: Statement
    let comeBack: Statement
    let state: Statement
    let untouchedMarks: Statement
    let setRead: Statement
    let setStarred: Statement
    let star: Statement
    let moveStar: Statement
    let isUnread: Statement
    let setUnread: Statement
    let unsetUnread: Statement
    let moveUnread: Statement
    let sight: Statement
    let sources: Statement
    let moveSighting: Statement
    let filePath: Statement

    init(_ db: Database) throws {
      headline = try db.cachedStatement(
        sql: "SELECT \(StoredHeadline.columns) FROM headlines WHERE id = ?")
      insertHeadline = try db.cachedStatement(
        sql: """
          INSERT INTO headlines(rank, revision, file, title, source_text, seconds, zone, has_time,
            date_text, modified, language, direction, right_to_left, url, id)
          VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      updateHeadline = try db.cachedStatement(
        sql: """
          UPDATE headlines SET rank = ?, revision = ?, file = ?, title = ?, source_text = ?,
            seconds = ?, zone = ?, has_time = ?, date_text = ?, modified = ?, language = ?,
            direction = ?, right_to_left = ?, url = ?
          WHERE id = ?
          """)
      moveHeadline = try db.cachedStatement(sql: "UPDATE headlines SET rank = ? WHERE rank = ?")
      setAlso = try db.cachedStatement(
        sql: "UPDATE headlines SET also = ?, revision = revision + 1 WHERE id = ?")
      marks = try db.cachedStatement(sql: "SELECT read, starred, gone FROM statuses WHERE id = ?")
      comeBack = try db.cachedStatement(sql: "UPDATE statuses SET gone = 0 WHERE id = ?")
      state = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO stated(status, source) VALUES(?, ?)")
      untouchedMarks = try db.cachedStatement(
        sql: """
          SELECT read, starred FROM statuses WHERE id = ? AND coalesce(
            changed_at, starred_changed, tags_changed, place_changed) IS NULL
          """)
      setRead = try db.cachedStatement(sql: "UPDATE statuses SET read = 1 WHERE id = ?")
      setStarred = try db.cachedStatement(sql: "UPDATE statuses SET starred = 1 WHERE id = ?")
      star = try db.cachedStatement(sql: "INSERT OR IGNORE INTO starred(rank) VALUES(?)")
      moveStar = try db.cachedStatement(sql: "UPDATE starred SET rank = ? WHERE rank = ?")
      isUnread = try db.cachedStatement(
        sql: "SELECT 1 FROM unread WHERE source = 0 AND rank = ?")
      setUnread = try db.cachedStatement(sql: "INSERT INTO unread(source, rank) VALUES(?, ?)")
      unsetUnread = try db.cachedStatement(
        sql: "DELETE FROM unread WHERE source = ? AND rank = ?")
      moveUnread = try db.cachedStatement(
        sql: "UPDATE unread SET rank = ? WHERE source = ? AND rank = ?")
      sight = try db.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO sightings(source, rank, publication, file, own_id)
          VALUES(?, ?, ?, ?, ?)
          """)
      sources = try db.cachedStatement(sql: ListQueries.sourcesOf)
      moveSighting = try db.cachedStatement(
        sql: "UPDATE sightings SET rank = ? WHERE source = ? AND rank = ?")
      filePath = try db.cachedStatement(sql: "SELECT path FROM files WHERE id = ?")
    }
  }
}
