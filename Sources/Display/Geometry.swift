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

/// A place on a screen; row 0 is the top, column 0 the left edge.
public struct Position: Hashable, Sendable {
  /// The row, from 0 at the top.
  public var row: Int
  /// The column, from 0 at the left edge.
  public var column: Int

  /// The cell in `row` and `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// Which way a run of cells is read.
public enum Direction: UInt8, Sendable {
  /// From the left edge on.
  case leftToRight
  /// From the right edge on.
  case rightToLeft
}
