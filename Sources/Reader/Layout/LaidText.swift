import Display
import TextLayout
import Words

/// A text of one row, laid out: its cells in visual order, and the direction of its paragraph.
struct LaidText: Equatable, Sendable {
  var cells: [Cell] = []
  var direction = Direction.leftToRight

  /// How many columns it takes.
  var columns: Int { cells.count }

  init() {}

  /// The first line of `text`, cut with … at its reading end where it is wider than `columns`.
  init(
    _ text: String, within columns: Int, _ options: LayoutOptions, style: Style,
    _ typesetter: inout Typesetter
  ) {
    guard columns > 0 else {
      self.init()
      return
    }
    let paragraph = typesetter.paragraph(text, options)
    self.init(paragraph, paragraph.line(truncatedTo: Columns(columns)), style: style)
  }

  /// One line of a paragraph, in a style where the text has none of its own.
  init(_ paragraph: Paragraph, _ line: Line, style: Style) {
    direction = Direction(of: paragraph)
    cells.reserveCapacity(line.columns.count)
    for cluster in paragraph.visual(line) where cluster.columns > 0 {
      let cell = Cell(cluster, Style(of: cluster) ?? style)
      cells.append(cell)
      if cell.columns == 2 { cells.append(.continuation(of: cell)) }
    }
  }
}

extension Style {
  /// The style that a part of a text was given by number; none is 0, that of running text.
  fileprivate init?(of cluster: Cluster) {
    guard cluster.style != 0 else { return nil }
    self.init(rawValue: cluster.style)
  }
}

extension Cell {
  /// What shows a cluster; the only way that text becomes cells, so that nothing that
  /// `TextLayout` holds back, a control above all, reaches a screen.
  init(_ cluster: Cluster, _ style: Style) {
    self.init(
      base: cluster.base, marks: cluster.marks, columns: cluster.columns, style: style,
      level: cluster.level)
  }
}

extension Screen {
  /// Puts a text where its reading edge is `edge` columns away from the reading edge of
  /// `row`, which is the left one, or the right one where `reading` goes from there.
  mutating func put(_ text: LaidText, row: Int, edge: Int, reading: Direction) {
    let column =
      switch reading {
      case .leftToRight: edge
      case .rightToLeft: size.columns - edge - text.columns
      }
    put(text.cells, row: row, column: column, direction: text.direction)
  }
}

extension Look {
  /// How the interface's own words are laid out.
  var words: LayoutOptions {
    LayoutOptions(direction: language.direction, keepsMarks: keepsMarks)
  }
}
