/// A number of cells of a terminal, side by side.
public struct Columns: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// How many cells.
  public var count: Int

  /// So many cells.
  @inlinable
  public init(_ count: Int) {
    self.count = count
  }

  /// So many cells.
  @inlinable
  public init(integerLiteral count: Int) {
    self.count = count
  }

  /// More cells than any text takes: for a paragraph that is not to be wrapped.
  public static let unlimited = Columns(Int.max / 2)

  /// Whether `a` is narrower than `b`.
  @inlinable
  public static func < (a: Columns, b: Columns) -> Bool {
    a.count < b.count
  }
}
