// L2, a line at a time and only when it is asked for.
extension Paragraph {
  /// The clusters of a line in visual order, from left to right; the ellipsis of a truncated line
  /// is one of them.
  public func visual(_ line: Line) -> VisualClusters {
    if isUniform && !line.isTruncated {
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
    if isUniform {
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

  private func addRuns(of range: Range<Int>, to reordering: inout Reordering) {
    let clusters = clusters.span
    var start = range.lowerBound
    while start < range.upperBound {
      let level = clusters[start].level
      var end = start
      while end < range.upperBound && clusters[end].level == level && !clusters[end].isInvisible {
        end += 1
      }
      reordering.append(start..<end, EmbeddingLevel(rawValue: level))
      start = max(end, start + 1)
    }
  }
}
