/// The pieces of a line in visual order: its part in each level run.
struct VisualPieces {
  let clusters: Range<Int>
  /// The direction of the paragraph.
  let isRightToLeft: Bool
  /// The level runs of the paragraph, and where the last of them ends.
  let runs: [ClusterRun]
  let end: Int

  init(_ clusters: Range<Int>, of paragraph: borrowing Paragraph) {
    self.clusters = clusters
    isRightToLeft = paragraph.isRightToLeft
    runs = paragraph.runs
    end = paragraph.clusters.count
  }

  /// Hands them out from left to right.
  @inline(__always)
  func forEachFromLeftToRight(_ body: (VisualPiece) -> Void) {
    if runs.isEmpty { return body(.clusters(clusters, isRightToLeft: isRightToLeft)) }
    let ofLine = runsOfLine
    Reordering.withRoom(for: ofLine.count) { reordering in
      for run in ofLine { add(run, to: &reordering) }
      reordering.forEachInVisualOrder { run in
        body(.clusters(run.range, isRightToLeft: run.level.isRightToLeft))
      }
    }
  }

  /// How many runs it has part in.
  var count: Int { runs.isEmpty ? 1 : runsOfLine.count }

  /// Adds its part in each run to what is reordered.
  func add(to reordering: inout Reordering) {
    if runs.isEmpty {
      reordering.append(clusters, EmbeddingLevel(isRightToLeft: isRightToLeft))
    } else {
      for run in runsOfLine { add(run, to: &reordering) }
    }
  }

  /// The lowest level in it; nil where it is empty.
  var lowestLevel: EmbeddingLevel? {
    if clusters.isEmpty { return nil }
    if runs.isEmpty { return EmbeddingLevel(isRightToLeft: isRightToLeft) }
    return runs[runsOfLine].map(\.level).min()
  }
}

extension VisualPieces {
  /// The runs that the line has part in.
  private var runsOfLine: Range<Int> {
    let first = run(of: clusters.lowerBound)
    var end = first
    while end < runs.count && runs[end].start < clusters.upperBound { end += 1 }
    return first..<end
  }

  private func add(_ run: Int, to reordering: inout Reordering) {
    let end = run + 1 < runs.count ? Int(runs[run + 1].start) : end
    let start = max(Int(runs[run].start), clusters.lowerBound)
    let isShown = !runs[run].isInvisible
    reordering.append(start..<(isShown ? min(end, clusters.upperBound) : start), runs[run].level)
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
