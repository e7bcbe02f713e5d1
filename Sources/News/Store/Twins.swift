import GRDB

/// Makes one status of two whose articles turned out to be the same: two publications that wrote
/// different headlines over one address, until they wrote the same.
///
/// What was kept of either is kept: it is read or starred if one of them was, has the tags of both,
/// the newest place, and was first seen when the first was. The status that has an article in the
/// library stays, of two the older. The other one's row stays too, empty, so that its number never
/// names another article: it leads to the one that stays (`Heirs`).
///
/// Commands that can be taken back name the one that stays from then on (`SharedSteps`).
struct Twins {
  private let db: Database
  private var index: SearchIndex

  /// Two statuses that became one.
  struct Join {
    let kept: Int64
    let dropped: Int64
    /// The marks of the two before, as kinds of `changes`.
    let keptMarks: Set<Int64>
    let droppedMarks: Set<Int64>
    /// Whether a step may name one of them.
    let hasSteps: Bool
  }

  init(_ db: Database) {
    self.db = db
    index = SearchIndex(db)
  }

  /// Whether two statuses may be one: not where a publication has both, each under an id of its own,
  /// but for one of which that is known not to matter unless one file has both.
  /// Of what has never been seen in a file, since another library's state brought it, nobody knows.
  func mayBeOne(_ one: Int64, _ other: Int64, though publication: Int64?) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM (
          \(Identities.claimants(of: "?1")) INTERSECT \(Identities.claimants(of: "?2")))
        WHERE publication IS NOT ?3
        UNION ALL
        SELECT 1 FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank
        CROSS JOIN sightings t ON t.file = s.file AND t.rank =
          (SELECT rank FROM headlines WHERE id = ?2)
        WHERE h.id = ?1 AND ?3 IS NOT NULL
        UNION ALL
        SELECT 1 FROM (SELECT ?1 AS status UNION ALL SELECT ?2) u
        WHERE NOT EXISTS (SELECT 1 FROM claims WHERE status = u.status)
          AND NOT EXISTS (SELECT 1 FROM headlines WHERE id = u.status)
        """
    ).int([one, other, publication]) == nil
  }

  /// Which of two statuses stays.
  func kept(of one: Int64, _ other: Int64) throws -> Int64 {
    let older = min(one, other)
    let find = try db.cachedStatement(sql: "SELECT 1 FROM headlines WHERE id = ?")
    if try find.int([older]) != nil { return older }
    return try find.int([max(one, other)]) != nil ? max(one, other) : older
  }

  /// Makes the article of `dropped` that of `kept`: whoever holds the one holds the other.
  mutating func join(_ dropped: Int64, to kept: Int64) throws -> Join {
    let join = Join(
      kept: kept, dropped: dropped, keptMarks: try marks(kept), droppedMarks: try marks(dropped),
      hasSteps: try wasTouched(kept) ? true : wasTouched(dropped))
    try Heirs.lead(dropped, to: kept, db)
    let (row, former) = try (article(kept), article(dropped))
    if let row {
      try index.remove(row.rank)
      try leaveLists(row)
    }
    if let row, let former {
      try index.remove(former.rank)
      try leaveLists(former)
      try move(former, to: row)
    }
    try joinMarks(of: dropped, to: kept)
    if let row {
      try enterLists(row)
      try index.add(row.rank)
    }
    return join
  }

  /// Ends the batch.
  mutating func finish() throws { try index.finish() }
}

// MARK: Marks

extension Twins {
  /// What is set of a status, as kinds of `changes`.
  private func marks(_ status: Int64) throws -> Set<Int64> {
    let flags = try db.cachedStatement(
      sql: """
        SELECT 1 FROM statuses WHERE id = ?1 AND read UNION ALL
        SELECT 2 FROM statuses WHERE id = ?1 AND starred UNION ALL
        SELECT tag + 2 FROM taggings WHERE status = ?1
        """)
    return Set(try flags.ints([status]))
  }

  /// Whether a command may ever have changed a status.
  func wasTouched(_ status: Int64) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM statuses WHERE id = ? AND (read OR starred
          OR coalesce(changed_at, starred_changed, tags_changed) IS NOT NULL)
        """
    ).int([status]) != nil
  }

  /// Gives `kept` the marks and claims of `dropped`, which keeps nothing.
  private func joinMarks(of dropped: Int64, to kept: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE statuses SET
          read_at = CASE WHEN statuses.read = d.read
            THEN max(coalesce(statuses.read_at, d.read_at), coalesce(d.read_at, statuses.read_at))
            WHEN d.read THEN d.read_at ELSE statuses.read_at END,
          read = max(statuses.read, d.read), starred = max(statuses.starred, d.starred),
          place = CASE
            WHEN coalesce(d.place_changed, 0) > coalesce(statuses.place_changed, 0)
            THEN d.place ELSE statuses.place END,
          changed_at = nullif(max(coalesce(statuses.changed_at, 0), coalesce(d.changed_at, 0)), 0),
          starred_changed = nullif(
            max(coalesce(statuses.starred_changed, 0), coalesce(d.starred_changed, 0)), 0),
          tags_changed = nullif(
            max(coalesce(statuses.tags_changed, 0), coalesce(d.tags_changed, 0)), 0),
          place_changed = nullif(
            max(coalesce(statuses.place_changed, 0), coalesce(d.place_changed, 0)), 0),
          seen_at = min(coalesce(statuses.seen_at, d.seen_at), coalesce(d.seen_at, statuses.seen_at))
        FROM (SELECT * FROM statuses WHERE id = ?2) d WHERE statuses.id = ?1
        """
    ).run([kept, dropped])
    for sql in [
      "INSERT OR IGNORE INTO taggings(status, tag) SELECT ?1, tag FROM taggings WHERE status = ?2",
      """
      INSERT OR IGNORE INTO claims(status, publication)
      SELECT ?1, publication FROM claims WHERE status = ?2
      """,
      "INSERT OR IGNORE INTO stated(status, source) SELECT ?1, source FROM stated WHERE status = ?2",
    ] {
      try db.cachedStatement(sql: sql).run([kept, dropped])
    }
    for sql in [
      "DELETE FROM taggings WHERE status = ?", "DELETE FROM claims WHERE status = ?",
      "DELETE FROM stated WHERE status = ?",
      """
      UPDATE statuses SET read = 0, starred = 0, place = NULL, read_at = NULL, changed_at = NULL,
        starred_changed = NULL, tags_changed = NULL, place_changed = NULL, gone = 1 WHERE id = ?
      """,
    ] {
      try db.cachedStatement(sql: sql).run([dropped])
    }
  }
}

// MARK: Rows

extension Twins {
  /// An article's row.
  private struct Article {
    let id: Int64
    let rank: Int64
    let rightToLeft: Int
    let name: String?
    let also: [String]
    /// The sources that hold it, and the library.
    let sources: [Int64]
  }

  private func article(_ status: Int64) throws -> Article? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT rank, right_to_left, source_text, also FROM headlines WHERE id = ?"),
      arguments: [status])
    guard let row else { return nil }
    let rank: Int64 = try row.value(0)
    return try Article(
      id: status, rank: rank, rightToLeft: row.value(1), name: row.value(2),
      also: Headline.names(row.value(3)),
      sources: db.cachedStatement(sql: ListQueries.sourcesOf).ints([rank]) + [0])
  }

  /// Takes a row out of what is unread, starred and counted.
  private func leaveLists(_ row: Article) throws {
    for source in row.sources {
      try db.cachedStatement(sql: "DELETE FROM unread WHERE source = ? AND rank = ?")
        .run([source, row.rank])
      try Tally(all: -1, unread: -db.changesCount, rightToLeft: -row.rightToLeft)
        .add(to: source, db)
    }
    try db.cachedStatement(sql: "DELETE FROM starred WHERE rank = ?").run([row.rank])
  }

  /// Puts a row into what is unread, starred and counted, by its marks and by who holds it now.
  private func enterLists(_ row: Article) throws {
    let marks = try marks(row.id)
    for source in try article(row.id)?.sources ?? [] {
      if !marks.contains(1) {
        try db.cachedStatement(sql: "INSERT INTO unread(source, rank) VALUES(?, ?)")
          .run([source, row.rank])
      }
      try Tally(all: 1, unread: marks.contains(1) ? 0 : 1, rightToLeft: row.rightToLeft)
        .add(to: source, db)
    }
    if marks.contains(2) {
      try db.cachedStatement(sql: "INSERT INTO starred(rank) VALUES(?)").run([row.rank])
    }
  }

  /// Gives a row those who hold another, and the names of its publications; the other one goes.
  private func move(_ former: Article, to row: Article) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO sightings(source, rank, publication, file, own_id)
        SELECT source, ?1, publication, file, own_id FROM sightings WHERE rank = ?2
        """
    ).run([row.rank, former.rank])
    for table in ["sightings", "headlines"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rank = ?").run([former.rank])
    }
    try TextParts.remove(of: former.id, db)
    var names = row.also
    for name in [former.name ?? ""] + former.also
    where !name.isEmpty && name != row.name && !names.contains(name) {
      names.append(name)
    }
    names = Array(names.prefix(Intake.mostNames))
    try db.cachedStatement(
      sql: "UPDATE headlines SET also = ?, revision = revision + 1 WHERE rank = ?"
    ).run([names.isEmpty ? nil : names.joined(separator: "\n"), row.rank])
  }
}
