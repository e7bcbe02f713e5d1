import GRDB

/// Ranks from a query that has the highest first, read one by one.
struct DescendingRanks {
  private let cursor: FastDatabaseValueCursor<Int64>
  /// The highest that was not taken yet; nil at the end.
  private(set) var first: Int64?

  init(_ cursor: FastDatabaseValueCursor<Int64>) throws {
    self.cursor = cursor
    first = try cursor.next()
  }

  /// Takes the highest.
  mutating func step() throws { first = try cursor.next() }
}

/// Ranks that one query has, or that two others have in common, the highest first and each once.
///
/// No more is read than is taken: the newest hits of a common word cost little.
struct MergedRanks {
  private var ones: DescendingRanks
  private var others: DescendingRanks
  private var common: DescendingRanks?

  /// The ranks of `ones`, and those of `others` that `common` has too, where there is one.
  init(_ ones: DescendingRanks, _ others: DescendingRanks, common: DescendingRanks?) {
    self.ones = ones
    self.others = others
    self.common = common
  }

  /// The next one; nil at the end.
  mutating func next() throws -> Int64? {
    try findCommon()
    let one = ones.first
    let other = others.first
    guard let highest = [one, other].compactMap(\.self).max() else { return nil }
    if one == highest { try ones.step() }
    if other == highest { try others.step() }
    return highest
  }

  /// Takes what only one of the two has, down to what both have.
  private mutating func findCommon() throws {
    guard common != nil else { return }
    while let other = others.first, other != common?.first {
      guard let shared = common?.first else {
        others.end()
        return
      }
      if other > shared { try others.step() } else { try common?.step() }
    }
  }
}

extension DescendingRanks {
  /// Has no more.
  fileprivate mutating func end() { first = nil }
}
