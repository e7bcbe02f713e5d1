/// A whole screen as a value: its cells row by row, and the spans of text they show.
public struct Screen: Equatable, Sendable {
  /// One field or one line of text on the screen, in visual order.
  ///
  /// From the levels of its cells and its direction, a terminal that reorders by itself can be
  /// given the logical order back (UAX #9 L2 inverts exactly).
  public struct Span: Equatable, Sendable {
    /// The row it stands in.
    public var row: Int
    /// The columns it takes.
    public var columns: Range<Int>
    /// The direction of its paragraph.
    public var direction: Direction
  }

  /// How many rows and columns there are.
  public let size: Size
  /// All cells, row after row.
  public private(set) var cells: [Cell]
  /// The texts on the screen, in the order they were put there.
  public private(set) var spans: [Span] = []

  /// An empty screen.
  public init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: .blank(), count: self.size.rows * self.size.columns)
  }

  /// The cell at a place on the screen; writing outside the screen does nothing.
  public subscript(row: Int, column: Int) -> Cell {
    get {
      precondition(contains(row: row, column: column), "no such cell")
      return cells[row * size.columns + column]
    }
    set {
      guard contains(row: row, column: column) else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  /// The cells of one row, from left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Replaces the cells of `row` from `column` on, and notes the span of text they show.
  ///
  /// Cells beyond the right edge are dropped; a wide cell cut by the edge becomes a blank.
  public mutating func put(_ text: [Cell], row: Int, column: Int, direction: Direction) {
    guard row >= 0, row < size.rows, column >= 0 else { return }
    let end = min(column + text.count, size.columns)
    guard end > column else { return }
    let first = row * size.columns
    cells.replaceSubrange(first + column..<first + end, with: text[..<(end - column)])
    let last = text[end - column - 1]
    if last.columns == 2, end == size.columns { cells[first + end - 1] = .blank(last.style) }
    spans.append(Span(row: row, columns: column..<end, direction: direction))
  }

  /// Gives every cell of `row` a style, and leaves what stands in them.
  public mutating func fill(row: Int, style: Style) {
    fill(row: row, columns: 0..<size.columns, style: style)
  }

  /// Gives the cells of `row` in these columns a style, and leaves what stands in them.
  public mutating func fill(row: Int, columns: Range<Int>, style: Style) {
    guard row >= 0, row < size.rows else { return }
    let first = row * size.columns
    for column in columns.clamped(to: 0..<size.columns) { cells[first + column].style = style }
  }
}

extension Screen {
  private func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}
