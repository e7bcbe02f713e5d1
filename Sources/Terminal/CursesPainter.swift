import CNcurses
import Display

/// Hands ncurses what differs from the last screen; ncurses finds the shortest way to show it.
struct CursesPainter {
  private let style: CursesStyle
  private let gate: OutputGate
  private var last: Screen?
  private var cells: [cchar_t] = []

  init(style: CursesStyle, gate: OutputGate) {
    self.style = style
    self.gate = gate
  }

  /// Shows a screen, of which the terminal may show less if it is smaller.
  mutating func paint(_ screen: Screen) {
    let window = khabar_stdscr()
    if last?.size != screen.size { werase(window) }
    for run in screen.runs(since: last) { put(run, of: screen, window) }
    gate.gather {
      curs_set(0)
      wnoutrefresh(window)
      doupdate()
    }
    last = screen
  }

  /// Forgets what the terminal shows; the next screen is painted whole after a clear.
  mutating func forget() {
    last = nil
    clearok(khabar_curscr(), true)
  }

  private mutating func put(
    _ run: CellRun, of screen: Screen, _ window: UnsafeMutablePointer<WINDOW>?
  ) {
    cells.removeAll(keepingCapacity: true)
    let row = screen.row(run.row).cells
    var column = run.columns.lowerBound
    while column < run.columns.upperBound {
      let printable = row[column].printable
      append(printable)
      // A wide cell that can't be printed leaves its second column to a blank.
      column += printable.columns == 2 ? 2 : 1
    }
    guard wmove(window, Int32(run.row), Int32(run.columns.lowerBound)) == OK else { return }
    cells.withUnsafeBufferPointer { cells in
      // Writes without moving the cursor: no wrapping, no scrolling in the last corner.
      _ = wadd_wchnstr(window, cells.baseAddress, Int32(cells.count))
    }
  }

  private mutating func append(_ cell: Cell) {
    let rendition = style[cell.style]
    var character = cchar_t()
    khabar_set_cell(
      &character, cell.base, cell.marks[0], cell.marks[1], cell.marks[2], cell.marks[3],
      rendition.attributes, rendition.pair)
    cells.append(character)
  }
}
