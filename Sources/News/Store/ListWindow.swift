import GRDB

/// A stretch of a list: the rows of a scope from a bound on, up or down.
///
/// The library and a single source are one statement each. Any other list is put together from
/// ranks: those of each source, those unread, those marked since the list was opened; each is a
/// walk along one key, cut off where it can't add to the stretch any more.
struct ListWindow {
  let db: Database
  let scope: NewsStore.Scope
  let step: NewsStore.Step
  /// The first rank that may be in it.
  let bound: Int64
  let limit: Int

  init(
    _ db: Database, _ scope: NewsStore.Scope, _ step: NewsStore.Step, from: Rank?,
    including: Bool, limit: Int
  ) {
    self.db = db
    self.scope = scope
    self.step = step
    self.limit = limit
    let first = from?.rawValue ?? (step == .next ? Int64.max : Int64.min)
    let isIncluded = including || from == nil
    bound = isIncluded ? first : step == .next ? first - 1 : first + 1
  }

  /// Its rows, newest first.
  func rows() throws -> [Headline] {
    let rows = try walkedRows()
    return step == .next ? rows : rows.reversed()
  }

  /// The ranks of its rows, in the order of the walk.
  func ranks() throws -> [Int64] {
    var ranks = NearestRanks(step, limit: limit)
    let sources = scope.sources.isEmpty ? [0] : scope.sources.map(\.rawValue)
    guard let since = scope.unreadSince else {
      for source in sources {
        if source == 0 {
          try add(ListQueries.libraryRanks(step), [bound, limit], to: &ranks)
        } else {
          try add(ListQueries.sourceRanks(step), [source, bound, limit], to: &ranks)
        }
      }
      return ranks.sorted
    }
    for source in sources {
      try add(ListQueries.unreadRanks(step), [source, bound, limit], to: &ranks)
    }
    try addReadSince(since, in: sources, to: &ranks)
    return ranks.sorted
  }
}

extension ListWindow {
  /// Steps of at most this many changes are read whole, many in one statement.
  private static let smallStep = 300

  private func walkedRows() throws -> [Headline] {
    switch scope.kind {
    case .all: return try rowsByDate()
    case .starred:
      let sql = ListQueries.starredRows(
        step, in: scope.sources, unreadOnly: scope.unreadSince != nil)
      return try Headline.all(db.cachedStatement(sql: sql), [bound, limit])
    case .history:
      guard scope.unreadSince == nil else { return [] }
      let sql = ListQueries.historyRows(step, in: scope.sources)
      return try Headline.all(db.cachedStatement(sql: sql), [bound, limit])
    }
  }

  private func rowsByDate() throws -> [Headline] {
    let source = scope.sources.first?.rawValue
    if scope.sources.count <= 1 {
      guard let since = scope.unreadSince else {
        let (sql, arguments): (String, StatementArguments) =
          if let source {
            (ListQueries.sourceRows(step), [source, bound, limit])
          } else {
            (ListQueries.libraryRows(step), [bound, limit])
          }
        return try Headline.all(db.cachedStatement(sql: sql), arguments)
      }
      if try Marking.lastStep(db) <= since.rawValue {
        return try Headline.all(
          db.cachedStatement(sql: ListQueries.unreadRows(step)), [source ?? 0, bound, limit])
      }
    }
    return try rows(at: ranks())
  }

  private func rows(at ranks: [Int64]) throws -> [Headline] {
    let statement = try db.cachedStatement(sql: ListQueries.rowsByRank)
    var rows: [Headline] = []
    rows.reserveCapacity(ranks.count)
    for start in stride(from: 0, to: ranks.count, by: ListQueries.chunk) {
      var chunk = Array(ranks[start..<min(start + ListQueries.chunk, ranks.count)])
      while let last = chunk.last, chunk.count < ListQueries.chunk { chunk.append(last) }
      rows += try Headline.all(statement, StatementArguments(chunk))
    }
    return rows.sorted { step == .next ? $0.rank > $1.rank : $0.rank < $1.rank }
  }

  private func add(
    _ sql: String, _ arguments: StatementArguments, to ranks: inout NearestRanks
  ) throws {
    let cursor = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let rank = try cursor.next(), ranks.add(rank) {}
    ranks.settle()
  }

  private func addReadSince(
    _ since: ChangeNumber, in sources: [Int64], to ranks: inout NearestRanks
  ) throws {
    var small: ClosedRange<Int64>?
    let steps = try Row.fetchAll(
      db.cachedStatement(sql: ListQueries.stepsSince), arguments: [since.rawValue])
    for row in steps {
      let number: Int64 = try row.value(0)
      let size: Int = try row.value(1)
      if size <= Self.smallStep {
        small = (small?.lowerBound ?? number)...number
        continue
      }
      try addReadBetween(small, in: sources, to: &ranks)
      small = nil
      for source in sources {
        if source == 0 {
          try add(ListQueries.ranksReadIn(step), [number, bound, limit], to: &ranks)
        } else {
          try add(ListQueries.ranksReadInSource(step), [source, number, bound, limit], to: &ranks)
        }
      }
    }
    try addReadBetween(small, in: sources, to: &ranks)
  }

  private func addReadBetween(
    _ steps: ClosedRange<Int64>?, in sources: [Int64], to ranks: inout NearestRanks
  ) throws {
    guard let steps else { return }
    let marked = try db.cachedStatement(sql: ListQueries.ranksReadBetween)
      .ints([steps.lowerBound, steps.upperBound])
    for rank in marked where step == .next ? rank <= bound : rank >= bound {
      if try isSighted(rank, in: sources) { _ = ranks.add(rank) }
    }
    ranks.settle()
  }

  private func isSighted(_ rank: Int64, in sources: [Int64]) throws -> Bool {
    let statement = try db.cachedStatement(sql: ListQueries.isSighted)
    return try sources.contains { try $0 == 0 || statement.int([$0, rank]) != nil }
  }
}
