/// The name of an article within one library, spelt `k4711`.
///
/// It is spelt with a letter so that it can't be taken for an id that a file gave.
public struct ArticleID: RawRepresentable, Hashable, Sendable {
  /// The number in the store.
  public let rawValue: Int64

  /// The article with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Reads the spelling `k4711`; nil for anything else.
  public init?(spelling: some StringProtocol) {
    guard spelling.first == "k", let number = Int64(spelling.dropFirst()), number > 0,
      spelling.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    rawValue = number
  }
}

extension ArticleID: CustomStringConvertible {
  /// The spelling, `k4711`.
  public var description: String { "k\(rawValue)" }
}

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

/// A source: one PATH of the library.
public struct SourceID: RawRepresentable, Hashable, Sendable {
  /// The number in the store; 0 stands for the whole library.
  public let rawValue: Int64

  /// The source with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A moment in the history of marks: the number of the last change; greater is later.
public struct ChangeNumber: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number in the store.
  public let rawValue: Int64

  /// The change with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Whether `a` stands below `b`.
  public static func < (a: ChangeNumber, b: ChangeNumber) -> Bool { a.rawValue < b.rawValue }
}
