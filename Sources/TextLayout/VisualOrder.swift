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
    self.pieces(of: line).forEachFromLeftToRight { pieces.append($0) }
    return VisualClusters(of: self, pieces, first: VisualPiece(0..<0, isRightToLeft: false))
  }

  func pieces(of line: Line) -> VisualPieces {
    VisualPieces(line: line, isRightToLeft: isRightToLeft, runs: runs, end: clusters.count)
  }
}
