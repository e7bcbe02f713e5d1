// L2, a line at a time and only when it is asked for.
extension Paragraph {
  /// The clusters of a line in visual order, from left to right. What a line is truncated or justified
  /// with is among them: an ellipsis has no source, and what fills a line has that of the cluster
  /// before it.
  public func visual(_ line: Line) -> VisualClusters {
    if runs.isEmpty && line.isPlain { return VisualClusters(of: self, line.clusters) }
    var pieces: [VisualPiece] = []
    forEachPiece(of: line) { pieces.append($0) }
    return VisualClusters(of: self, pieces)
  }

  /// Hands out the pieces of a line from left to right.
  @inline(__always)
  func forEachPiece(of line: Line, _ body: (VisualPiece) -> Void) {
    if line.isPlain {
      VisualPieces(line.clusters, of: self).forEachFromLeftToRight(body)
    } else {
      AlteredPieces(of: line, in: self).inVisualOrder.forEach(body)
    }
  }
}
