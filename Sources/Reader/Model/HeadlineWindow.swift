public import News

/// The part of a list that the model holds: at most 300 rows in the list's order.
public struct HeadlineWindow: Equatable, Sendable {
  /// The most rows a window holds.
  public static let limit = 300

  /// The rows, as the list has them.
  public internal(set) var rows: [Headline]
  /// Whether the first row is the list's first.
  public let atStart: Bool
  /// Whether the last row is the list's last.
  public let atEnd: Bool
  /// Whether the newest come first, as in all lists but the best hits of a search.
  let isByRank: Bool

  /// The part of a list that `rows` are; at most `limit` of them.
  public init(
    rows: [Headline] = [], atStart: Bool = true, atEnd: Bool = true, isByRank: Bool = true
  ) {
    precondition(rows.count <= Self.limit, "a window holds at most \(Self.limit) rows")
    self.rows = rows
    self.atStart = atStart
    self.atEnd = atEnd
    self.isByRank = isByRank
  }

  /// Where the row of `rank` is, or, if it went, the next one down the list, else the last.
  ///
  /// Nil stands for the list's start. There is no answer only where there are no rows.
  func index(of rank: Rank?) -> Int? {
    guard let last = rows.indices.last else { return nil }
    guard let rank else { return 0 }
    guard isByRank else { return rows.firstIndex { $0.rank == rank } ?? 0 }
    return min(firstIndex(notAbove: rank), last)
  }

  /// Whether a row of just this rank is here.
  func holds(_ rank: Rank) -> Bool {
    guard isByRank else { return rows.contains { $0.rank == rank } }
    let index = firstIndex(notAbove: rank)
    return index < rows.endIndex && rows[index].rank == rank
  }

  /// The first row whose rank is `rank` or lower; a binary search, since ranks descend.
  private func firstIndex(notAbove rank: Rank) -> Int {
    var low = rows.startIndex
    var high = rows.endIndex
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].rank > rank { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
