// L2, a line at a time and only when it is asked for.
extension Paragraph {
  /// The clusters of a line in visual order, from left to right; the ellipsis of a truncated line
  /// is one of them.
  public func visual(_ line: Line) -> VisualClusters {
    if runs.isEmpty && !line.isTruncated {
      return VisualClusters(
        of: self, [], first: VisualPiece(line.clusters, isRightToLeft: isRightToLeft))
    }
    var pieces: [VisualPiece] = []
    forEachPiece(of: line) { pieces.append($0) }
    return VisualClusters(of: self, pieces, first: VisualPiece(0..<0, isRightToLeft: false))
  }

  /// The runs of a line from left to right, and the ellipsis at the end that is read last.
  func forEachPiece(of line: Line, _ body: (VisualPiece) -> Void) {
    let ellipsis = VisualPiece(ellipsisAt: line.source.upperBound, isRightToLeft: isRightToLeft)
    if line.isTruncated && isRightToLeft { body(ellipsis) }
    if runs.isEmpty {
      body(VisualPiece(line.clusters, isRightToLeft: isRightToLeft))
    } else {
      var reordering = Reordering()
      addRuns(of: line.clusters, to: &reordering)
      reordering.forEachInVisualOrder { run in
        body(VisualPiece(run.range, isRightToLeft: run.level.isRightToLeft))
      }
    }
    if line.isTruncated && !isRightToLeft { body(ellipsis) }
  }

  /// The runs that a line has part in.
  private func addRuns(of range: Range<Int>, to reordering: inout Reordering) {
    var number = run(of: range.lowerBound)
    while number < runs.count && runs[number].start < range.upperBound {
      let end = number + 1 < runs.count ? Int(runs[number + 1].start) : clusters.count
      let start = max(Int(runs[number].start), range.lowerBound)
      let isShown = !runs[number].isInvisible
      reordering.append(
        start..<(isShown ? min(end, range.upperBound) : start), runs[number].level)
      number += 1
    }
  }

  /// The run that a cluster stands in, searched by halves.
  private func run(of cluster: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].start <= cluster { low = middle } else { high = middle }
    }
    return low
  }
}
