/// One cell of a screen: a base scalar, up to four marks on it, and what it is there for.
///
/// Plain bits, so that a row of cells is compared and copied as memory. The second column of a wide
/// character is a cell of 0 columns.
public struct Cell: Sendable {
  /// The base scalar's value; U+0020 in an empty cell.
  public var base: UInt32
  /// The marks on the base, in order; 0 where there is none.
  public var marks: InlineArray<4, UInt32>
  /// How many columns the cell takes: 1, 2, or 0 for the second column of the wide cell before it.
  public var columns: UInt8
  /// What the cell is there for.
  public var style: Style
  /// The embedding level (UAX #9); odd is right to left.
  public var level: UInt8

  /// A cell that shows `base` with `marks`.
  public init(
    base: UInt32, marks: InlineArray<4, UInt32> = .init(repeating: 0), columns: UInt8 = 1,
    style: Style = .body, level: UInt8 = 0
  ) {
    self.base = base
    self.marks = marks
    self.columns = columns
    self.style = style
    self.level = level
  }

  /// An empty cell of a style.
  public static func blank(_ style: Style = .body) -> Cell {
    Cell(base: 0x20, style: style)
  }

  /// What stands in the second column of a wide cell.
  public static func continuation(of wide: Cell) -> Cell {
    Cell(base: 0x20, columns: 0, style: wide.style, level: wide.level)
  }
}

extension Cell: Equatable {
  /// Whether both show the same in the same way.
  @inlinable
  public static func == (a: Cell, b: Cell) -> Bool {
    a.base == b.base && a.style == b.style && a.columns == b.columns && a.level == b.level
      && a.marks[0] == b.marks[0] && a.marks[1] == b.marks[1]
      && a.marks[2] == b.marks[2] && a.marks[3] == b.marks[3]
  }
}
