// L2, a line at a time and only when it is asked for.
extension Paragraph {
  /// The clusters of a line in visual order, from left to right; the ellipsis of a truncated line
  /// is one of them.
  public func visual(_ line: Line) -> VisualClusters {
    if isUniform && !line.isTruncated {
      return VisualClusters(
        of: self, [], first: VisualPiece(line.clusters, isRightToLeft: isRightToLeft))
    }
    return VisualClusters(
      of: self, pieces(of: line), first: VisualPiece(0..<0, isRightToLeft: false))
  }

  /// The runs of a line from left to right, and the ellipsis at the end that is read last.
  private func pieces(of line: Line) -> [VisualPiece] {
    var reordering = Reordering()
    var start = line.clusters.lowerBound
    while start < line.clusters.upperBound {
      let level = clusters[start].level
      var end = start + 1
      while end < line.clusters.upperBound && clusters[end].level == level { end += 1 }
      reordering.append(start..<end, EmbeddingLevel(rawValue: level))
      start = end
    }
    var pieces = reordering.inVisualOrder().map {
      VisualPiece($0.range, isRightToLeft: $0.level.isRightToLeft)
    }
    if line.isTruncated {
      let ellipsis = VisualPiece(
        ellipsisAt: line.source.upperBound, isRightToLeft: isRightToLeft)
      pieces.insert(ellipsis, at: isRightToLeft ? 0 : pieces.count)
    }
    return pieces
  }
}
