import GRDB

extension NewsStore {
  /// The rows of a list from `from` on, down or up, at most `limit`; newest first in either case.
  ///
  /// They are fetched by key: a page in the middle costs what the first one costs.
  ///
  /// - Parameter from: the rank to start at; nil is the list's start for `next`, its end for
  ///   `previous`.
  /// - Parameter including: whether the row at `from` is one of them.
  public func headlines(
    in scope: Scope, _ step: Step, from: Rank?, including: Bool, limit: Int
  ) throws(StoreError) -> [Headline] {
    try read { db in
      try ListWindow(db, scope, step, from: from, including: including, limit: limit).rows()
    }
  }

  /// The next unread row below or above `from`, which is not one of them itself; nil `from` is
  /// the list's start or end.
  public func unread(in scope: Scope, _ step: Step, from: Rank?) throws(StoreError) -> Headline? {
    try read { db in
      var unread = scope
      unread.unreadSince = try ChangeNumber(rawValue: Marking.lastStep(db))
      return try ListWindow(db, unread, step, from: from, including: false, limit: 1).rows().first
    }
  }

  /// Read rows below `from`, newest first, at most `limit`; looks at unread ones to pass them by.
  public func readHeadlines(
    of sources: [SourceID], from: Rank?, limit: Int
  ) throws(StoreError) -> [Headline] {
    try read { db in
      var found: [Headline] = []
      var from = from
      while found.count < limit {
        let rows = try ListWindow(
          db, Scope(sources: sources), .next, from: from, including: false, limit: 300
        ).rows()
        guard let last = rows.last else { break }
        found += rows.lazy.filter { !$0.isUnread }.prefix(limit - found.count)
        from = last.rank
      }
      return found
    }
  }

  /// How many articles there are, how many unread, and how many headlines run from right to left.
  ///
  /// Kept for the library (no `sources`) and for each source. Several sources may hold the same
  /// article, so those are counted, which takes a while in a large library.
  public func tally(of sources: [SourceID]) throws(StoreError) -> Tally {
    try read { db in
      guard sources.count > 1 else { return try Tally.kept(db, sources.first?.rawValue ?? 0) }
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), count(v.rank), coalesce(sum(h.right_to_left), 0)
          FROM (SELECT DISTINCT rank FROM sightings WHERE source IN \(sources.sql)) s
          CROSS JOIN headlines h ON h.rank = s.rank \(ListQueries.mark)
          """)
      return try row.map(Tally.init(_:)) ?? Tally()
    }
  }

  /// Where `rank` stands in a list, from 1, and how many rows that has. It counts: not for a key.
  public func place(
    of rank: Rank, in scope: Scope
  ) throws(StoreError) -> (place: Int, count: Int) {
    try read { db in
      let ranks = try scope.ranksToCount(db)
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*) FILTER (WHERE rank > ?), count(*) FROM (\(ranks))",
        arguments: [rank.rawValue])
      return try row.map { try ($0.value(0) + 1, $0.value(1)) } ?? (1, 0)
    }
  }
}

extension Tally {
  /// The counts in a row: all, unread, right to left.
  fileprivate init(_ row: Row) throws {
    try self.init(all: row.value(0), unread: row.value(1), rightToLeft: row.value(2))
  }

  /// The kept counts of a source, 0 the library.
  static func kept(_ db: Database, _ source: Int64) throws -> Tally {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: ListQueries.tally), arguments: [source])
    return try row.map(Tally.init(_:)) ?? Tally()
  }

  /// Adds this to the kept counts of a source, 0 the library.
  func add(to source: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE tallies SET "all" = "all" + ?, unread = unread + ?, right_to_left = right_to_left + ?
        WHERE source = ?
        """
    ).run([all, unread, rightToLeft, source])
  }
}

extension [SourceID] {
  /// As a list in SQL; they are numbers, so nothing can be smuggled in.
  var sql: String { "(\(map { String($0.rawValue) }.joined(separator: ",")))" }
}

extension NewsStore.Scope {
  /// A question for the ranks of all rows, each once.
  fileprivate func ranksToCount(_ db: Database) throws -> String {
    switch kind {
    case .all: break
    case .starred: return ListQueries.starredRanks(in: sources)
    case .history: return ListQueries.historyRanks(in: sources)
    }
    let listed = sources.isEmpty ? "(0)" : sources.sql
    guard let since = unreadSince else {
      return sources.isEmpty
        ? "SELECT rank FROM headlines"
        : "SELECT DISTINCT rank FROM sightings WHERE source IN \(listed)"
    }
    guard try Marking.lastStep(db) > since.rawValue else {
      return "SELECT DISTINCT rank FROM unread WHERE source IN \(listed)"
    }
    let sighted =
      sources.isEmpty
      ? "" : "AND c.rank IN (SELECT rank FROM sightings WHERE source IN \(listed))"
    return """
      SELECT rank FROM unread WHERE source IN \(listed) UNION
      SELECT c.rank FROM changes c CROSS JOIN headlines h ON h.rank = c.rank AND h.id = c.status
      WHERE c.step > \(since.rawValue) AND c.kind = 1 AND c.old = 0 \(sighted)
      """
  }
}
