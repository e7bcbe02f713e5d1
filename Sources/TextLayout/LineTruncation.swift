extension Paragraph {
  /// The paragraph on one line in at most `width` columns: when that does not hold all of it, an
  /// ellipsis stands for what is left out. Empty where not even the ellipsis fits.
  ///
  /// No cluster is cut, and neither a space nor a tatweel is left beside the ellipsis. A letter at the
  /// cut takes the form that it has without its neighbour there, so that none promises to join to an
  /// ellipsis. Of a paragraph with line separators the first line is cut at its end, the last at its
  /// start.
  public func line(truncatedTo width: Columns, at place: Truncation = .end) -> Line {
    let first = extentOfLine(from: 0, within: .max)
    if first.columns <= width.count && first.next == clusters.count { return line(0, first) }
    guard width >= 1 else { return line(0, LineExtent(end: 0, columns: 0, next: 0)) }
    let room = width.count - 1
    let head =
      switch place {
      case .end: head(of: first, within: room)
      case .middle: head(of: first, within: room - room / 2)
      case .start: LineExtent(end: 0, columns: 0, next: 0)
      }
    let tail =
      place == .end
      ? clusters.count..<clusters.count : tail(within: room - head.columns, from: head.end)
    let columns = head.columns + measures[tail].reduce(0) { $0 + $1.columns } + 1
    let start = place == .start ? sourceEnd(tail.lowerBound) : 0
    let end = sourceEnd(tail.isEmpty ? head.end : tail.upperBound)
    return Line(
      columns: Columns(columns), source: start..<max(start, end), clusters: 0..<head.end,
      tail: tail, isTruncated: true)
  }
}

extension Paragraph {
  /// How much of a line's beginning fits.
  private func head(of line: LineExtent, within room: Int) -> LineExtent {
    var cut = LineExtent(end: 0, columns: 0, next: 0)
    var total = 0
    for index in 0..<line.end {
      total += measures[index].columns
      if total > room { break }
      let isSplit = index + 1 < line.end && measures[index + 1].continues
      if mayStandAtCut(index) && !isSplit {
        cut.end = index + 1
        cut.columns = total
      }
    }
    return cut
  }

  /// The clusters of the last line's end that fit, none of them before `first`.
  private func tail(within room: Int, from first: Int) -> Range<Int> {
    var end = clusters.count
    while end > first && measures[end - 1].hangs
      && (end == clusters.count || !measures[end - 1].mustBreakAfter)
    {
      end -= 1
    }
    var start = end
    var total = 0
    var index = end
    while index > first && !measures[index - 1].mustBreakAfter {
      index -= 1
      total += measures[index].columns
      if total > room { break }
      if mayStandAtCut(index) && !measures[index].continues { start = index }
    }
    return start..<end
  }
}
