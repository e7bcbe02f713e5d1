/// A whole screen as a value: its rows, each with its cells and the spans of text they show.
///
/// Rows are shared by the screens that have them, so that a row that stays costs nothing.
public struct Screen: Equatable, Sendable {
  /// One field or one line of text in a row, in visual order.
  ///
  /// From the levels of its cells and its direction, a terminal that reorders by itself can be
  /// given the logical order back (UAX #9 L2 inverts exactly).
  public struct Span: Equatable, Sendable {
    /// The columns it takes.
    public var columns: Range<Int>
    /// The direction of its paragraph.
    public var direction: Direction
  }

  /// One row of a screen, which another screen can show too.
  public struct Row: Equatable, Sendable {
    /// Its cells, from left to right.
    public fileprivate(set) var cells: [Cell]
    /// The texts in it, in the order they were put there.
    public fileprivate(set) var spans: [Span] = []
  }

  /// How many rows and columns there are.
  public let size: Size
  private var rows: [Row]

  /// An empty screen.
  public init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    let blank = Row(cells: Array(repeating: .blank(), count: self.size.columns))
    rows = Array(repeating: blank, count: self.size.rows)
  }

  /// The cell at a place on the screen; writing outside the screen does nothing.
  public subscript(row: Int, column: Int) -> Cell {
    get {
      precondition(contains(row: row, column: column), "no such cell")
      return rows[row].cells[column]
    }
    set {
      guard contains(row: row, column: column) else { return }
      rows[row].cells[column] = newValue
    }
  }

  /// One row, from the top.
  public func row(_ row: Int) -> Row { rows[row] }

  /// Replaces a whole row by one of a screen as wide as this; another one changes nothing.
  public mutating func put(_ whole: Row, row: Int) {
    guard row >= 0, row < size.rows, whole.cells.count == size.columns else { return }
    rows[row] = whole
  }

  /// Replaces the cells of `row` from `column` on, and notes the span of text they show.
  ///
  /// Cells beyond the right edge are dropped; a wide cell cut by the edge becomes a blank.
  public mutating func put(_ text: [Cell], row: Int, column: Int, direction: Direction) {
    guard row >= 0, row < size.rows, column >= 0 else { return }
    let end = min(column + text.count, size.columns)
    guard end > column else { return }
    rows[row].cells.replaceSubrange(column..<end, with: text[..<(end - column)])
    let last = text[end - column - 1]
    if last.columns == 2, end == size.columns { rows[row].cells[end - 1] = .blank(last.style) }
    rows[row].spans.append(Span(columns: column..<end, direction: direction))
  }

  /// Gives every cell of `row` a style, and leaves what stands in them.
  public mutating func fill(row: Int, style: Style) {
    fill(row: row, columns: 0..<size.columns, style: style)
  }

  /// Gives the cells of `row` in these columns a style, and leaves what stands in them.
  public mutating func fill(row: Int, columns: Range<Int>, style: Style) {
    guard row >= 0, row < size.rows else { return }
    rows[row].cells.withUnsafeMutableBufferPointer { cells in
      for column in columns.clamped(to: cells.indices) { cells[column].style = style }
    }
  }
}

extension Screen {
  private func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}
