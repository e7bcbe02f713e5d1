import GRDB

extension Marking {
  /// One thing that is set or not, and which of the two it becomes.
  struct Flag: Hashable {
    let kind: Kind
    let isSet: Bool
  }

  /// Marks articles read, or not; `count` says how many, where these are all rows of the step.
  func setRead(_ isRead: Bool, count: Int?, _ time: ReadingTime) throws {
    let stamp: Int64? = isRead && time == .stampedNow ? now / 1000 : nil
    try db.cachedStatement(
      sql: """
        UPDATE statuses SET read = ?1, read_at = coalesce(?2, read_at),
          changed_at = max(?3, coalesce(changed_at, 0) + 1)
        WHERE id IN (SELECT status FROM changes WHERE step = ?4 AND kind = 1 AND old = 1 - ?1)
        """
    ).run([isRead, stamp, now, step])
    if let count, try isRead && Tally.kept(db, 0).unread == count {
      try readAll()
    } else {
      for source in try sources() { try setUnread(!isRead, in: source) }
    }
  }

  /// Stars articles, or takes their stars off.
  func setStarred(_ isStarred: Bool) throws {
    try db.cachedStatement(
      sql: """
        UPDATE statuses SET starred = ?1,
          starred_changed = max(?2, coalesce(starred_changed, 0) + 1)
        WHERE id IN (SELECT status FROM changes WHERE step = ?3 AND kind = 2 AND old = 1 - ?1)
        """
    ).run([isStarred, now, step])
    let ranks = "SELECT rank FROM changes WHERE step = ? AND kind = 2 AND old = ?"
    try db.cachedStatement(
      sql: isStarred
        ? "INSERT OR IGNORE INTO starred(rank) \(ranks)"
        : "DELETE FROM starred WHERE rank IN (\(ranks))"
    ).run([step, !isStarred])
  }

  /// Gives articles a tag, or takes it off.
  func setTag(_ tag: Int64, _ isSet: Bool) throws {
    let kind = Flag.Kind.tag(tag).number
    let statuses = "SELECT status FROM changes WHERE step = ?2 AND kind = ?3 AND old = 1 - ?4"
    // Tags are searched too: what the index has of these articles changes with them.
    let ranks = try db.cachedStatement(
      sql: "SELECT rank FROM headlines WHERE id IN (\(statuses)) AND ?1 IS NOT NULL ORDER BY rank"
    ).ints([now, step, kind, isSet])
    try SearchIndex.remove(ranks, from: db)
    try db.cachedStatement(
      sql: """
        UPDATE statuses SET tags_changed = max(?1, coalesce(tags_changed, 0) + 1)
        WHERE id IN (\(statuses))
        """
    ).run([now, step, kind, isSet])
    try db.cachedStatement(
      sql: isSet
        ? """
        INSERT OR IGNORE INTO taggings(status, tag)
        SELECT status, ?1 FROM changes WHERE step = ?2 AND kind = ?3 AND old = 1 - ?4
        """
        : "DELETE FROM taggings WHERE tag = ?1 AND status IN (\(statuses))"
    ).run([tag, step, kind, isSet])
    try SearchIndex.addAtOnce(ranks, to: db)
  }
}

extension Marking.Flag {
  /// What is set; its number stands in `changes`. A tag is a kind of its own.
  enum Kind: Hashable {
    case read, starred
    case tag(Int64)

    init(number: Int64) {
      switch number {
      case 1: self = .read
      case 2: self = .starred
      default: self = .tag(number - 2)
      }
    }

    var number: Int64 {
      switch self {
      case .read: 1
      case .starred: 2
      case .tag(let tag): tag + 2
      }
    }

    /// Whether the status `t` has it, in SQL.
    var isSet: String {
      switch self {
      case .read: "t.read"
      case .starred: "t.starred"
      case .tag(let tag):
        "EXISTS (SELECT 1 FROM taggings g WHERE g.status = t.id AND g.tag = \(tag))"
      }
    }
  }

  /// What a mark sets; nil for a tag that is to be taken off and that nothing has.
  init?(_ mark: Mark, _ db: Database) throws {
    switch mark {
    case .read(let isSet): self.init(kind: .read, isSet: isSet)
    case .starred(let isSet): self.init(kind: .starred, isSet: isSet)
    case .tag(let name, let isSet):
      guard let tag = try Self.tag(name, db, makingIt: isSet) else { return nil }
      self.init(kind: .tag(tag), isSet: isSet)
    }
  }

  static func tag(_ name: String, _ db: Database, makingIt: Bool) throws -> Int64? {
    let find = try db.cachedStatement(sql: "SELECT id FROM tags WHERE name = ?")
    if let tag = try find.int([name]) { return tag }
    guard makingIt else { return nil }
    try db.cachedStatement(sql: "INSERT INTO tags(name) VALUES(?)").run([name])
    return db.lastInsertedRowID
  }
}

extension Marking {
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
          SELECT ?1, c.rank FROM changes c \(sighted)
          WHERE c.step = ?2 AND c.kind = 1 AND c.old = 1
          """
      ).run([source, step])
    } else {
      try db.cachedStatement(
        sql: """
          DELETE FROM unread WHERE source = ? AND rank IN
            (SELECT rank FROM changes WHERE step = ? AND kind = 1 AND old = 0)
          """
      ).run([source, step])
    }
    let change = unread ? db.changesCount : -db.changesCount
    try db.cachedStatement(sql: "UPDATE tallies SET unread = unread + ? WHERE source = ?")
      .run([change, source])
  }
}
