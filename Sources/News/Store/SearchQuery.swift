import GRDB

/// A question as SQL: the index of words gives ranks in the list's order, and what it does not know
/// is looked at rank by rank.
struct SearchQuery {
  private(set) var arguments: StatementArguments = []
  private let from: String
  private let column: String
  private var conditions: [String] = []
  /// What is taken away from the ranks.
  private var except = ""

  /// The query of an expression, less what it asks of headlines besides, and of what else the
  /// question asks.
  init(_ expression: SearchExpression, _ question: SearchQuestion) {
    switch (expression.wanted, expression.headlines) {
    case (let wanted?, _):
      from = "words"
      column = "words.rowid"
      conditions = ["words MATCH ?"]
      arguments += [Self.match(wanted, without: expression.unwanted)]
    case (nil, let beginning?):
      from = "heads"
      column = "heads.rowid"
      conditions = ["heads MATCH ?"]
      arguments += [beginning]
      addUnwanted(expression.unwanted)
    case (nil, nil):
      if question.clauses.contains(where: { $0.condition == .starred && !$0.isNegated }) {
        (from, column) = ("starred", "starred.rank")
      } else if question.asksForRead(false) {
        (from, column) = ("unread", "unread.rank")
        conditions.append("unread.source = 0")
      } else {
        // Of all tables with an article's rank, this one's index is the smallest.
        (from, column) = ("sightings INDEXED BY sightings_of_rank", "sightings.rank")
        // Two indexes side by side: to look up each article takes three times as long.
        if question.asksForRead(true) { except = "SELECT rank FROM unread WHERE source = 0" }
      }
      addUnwanted(expression.unwanted)
    }
    for clause in question.clauses { add(clause) }
  }

  /// The query of headlines that have a word that begins so, and of nothing else.
  init(headlines beginning: String) {
    from = "heads"
    column = "heads.rowid"
    conditions = ["heads MATCH ?"]
    arguments += [beginning]
  }

  /// Leaves out what stands at a rank or above it.
  mutating func bound(below rank: Rank?) {
    guard let rank else { return }
    conditions.append("\(column) < ?")
    arguments += [rank.rawValue]
  }

  /// Leaves out what the index of words does not have yet.
  mutating func boundToIndex() {
    guard from != "words" else { return }
    conditions.append("NOT EXISTS (SELECT 1 FROM unindexed w WHERE w.rank = \(column))")
  }

  /// The ranks, unordered.
  var ranks: String {
    let ranks = "SELECT \(column) AS rank FROM \(from)\(clause)"
    guard column == "sightings.rank" else { return ranks }
    // An article stands there once for each source that has it.
    return except.isEmpty ? "SELECT DISTINCT" + ranks.dropFirst(6) : "\(ranks) EXCEPT \(except)"
  }

  /// The ranks with how well the words fit, the lower the better: a word of the headline counts as
  /// much as ten of the body.
  var scoredRanks: String {
    "SELECT \(column) AS rank, bm25(words, 1, 10, 3, 3) AS score FROM \(from)\(clause)"
  }
}

extension SearchQuery {
  private static func match(_ wanted: String, without unwanted: String?) -> String {
    unwanted.map { "(\(wanted)) NOT (\($0))" } ?? wanted
  }

  private var clause: String {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  private mutating func addUnwanted(_ unwanted: String?) {
    guard let unwanted else { return }
    conditions.append("\(column) NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
    arguments += [unwanted]
  }

  private mutating func add(_ clause: SearchClause) {
    switch clause.condition {
    case .words, .language: break
    case .unread(let unread):
      let isIn = unread != clause.isNegated
      guard isIn || except.isEmpty else { break }
      conditions.append(
        "\(isIn ? "" : "NOT ")EXISTS "
          + "(SELECT 1 FROM unread u WHERE u.source = 0 AND u.rank = \(column))")
    case .starred:
      conditions.append(
        "\(clause.isNegated ? "NOT " : "")EXISTS "
          + "(SELECT 1 FROM starred s WHERE s.rank = \(column))")
    case .since(let second):
      if clause.isNegated { add(until: second) } else { add(since: second) }
    case .until(let second):
      if clause.isNegated { add(since: second) } else { add(until: second) }
    }
  }

  /// A full second goes on in those before it, so ranks near a bound don't tell; a day is as far as
  /// eleven million articles of one second reach.
  private static let margin: Int64 = 86_400

  private mutating func add(since second: Int64) {
    let second = RankGiver.clamped(second)
    conditions.append("\(column) >= ? AND (\(column) >= ? OR \(seconds) >= ?)")
    arguments += [(second - Self.margin) << 7, second << 7, second]
  }

  private mutating func add(until second: Int64) {
    let second = RankGiver.clamped(second)
    conditions.append(
      "\(column) > ? AND \(column) < ? AND (\(column) < ? OR \(seconds) < ?)")
    arguments += [RankGiver.undated, second << 7, (second - Self.margin) << 7, second]
  }

  private var seconds: String { "(SELECT seconds FROM headlines h WHERE h.rank = \(column))" }
}
