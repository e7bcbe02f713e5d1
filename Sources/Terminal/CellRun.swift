import Display

/// Neighbouring cells of one row that have to be painted.
struct CellRun: Equatable {
  var row: Int
  var columns: Range<Int>
}

extension Screen {
  /// What has to be painted so that a terminal that shows `last` shows this screen; everything
  /// where `last` is nil or of another size. A run never begins in the middle of a wide cell.
  func runs(since last: Screen?) -> [CellRun] {
    guard let last, last.size == size else {
      return (0..<size.rows).map { CellRun(row: $0, columns: 0..<size.columns) }
    }
    var runs: [CellRun] = []
    for index in 0..<size.rows {
      row(index).cells.withUnsafeBufferPointer { cells in
        last.row(index).cells.withUnsafeBufferPointer { lastCells in
          // A row that both screens share is the same.
          guard cells.baseAddress != lastCells.baseAddress else { return }
          appendRuns(cells, lastCells, index, &runs)
        }
      }
    }
    return runs
  }

  private func appendRuns(
    _ cells: UnsafeBufferPointer<Cell>, _ last: UnsafeBufferPointer<Cell>, _ row: Int,
    _ runs: inout [CellRun]
  ) {
    var column = 0
    while column < cells.count {
      guard cells[column] != last[column] else {
        column += 1
        continue
      }
      var start = column
      if cells[start].columns == 0, start > 0 { start -= 1 }
      while column < cells.count, cells[column] != last[column] { column += 1 }
      if column < cells.count, cells[column].columns == 0 { column += 1 }
      runs.append(CellRun(row: row, columns: start..<column))
    }
  }
}
