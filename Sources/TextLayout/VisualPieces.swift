/// The pieces of a line in visual order: its part in each level run, and its ellipsis.
struct VisualPieces {
  let line: Line
  /// The direction of the paragraph.
  let isRightToLeft: Bool
  /// The level runs of the paragraph, and where the last of them ends.
  let runs: [ClusterRun]
  let end: Int

  /// Hands out the runs of the line from left to right, and the ellipsis at the end that is read last.
  @inline(__always)
  func forEachFromLeftToRight(_ body: (VisualPiece) -> Void) {
    let ellipsis = VisualPiece(ellipsisAt: line.source.upperBound, isRightToLeft: isRightToLeft)
    if line.isTruncated && isRightToLeft { body(ellipsis) }
    if runs.isEmpty {
      body(VisualPiece(line.clusters, isRightToLeft: isRightToLeft))
    } else {
      forEachRun(body)
    }
    if line.isTruncated && !isRightToLeft { body(ellipsis) }
  }
}

extension VisualPieces {
  @inline(__always)
  private func forEachRun(_ body: (VisualPiece) -> Void) {
    let ofLine = runsOfLine
    Reordering.withRoom(for: ofLine.count) { reordering in
      for run in ofLine { add(run, to: &reordering) }
      reordering.forEachInVisualOrder { run in
        body(VisualPiece(run.range, isRightToLeft: run.level.isRightToLeft))
      }
    }
  }

  /// The runs that the line has part in.
  private var runsOfLine: Range<Int> {
    let first = run(of: line.clusters.lowerBound)
    var end = first
    while end < runs.count && runs[end].start < line.clusters.upperBound { end += 1 }
    return first..<end
  }

  private func add(_ run: Int, to reordering: inout Reordering) {
    let end = run + 1 < runs.count ? Int(runs[run + 1].start) : end
    let start = max(Int(runs[run].start), line.clusters.lowerBound)
    let isShown = !runs[run].isInvisible
    reordering.append(
      start..<(isShown ? min(end, line.clusters.upperBound) : start), runs[run].level)
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
