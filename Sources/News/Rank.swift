/// Where an article stands in the list: the greater, the newer. Undated articles are negative.
///
/// `seconds << 7 | tie`: at most 128 articles a second keep an exact order, and what came first
/// has the greater tie. The rank is the list's order, the key a page is fetched by, and the row id
/// of the search index.
public struct Rank: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number in the store.
  public let rawValue: Int64

  /// The rank with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Whether `a` stands below `b`.
  public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}
