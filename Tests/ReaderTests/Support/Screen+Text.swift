import Display

extension Screen {
  /// A row's text from left to right, without the spaces at its end.
  func text(row: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in self.row(row).cells where cell.columns > 0 {
      scalars.append(Unicode.Scalar(cell.base) ?? "\u{FFFD}")
      for index in cell.marks.indices {
        guard let mark = Unicode.Scalar(cell.marks[index]), mark.value > 0 else { continue }
        scalars.append(mark)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// All rows, one below the other.
  var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  /// The screen for a snapshot: its text without styles, then the columns of every text on it.
  var snapshot: String {
    var lines = ["\(size.columns)×\(size.rows)"]
    for row in 0..<size.rows { lines.append("\(padded(row))|\(text(row: row))") }
    lines.append("")
    for row in 0..<size.rows {
      let spans = self.row(row).spans.sorted {
        $0.columns.lowerBound < $1.columns.lowerBound
      }
      guard !spans.isEmpty else { continue }
      let columns = spans.map { span in
        let arrow = span.direction == .leftToRight ? ">" : "<"
        return "\(span.columns.lowerBound)\(arrow)\(span.columns.upperBound)"
      }
      lines.append("\(padded(row)) \(columns.joined(separator: " "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func padded(_ row: Int) -> String { row < 10 ? " \(row)" : "\(row)" }
}

extension Screen.Row {
  /// Whether both are one row, and not only alike.
  func isShared(with other: Screen.Row) -> Bool {
    cells.withUnsafeBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { $0.baseAddress == cells.baseAddress }
    }
  }
}
