import GRDB

/// Finds the ranks that a question asks for, in the caller's transaction.
struct SearchHits {
  /// How many hits are ranked at most, the newest: ranking all of a common word would take seconds
  /// in a large library.
  static let ranked = 2_000
  /// No more hits at once are looked for in the texts themselves: twice what a screen has, as the best
  /// that are known already are left out of those.
  private static let page = 250

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
    let expression = SearchExpression(question, end: end)
    if let limit, limit <= Self.page, let texts = newestTexts(expression, below: bound),
      let allowance = try texts.allowance(), let hits = try texts.hits(limit, allowance: allowance)
    {
      return hits
    }
    guard expression.wanted != nil, expression.headlines != nil else {
      var query = SearchQuery(expression, question)
      query.bound(below: bound)
      return try db.cachedStatement(sql: query.ranks + " ORDER BY 1 DESC LIMIT ?")
        .ints(query.arguments + [limit ?? -1])
    }
    var hits: [Int64] = []
    var ranks = try merged(expression, below: bound)
    while hits.count < limit ?? .max, let rank = try ranks.next() { hits.append(rank) }
    return hits
  }

  /// The texts themselves, in which the newest hits are found as well; nil where the question does not
  /// end with a beginning that they would have to be asked for.
  func newestTexts(_ expression: SearchExpression, below bound: Rank?) -> NewestTexts? {
    guard let sought = expression.last else { return nil }
    var others = expression
    let wanted = [expression.besides, sought.before].compactMap(\.self)
    others.wanted = wanted.isEmpty ? nil : wanted.joined(separator: " AND ")
    others.headlines = nil
    var query = SearchQuery(others, question)
    query.bound(below: bound)
    query.boundToIndex()
    return NewestTexts(db, query, sought)
  }

  /// How many hits there are.
  func count() throws -> Int {
    let expression = SearchExpression(question, end: end)
    guard expression.wanted != nil, expression.headlines != nil else {
      let query = SearchQuery(expression, question)
      let count = try db.cachedStatement(sql: "SELECT count(*) FROM (\(query.ranks))")
        .int(query.arguments)
      return count.map(Int.init) ?? 0
    }
    var count = 0
    var ranks = try merged(expression, below: nil)
    while let _ = try ranks.next() { count += 1 }
    return count
  }

  /// What all texts are asked for, and what only headlines are.
  private func merged(_ expression: SearchExpression, below bound: Rank?) throws -> MergedRanks {
    var others = expression
    others.wanted = expression.besides
    if others.wanted != nil { others.headlines = nil }
    let common = others.wanted == nil ? nil : expression.headlines.map(SearchQuery.init(headlines:))
    return try MergedRanks(
      ranks(SearchQuery(expression, question), below: bound),
      ranks(SearchQuery(others, question), below: bound),
      common: common.map { try ranks($0, below: bound) })
  }

  private func ranks(_ query: SearchQuery, below bound: Rank?) throws -> DescendingRanks {
    var query = query
    query.bound(below: bound)
    // A statement of its own: two of these may be the same.
    let statement = try db.makeStatement(sql: query.ranks + " ORDER BY 1 DESC")
    return try DescendingRanks(Int64.fetchCursor(statement, arguments: query.arguments))
  }

  /// The best hits first: those that have each word as it was typed, then those that have others
  /// that it stands for; then what is too old to be ranked.
  func best(limit: Int?) throws -> [Int64] {
    let limit = limit ?? .max
    var all = SearchExpression(question, end: end)
    // What few letters at the end are the beginning of is not ranked, but found besides.
    let hasOthers = all.headlines != nil || all.isShort
    guard all.wanted != nil, !hasOthers || end == .typed || all.besides != nil else {
      return try newest(below: nil, limit: limit == .max ? nil : limit)
    }
    let ranked = hasOthers ? SearchEnd.word : end
    if hasOthers { all = SearchExpression(question, end: ranked) }
    let exact = SearchExpression(question, end: ranked, isExact: true)
    var hits = try best(of: exact)
    var known = Set(hits)
    if exact.wanted != all.wanted, hits.count < limit {
      let others = try best(of: all).filter { known.insert($0).inserted }
      hits += others
    }
    if hits.count < limit, hits.count >= Self.ranked || hasOthers {
      let most = limit == .max ? nil : limit + known.count
      hits += try newest(below: nil, limit: most).filter { !known.contains($0) }
    }
    return Array(hits.prefix(limit))
  }

  /// The newest hits of an expression, the best first.
  private func best(of expression: SearchExpression) throws -> [Int64] {
    let query = SearchQuery(expression, question)
    return try db.cachedStatement(
      sql: """
        SELECT rank FROM (
          \(query.scoredRanks) ORDER BY words.rowid DESC LIMIT \(Self.ranked)
        ) ORDER BY score, rank DESC
        """
    ).ints(query.arguments)
  }
}
