import GRDB

/// Changes marks: `statuses`, `unread`, `starred`, `taggings`, `tallies` and `changes`, by set, in
/// the caller's transaction. Nothing else changes what a reader set.
///
/// A command is one step: its rows in `changes` say what to change, and later what to take back.
struct Marking {
  let db: Database
  /// The number of this command.
  let step: Int64
  /// When it is, in milliseconds since 1970-01-01T00:00:00Z.
  let now: Int64

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    step = try Self.lastStep(db) + 1
  }

  /// The number of the last command.
  static func lastStep(_ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: ListQueries.lastStep).int() ?? 0
  }

  /// Sets marks on articles; those that have them already, or that the library doesn't have, are
  /// left alone.
  func change(_ ids: [ArticleID], _ marks: [Mark]) throws -> Marked {
    var flags: [Flag] = []
    var counts: [Int] = []
    for mark in marks {
      guard let flag = try Flag(mark, db) else {
        counts.append(0)
        continue
      }
      counts.append(try note(flag, on: ids))
      if !flags.contains(flag) { flags.append(flag) }
    }
    var marked = try apply(flags, .stampedNow)
    marked.counts = counts
    return marked
  }

  /// Marks all unread articles of `sources`, or of the library, read, or those of them that a list
  /// has. That clears a list; it reads nothing, so it tells the history nothing, which has nothing
  /// unread.
  func markAllRead(of sources: [SourceID], _ kind: ListKind = .all) throws -> Marked {
    let listed = sources.isEmpty ? "(0)" : sources.sql
    let ofKind =
      switch kind {
      case .all: ""
      case .starred: " AND v.rank IN (SELECT rank FROM starred)"
      case .history: " AND 0"
      }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO changes(step, rank, kind, status, old)
        SELECT ?, v.rank, ?, h.id, 0 FROM unread v CROSS JOIN headlines h ON h.rank = v.rank
        WHERE v.source IN \(listed)\(ofKind)
        """, arguments: [step, Flag.Kind.read.number])
    return try apply([Flag(kind: .read, isSet: true)], .asBefore)
  }

  /// Takes a command back, where its marks are still as it left them. To undo what this did does
  /// the command again.
  func undo(_ undone: Int64) throws -> Marked {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT kind, old FROM changes WHERE step = ?"),
      arguments: [undone])
    let flags = try rows.map { row in
      try Flag(kind: Flag.Kind(number: row.value(0)), isSet: row.value(1) == 1)
    }
    for flag in flags {
      try db.cachedStatement(
        sql: """
          INSERT INTO changes(step, rank, kind, status, old)
          SELECT ?, h.rank, c.kind, c.status, 1 - c.old
          FROM changes c CROSS JOIN headlines h ON h.id = c.status
          CROSS JOIN statuses t ON t.id = c.status
          WHERE c.step = ? AND c.kind = ? AND c.old = ? AND \(flag.kind.isSet) = ?
          """
      ).run([step, undone, flag.kind.number, flag.isSet, !flag.isSet])
    }
    let marked = try apply(flags, .asBefore)
    try db.cachedStatement(sql: "DELETE FROM changes WHERE step = ?").run([undone])
    return marked
  }
}

extension Marking {
  /// What becomes of the time at which an article was read.
  enum ReadingTime {
    /// It is read now.
    case stampedNow
    /// It stays what it was, known or not.
    case asBefore
  }

  /// How many articles a `Marked` names.
  private static let named = 300

  /// Notes which articles a flag changes; how many.
  private func note(_ flag: Flag, on ids: [ArticleID]) throws -> Int {
    let note = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO changes(step, rank, kind, status, old)
        SELECT ?1, h.rank, ?2, h.id, 1 - ?3
        FROM headlines h CROSS JOIN statuses t ON t.id = h.id
        WHERE h.id = \(Heirs.heir(of: "?4")) AND \(flag.kind.isSet) = 1 - ?3
        """)
    var count = 0
    for id in ids {
      try note.run([step, flag.kind.number, flag.isSet, id.rawValue])
      count += db.changesCount
    }
    return count
  }

  /// Does what this step's rows in `changes` say of `flags`.
  func apply(_ flags: [Flag], _ time: ReadingTime) throws -> Marked {
    let count =
      try db.cachedStatement(sql: "SELECT count(*) FROM changes WHERE step = ?")
      .int([step]).map(Int.init) ?? 0
    guard count > 0 else {
      return Marked(
        change: ChangeNumber(rawValue: step - 1), count: 0, ids: [], tally: try .kept(db, 0))
    }
    try db.cachedStatement(sql: "INSERT INTO steps(step, size, at) VALUES(?, ?, ?)")
      .run([step, count, now / 1000])
    for flag in flags {
      switch flag.kind {
      case .read: try setRead(flag.isSet, count: flags.count == 1 ? count : nil, time)
      case .starred: try setStarred(flag.isSet)
      case .tag(let tag): try setTag(tag, flag.isSet)
      }
    }
    let articles = flags.count == 1 ? count : try countArticles()
    return Marked(
      change: ChangeNumber(rawValue: step), count: articles, ids: try names(count),
      tally: try .kept(db, 0))
  }

  private func countArticles() throws -> Int {
    try db.cachedStatement(sql: "SELECT count(DISTINCT status) FROM changes WHERE step = ?")
      .int([step]).map(Int.init) ?? 0
  }

  private func names(_ count: Int) throws -> [ArticleID] {
    guard count <= Self.named else { return [] }
    return try db.cachedStatement(sql: "SELECT DISTINCT status FROM changes WHERE step = ?")
      .ints([step]).map(ArticleID.init(rawValue:))
  }
}
