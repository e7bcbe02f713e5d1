internal import GRDB

extension Intake {
  /// What a batch asks of SQLite again and again, looked up once.
  struct Statements {
    let headline: Statement
    let insertHeadline: Statement
    let updateHeadline: Statement
    let moveHeadline: Statement
    let body: Statement
    let insertBody: Statement
    let updateBody: Statement
    let isRead: Statement
    let isUnread: Statement
    let setUnread: Statement
    let moveUnread: Statement
    let sight: Statement
    let sources: Statement
    let moveSighting: Statement
    let filePath: Statement
    let tally: Statement

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
      body = try db.cachedStatement(sql: ListQueries.body)
      insertBody = try db.cachedStatement(sql: "INSERT INTO bodies(id, blocks) VALUES(?, ?)")
      updateBody = try db.cachedStatement(sql: "UPDATE bodies SET blocks = ? WHERE id = ?")
      isRead = try db.cachedStatement(sql: "SELECT read FROM statuses WHERE id = ?")
      isUnread = try db.cachedStatement(
        sql: "SELECT 1 FROM unread WHERE source = 0 AND rank = ?")
      setUnread = try db.cachedStatement(sql: "INSERT INTO unread(source, rank) VALUES(?, ?)")
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
      tally = try db.cachedStatement(
        sql: """
          UPDATE tallies SET "all" = "all" + ?, unread = unread + ?,
            right_to_left = right_to_left + ? WHERE source = ?
          """)
    }
  }

  /// What the list keeps of an article, to compare a new reading with.
  struct StoredHeadline {
    static let columns = """
      rank, revision, file, title, source_text, seconds, zone, has_time, date_text, modified, \
      language, direction, right_to_left, url
      """

    let rank: Int64
    let revision: Int
    let file: Int64
    let title: String
    let sourceText: String?
    let date: ArticleDate?
    let dateText: String?
    let modified: Int64?
    let language: String?
    let direction: String?
    let isRightToLeft: Bool
    let url: String?

    init(_ row: Row) {
      rank = row[0]
      revision = row[1]
      file = row[2]
      title = row[3]
      sourceText = row[4]
      let seconds: Int64? = row[5]
      let (zone, hasTime): (Int?, Int?) = (row[6], row[7])
      date = seconds.map {
        ArticleDate(seconds: $0, offset: zone ?? 0, hasTime: hasTime == 1)
      }
      dateText = row[8]
      modified = row[9]
      language = row[10]
      direction = row[11]
      isRightToLeft = row[12]
      url = row[13]
    }

    var place: Place { Place(rank: rank, isRightToLeft: isRightToLeft) }

    func isSame(as arrival: Arrival) -> Bool {
      let article = arrival.article
      return title == article.title && sourceText == arrival.sourceText && date == article.date
        && dateText == article.dateText && language == article.language
        && direction == arrival.direction?.rawValue && url == article.url
    }
  }
}
