import GRDB

/// Merges states into a store: first aside, into tables of the connection alone, then at once.
struct StateMerging {
  private let db: Database
  /// When this is, in milliseconds since 1970-01-01T00:00:00Z.
  private let now: Int64
  private let state: Statement
  private let key: Statement
  private let tag: Statement

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    try Self.drop(db)
    try db.execute(
      sql: """
        CREATE TEMP TABLE staged(
          number INTEGER PRIMARY KEY, read INTEGER, read_changed INTEGER, read_at INTEGER,
          starred INTEGER, starred_changed INTEGER, tags_changed INTEGER, place INTEGER,
          place_changed INTEGER, seen_at INTEGER);
        CREATE TEMP TABLE staged_keys(
          key BLOB, number INTEGER, PRIMARY KEY(key, number)) WITHOUT ROWID;
        CREATE TEMP TABLE staged_tags(number INTEGER, name TEXT);
        CREATE TEMP TABLE meant(
          status INTEGER, number INTEGER, PRIMARY KEY(status, number)) WITHOUT ROWID;
        CREATE TEMP TABLE changed(status INTEGER PRIMARY KEY);
        """)
    state = try db.makeStatement(
      sql: """
        INSERT INTO staged(read, read_changed, read_at, starred, starred_changed, tags_changed,
          place, place_changed, seen_at)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    key = try db.makeStatement(sql: "INSERT OR IGNORE INTO staged_keys(key, number) VALUES(?, ?)")
    tag = try db.makeStatement(sql: "INSERT INTO staged_tags(number, name) VALUES(?, ?)")
  }

  /// Puts a state aside.
  func stage(_ kept: KeptState) throws {
    try state.run([
      kept.read.value, kept.read.changed ?? 0, kept.readAt.map { $0 / 1000 }, kept.starred.value,
      kept.starred.changed ?? 0, kept.tags.changed, kept.place.value?.packed, kept.place.changed,
      kept.firstSeen.map { $0 / 1000 },
    ])
    let number = db.lastInsertedRowID
    for one in kept.keys { try key.run([one.data, number]) }
    for one in kept.tags.value { try tag.run([number, one]) }
  }

  /// Merges all that was put aside, in the caller's transaction; how many articles it changed.
  func merge() throws -> Int {
    try findStatuses()
    try mergeRead()
    try mergeStars()
    try mergeTags()
    try mergePlaces()
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM changed") ?? 0
  }

  /// Takes the tables away.
  func end() throws { try Self.drop(db) }
}

extension StateMerging {
  private static func drop(_ db: Database) throws {
    for table in ["staged", "staged_keys", "staged_tags", "meant", "changed", "newest"] {
      try db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
    }
  }

  /// Finds the statuses that the states mean, all that any of their keys has; where none has one, a
  /// status is made that waits for its article.
  private func findStatuses() throws {
    try db.execute(
      sql: """
        INSERT INTO meant(status, number)
        SELECT DISTINCT \(Heirs.heir(of: "i.status")), k.number
        FROM staged_keys k JOIN identities i ON i.key = k.key
        """)
    let waiting = try Int64.fetchAll(
      db, sql: "SELECT number FROM staged WHERE number NOT IN (SELECT number FROM meant)")
    let find = try db.makeStatement(
      sql: """
        SELECT \(Heirs.heir(of: "i.status")) FROM staged_keys k JOIN identities i ON i.key = k.key
        WHERE k.number = ? LIMIT 1
        """)
    let make = try db.makeStatement(
      sql: """
        INSERT INTO statuses(seen_at, gone) SELECT seen_at, 1 FROM staged WHERE number = ?
        """)
    let name = try db.makeStatement(
      sql: """
        INSERT OR IGNORE INTO identities(key, status)
        SELECT key, ? FROM staged_keys WHERE number = ?
        """)
    let mean = try db.makeStatement(sql: "INSERT INTO meant(status, number) VALUES(?, ?)")
    try db.execute(sql: "CREATE INDEX temp.keys_of_state ON staged_keys(number)")
    for number in waiting {
      // An earlier line may have been of the same article.
      var status = try find.int([number])
      if status == nil {
        try make.run([number])
        status = db.lastInsertedRowID
      }
      try name.run([status, number])
      try mean.run([status, number])
    }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO identities(key, status)
        SELECT k.key, min(m.status) FROM staged_keys k JOIN meant m ON m.number = k.number
        GROUP BY k.key
        """)
    try db.execute(
      sql: """
        UPDATE statuses SET seen_at = min(coalesce(seen_at, n.at), n.at)
        FROM (SELECT m.status, min(s.seen_at) AS at FROM meant m JOIN staged s USING(number)
          GROUP BY m.status) n
        WHERE n.status = statuses.id AND n.at IS NOT NULL
        """)
  }

  /// Puts into `newest` what the states say that is newer than what the statuses `t` say.
  private func findNewest(_ value: String, _ time: String, newerThan own: String) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.newest;
        CREATE TEMP TABLE newest AS
        SELECT n.* FROM (
          SELECT m.status, s.number, \(value) AS value, max(\(time)) AS at, s.read_at
          FROM meant m JOIN staged s USING(number) GROUP BY m.status) n
        JOIN statuses t ON t.id = n.status WHERE n.at IS NOT NULL AND (\(own));
        CREATE UNIQUE INDEX temp.newest_status ON newest(status);
        """)
  }

  private func mergeRead() throws {
    try findNewest(
      "s.read", "s.read_changed",
      newerThan: """
        n.at > coalesce(t.changed_at, 0) OR n.at = coalesce(t.changed_at, 0) AND n.value > t.read
        """)
    try db.execute(
      sql: """
        INSERT INTO changed SELECT n.status FROM newest n JOIN statuses t ON t.id = n.status
        WHERE n.value <> t.read
        """)
    let marking = try Marking(db, now: now)
    try db.execute(
      sql: """
        INSERT INTO changes(step, rank, kind, status, old)
        SELECT ?, h.rank, 1, n.status, t.read FROM newest n JOIN statuses t ON t.id = n.status
        JOIN headlines h ON h.id = n.status WHERE n.value <> t.read
        """, arguments: [marking.step])
    _ = try marking.apply(
      [.init(kind: .read, isSet: true), .init(kind: .read, isSet: false)], .asBefore)
    try db.execute(
      sql: """
        UPDATE statuses SET read = n.value, changed_at = nullif(n.at, 0),
          read_at = CASE n.value WHEN 1 THEN n.read_at ELSE statuses.read_at END
        FROM newest n WHERE n.status = statuses.id
        """)
  }

  private func mergeStars() throws {
    try findNewest(
      "s.starred", "s.starred_changed",
      newerThan: """
        n.at > coalesce(t.starred_changed, 0)
        OR n.at = coalesce(t.starred_changed, 0) AND n.value > t.starred
        """)
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO changed SELECT n.status FROM newest n
        JOIN statuses t ON t.id = n.status WHERE n.value <> t.starred;
        UPDATE statuses SET starred = n.value, starred_changed = nullif(n.at, 0)
        FROM newest n WHERE n.status = statuses.id;
        INSERT OR IGNORE INTO starred SELECT h.rank FROM newest n
        JOIN headlines h ON h.id = n.status WHERE n.value = 1;
        DELETE FROM starred WHERE rank IN (SELECT h.rank FROM newest n
        JOIN headlines h ON h.id = n.status WHERE n.value = 0);
        """)
  }

  private func mergeTags() throws {
    try findNewest("0", "s.tags_changed", newerThan: "n.at > coalesce(t.tags_changed, 0)")
    // Tags are searched too: what the index has of these articles changes with them.
    let ranks = try Int64.fetchAll(
      db,
      sql: "SELECT h.rank FROM newest n JOIN headlines h ON h.id = n.status ORDER BY h.rank")
    try SearchIndex.remove(ranks, from: db)
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO changed SELECT status FROM newest;
        INSERT OR IGNORE INTO tags(name) SELECT DISTINCT name FROM staged_tags;
        DELETE FROM taggings WHERE status IN (SELECT status FROM newest);
        INSERT OR IGNORE INTO taggings(status, tag)
        SELECT n.status, g.id FROM newest n JOIN staged_tags s ON s.number = n.number
        JOIN tags g ON g.name = s.name;
        UPDATE statuses SET tags_changed = n.at FROM newest n WHERE n.status = statuses.id;
        """)
    try SearchIndex.addAtOnce(ranks, to: db)
  }

  private func mergePlaces() throws {
    try findNewest("s.place", "s.place_changed", newerThan: "n.at > coalesce(t.place_changed, 0)")
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO changed SELECT n.status FROM newest n
        JOIN statuses t ON t.id = n.status WHERE n.value IS NOT t.place;
        UPDATE statuses SET place = n.value, place_changed = n.at
        FROM newest n WHERE n.status = statuses.id;
        """)
  }
}
