import GRDB

/// Gives articles their place in the list.
///
/// A rank is `seconds << 7 | tie`. Ties run down from 127, so that what came first stands first; a
/// full second goes on in the one before it. Undated articles run down from −2⁶⁰, below all dates.
struct RankGiver {
  /// The greatest rank of an undated article.
  static let undated: Int64 = -1 << 60
  /// Seconds are kept within ±2⁵², thousands of times the age of the universe.
  private static let bound: Int64 = 1 << 52

  /// For a second that is full, the second in which its ranks go on. It is only a hint: other
  /// processes give ranks too, so that second is looked at each time.
  var fullSeconds: [Int64: Int64]

  private let lowestIn: Statement
  private let lowest: Statement

  init(_ db: Database, fullSeconds: [Int64: Int64]) throws {
    self.fullSeconds = fullSeconds.count > 100_000 ? [:] : fullSeconds
    lowestIn = try db.cachedStatement(
      sql: "SELECT rank FROM headlines WHERE rank BETWEEN ? AND ? ORDER BY rank LIMIT 1")
    lowest = try db.cachedStatement(
      sql: "SELECT rank FROM headlines WHERE rank <= ? ORDER BY rank LIMIT 1")
  }

  /// The next free rank of `date`.
  mutating func rank(for date: ArticleDate?) throws -> Int64 {
    guard let date else {
      return try lowest.int([Self.undated]).map { $0 - 1 } ?? Self.undated
    }
    let wanted = Self.second(of: date)
    var second = fullSeconds[wanted] ?? wanted
    while true {
      let first = second << 7
      let last = first | 127
      guard let taken = try lowestIn.int([first, last]) else { return last }
      if taken > first { return taken - 1 }
      second -= 1
      fullSeconds[wanted] = second
    }
  }

  /// The second that a date ranks in. A rank stays as long as this does.
  static func second(of date: ArticleDate) -> Int64 {
    clamped(date.seconds)
  }

  /// A second within the bounds.
  static func clamped(_ second: Int64) -> Int64 {
    min(max(second, -bound), bound)
  }
}
