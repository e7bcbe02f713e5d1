/// The size of a screen, in rows and columns of cells.
public struct Size: Hashable, Sendable {
  /// How many rows of cells there are.
  public var rows: Int
  /// How many columns of cells there are.
  public var columns: Int

  /// A size of `rows` × `columns` cells.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
