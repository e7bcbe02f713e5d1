import GRDB
import Synchronization

extension NewsStore {
  /// What a search finds: ranks, in the order that was asked for.
  ///
  /// Newest first costs what it gives; best first ranks the newest 2,000 hits. What the index does
  /// not know yet (`index`) is not found. Ask a store of its own, so that `interrupt` ends nothing
  /// else.
  ///
  /// - Parameters:
  ///   - end: what the question's last word is.
  ///   - bound: newest first, only hits below this rank: where the last page ended.
  ///   - limit: at most so many.
  public func search(
    _ question: SearchQuestion, _ order: SearchOrder = .newest, end: SearchEnd = .word,
    below bound: Rank? = nil, limit: Int? = nil
  ) throws(StoreError) -> [Rank] {
    let ranks = try interruptibly { db in
      let hits = SearchHits(db, question, end)
      return switch order {
      case .newest: try hits.newest(below: bound, limit: limit)
      case .best: try hits.best(limit: limit)
      }
    }
    return ranks.map(Rank.init(rawValue:))
  }

  /// How many hits a search has.
  public func countHits(
    of question: SearchQuestion, end: SearchEnd = .word
  ) throws(StoreError) -> Int {
    try interruptibly { db in try SearchHits(db, question, end).count() }
  }

  /// The rows at these ranks, in the order given; a rank where there is none any more is left out.
  public func headlines(at ranks: [Rank]) throws(StoreError) -> [Headline] {
    try read { db in
      let rows = try Self.rows(at: ranks, db)
      return ranks.compactMap { rows[$0] }
    }
  }

  /// The rows at these ranks, by rank.
  static func rows(at ranks: [Rank], _ db: Database) throws -> [Rank: Headline] {
    let statement = try db.cachedStatement(sql: ListQueries.rowsByRank)
    var rows: [Rank: Headline] = [:]
    for start in stride(from: 0, to: ranks.count, by: ListQueries.chunk) {
      var chunk = ranks[start..<min(start + ListQueries.chunk, ranks.count)].map(\.rawValue)
      while let last = chunk.last, chunk.count < ListQueries.chunk { chunk.append(last) }
      for row in try Headline.all(statement, StatementArguments(chunk)) { rows[row.rank] = row }
    }
    return rows
  }

  /// Brings the index of words up to date with the library.
  ///
  /// - Parameter goesOn: is told after each transaction how many articles were indexed and how many
  ///   wait; false ends it, and what was indexed stays.
  /// - Returns: whether nothing waits any more.
  @discardableResult
  public func index(
    _ goesOn: (_ done: Int, _ left: Int) -> Bool = { _, _ in true }
  ) throws(StoreError) -> Bool {
    while true {
      let before = renewals.withLock { $0 }
      let isWhole = try SearchIndexing(self).run(goesOn)
      // What was indexed before a renewal waits again.
      if !isWhole || renewals.withLock({ $0 }) == before { return isWhole }
    }
  }

  /// How many articles the index of words has, and how many the library.
  ///
  /// Those that wait are counted, which takes as long as they are many; a count that was made within
  /// the last `age` milliseconds will do, as long as any wait.
  public func indexed(within age: Int64 = 0) throws(StoreError) -> (articles: Int, all: Int) {
    try read { db in
      let all = try Tally.kept(db, 0).all
      let anyWaits = try db.cachedStatement(sql: "SELECT 1 FROM unindexed LIMIT 1").int() != nil
      guard anyWaits else { return (all, all) }
      let now = now()
      let waiting = try lastWaiting.withLock { last in
        if let last, (0..<age).contains(now - last.at) { return last.count }
        let count = Int(try db.cachedStatement(sql: "SELECT count(*) FROM unindexed").int() ?? 0)
        last = Waiting(count: count, at: now)
        return count
      }
      return (max(0, all - waiting), all)
    }
  }

  /// Ends what another thread asks this store at the moment, with `StoreError.interrupted`.
  public func interrupt() {
    searching.withLock { search in
      guard search.isRunning else { return }
      search.wasInterrupted = true
      queue.interrupt()
    }
  }
}

extension NewsStore {
  /// How many articles waited for the index of words when they were counted last, and when that was,
  /// in milliseconds.
  struct Waiting {
    var count: Int
    var at: Int64
  }

  /// What `interrupt` has to know of a search.
  struct Searching {
    /// Whether it is asked at the moment: an interrupt that fell into the beginning or the end of its
    /// transaction would leave that open, which GRDB takes for a fault of the program.
    var isRunning = false
    var wasInterrupted = false
  }

  /// Reads what may be interrupted. Where that falls into the moment in which FTS5 is made ready,
  /// SQLite says that it could not be, and not why.
  private func interruptibly<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do throws(StoreError) {
      return try read { db in
        searching.withLock { $0 = Searching(isRunning: true) }
        defer { searching.withLock { $0.isRunning = false } }
        return try body(db)
      }
    } catch {
      var error = error
      let isUnclear = error.kind == .unexpected || error.kind == .damaged
      if isUnclear, searching.withLock({ $0.wasInterrupted }) {
        error.kind = .interrupted
      }
      throw error
    }
  }
}
