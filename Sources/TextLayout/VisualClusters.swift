/// The clusters of a line from left to right (UAX #9, L2; mirrored already, L4).
public struct VisualClusters: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let clusters: [PackedCluster]
  @usableFromInline let measures: [ClusterMeasure]
  @usableFromInline let marks: [ClusterMarks]
  @usableFromInline let endOfText: UInt32
  /// The pieces of the line from left to right, and the one at hand.
  @usableFromInline let pieces: [VisualPiece]
  @usableFromInline var nextPiece = 0
  @usableFromInline var piece: VisualPiece
  /// Clusters of one source in a piece from right to left: they keep their logical order.
  @usableFromInline var group: Range<Int> = 0..<0

  init(of paragraph: Paragraph, _ pieces: [VisualPiece], first: VisualPiece) {
    clusters = paragraph.clusters
    measures = paragraph.measures
    marks = paragraph.marks
    endOfText = UInt32(paragraph.text.count)
    self.pieces = pieces
    piece = first
  }

  /// The next cluster to the right, or nil at the end of the line.
  @inlinable
  public mutating func next() -> Cluster? {
    if !group.isEmpty { return cluster(group.removeFirst()) }
    while piece.range.isEmpty {
      if nextPiece == pieces.count { return nil }
      piece = pieces[nextPiece]
      nextPiece += 1
      if piece.isEllipsis { return ellipsis() }
    }
    guard piece.isRightToLeft else { return cluster(piece.range.removeFirst()) }
    let last = piece.range.removeLast()
    return clusters[last].continues ? firstOfGroup(endingAt: last) : cluster(last)
  }
}

extension VisualClusters {
  @inlinable
  func cluster(_ index: Int) -> Cluster {
    let packed = clusters[index]
    return Cluster(
      base: packed.scalar, marks: packed.hasMarks ? marks.marks(of: index) : .init(repeating: 0),
      columns: measures[index].columnsByte, level: packed.level, source: source(of: index))
  }

  /// From the start of its source to the start of the next; several clusters may share one.
  @inlinable
  func source(of index: Int) -> Range<UInt32> {
    let start = clusters[index].source
    var next = index + 1
    while next < clusters.count && clusters[next].continues { next += 1 }
    return start..<(next < clusters.count ? clusters[next].source : endOfText)
  }

  /// The first cluster of a source; the others wait in `group`.
  @usableFromInline
  mutating func firstOfGroup(endingAt last: Int) -> Cluster {
    var first = last
    while first > piece.range.lowerBound && clusters[first].continues { first -= 1 }
    piece.range = piece.range.lowerBound..<first
    group = first + 1..<last + 1
    return cluster(first)
  }

  @usableFromInline
  func ellipsis() -> Cluster {
    let source = piece.source
    return Cluster(
      base: 0x2026, columns: 1, level: piece.isRightToLeft ? 1 : 0, source: source..<source)
  }
}
