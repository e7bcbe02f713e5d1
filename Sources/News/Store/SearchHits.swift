import GRDB

/// Finds the ranks that a question asks for, in the caller's transaction.
struct SearchHits {
  /// How many hits are ranked at most, the newest: ranking all of a common word would take seconds
  /// in a large library.
  static let ranked = 2_000

  private let db: Database
  private let question: SearchQuestion
  private let end: SearchEnd

  init(_ db: Database, _ question: SearchQuestion, _ end: SearchEnd) {
    self.db = db
    self.question = question
    self.end = end
  }

  /// The newest hits below a rank.
  func newest(below bound: Rank?, limit: Int?) throws -> [Int64] {
    guard var query = SearchQuery(SearchExpression(question, end: end), question) else { return [] }
    query.bound(below: bound)
    return try db.cachedStatement(sql: query.ranks + " ORDER BY 1 DESC LIMIT ?")
      .ints(query.arguments + [limit ?? -1])
  }

  /// How many hits there are.
  func count() throws -> Int {
    guard let query = SearchQuery(SearchExpression(question, end: end), question) else { return 0 }
    let count = try db.cachedStatement(sql: "SELECT count(*) FROM (\(query.ranks))")
      .int(query.arguments)
    return count.map(Int.init) ?? 0
  }

  /// The best hits first: those that have each word as it was typed, then those that have others
  /// that it stands for; then what is too old to be ranked.
  func best(limit: Int?) throws -> [Int64] {
    let limit = limit ?? .max
    var exact = SearchExpression(question, end: end, isExact: true)
    var all = SearchExpression(question, end: end)
    guard all.wanted != nil else {
      return try newest(below: nil, limit: limit == .max ? nil : limit)
    }
    // What the few letters at the end are the beginning of is found in headlines, and not ranked.
    let hasOthers = all.headlines != nil
    exact.headlines = nil
    all.headlines = nil
    var hits = try best(of: exact)
    var known = Set(hits)
    if exact.wanted != all.wanted, hits.count < limit {
      let others = try best(of: all).filter { known.insert($0).inserted }
      hits += others
    }
    if hits.count < limit, hits.count >= Self.ranked || hasOthers {
      hits += try newest(below: nil, limit: nil).filter { !known.contains($0) }
    }
    return Array(hits.prefix(limit))
  }

  /// The newest hits of an expression, the best first.
  private func best(of expression: SearchExpression) throws -> [Int64] {
    guard let query = SearchQuery(expression, question) else { return [] }
    return try db.cachedStatement(
      sql: """
        SELECT rank FROM (
          \(query.scoredRanks) ORDER BY words.rowid DESC LIMIT \(Self.ranked)
        ) ORDER BY score, rank DESC
        """
    ).ints(query.arguments)
  }
}
