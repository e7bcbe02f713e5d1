extension Paragraph {
  /// The same line, filled so that it takes `width` columns: tatweels between joined letters, at most
  /// one place a word and three in a place; where these don't do it, more spaces between words.
  ///
  /// The paragraph's last line stays as it is, as does one that a separator ends, a truncated one, and
  /// one that can't be filled or lacks more than a third of the width. What fills a line has the source
  /// of the cluster before it, and is never part of its logical text.
  public func justified(_ line: Line, to width: Columns) -> Line {
    guard width > line.columns else { return line }
    let missing = width.count - line.columns.count
    guard missing <= width.count / 3, line.isPlain, !isLast(line) else { return line }
    guard Filling(of: missing, line, in: self) != nil else { return line }
    return line.filled(with: missing)
  }

  /// Whether nothing but spaces follows in the paragraph, or a separator ends the line.
  private func isLast(_ line: Line) -> Bool {
    var next = line.clusters.upperBound
    while next < clusters.count && measures[next].hangs {
      if measures[next].mustBreakAfter { return true }
      next += 1
    }
    return next == clusters.count
  }
}
