/// The clusters of a line from left to right (UAX #9, L2; mirrored already, L4).
public struct VisualClusters: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let clusters: [PackedCluster]
  @usableFromInline let measures: [ClusterMeasure]
  @usableFromInline let marks: [ClusterMarks]
  @usableFromInline let styles: StyleSpans
  @usableFromInline let endOfText: UInt32
  /// The pieces of the line from left to right, and which comes next.
  @usableFromInline let pieces: [VisualPiece]
  @usableFromInline var nextPiece = 0
  /// What is left of the piece at hand.
  @usableFromInline var range: Range<Int>
  @usableFromInline var isRightToLeft: Bool
  /// What fills the line here, and how often it is still to come.
  @usableFromInline var filler = Cluster(base: 0x20, columns: 1, level: 0, source: 0..<0)
  @usableFromInline var fillers = 0
  /// Where the marks handed out last stand among all.
  @usableFromInline var lastMarks = 0
  /// Clusters of one source in a piece from right to left: they keep their logical order.
  @usableFromInline var group: Range<Int> = 0..<0

  init(of paragraph: Paragraph, _ pieces: [VisualPiece]) {
    self.init(of: paragraph, 0..<0, pieces)
  }

  /// Of a line that is one piece in the direction of its paragraph.
  init(of paragraph: Paragraph, _ range: Range<Int>, _ pieces: [VisualPiece] = []) {
    clusters = paragraph.clusters
    measures = paragraph.measures
    marks = paragraph.marks
    styles = paragraph.styles
    endOfText = UInt32(paragraph.text.count)
    self.pieces = pieces
    self.range = range
    isRightToLeft = paragraph.isRightToLeft
  }

  /// The next cluster to the right, or nil at the end of the line.
  @inlinable
  public mutating func next() -> Cluster? {
    if !group.isEmpty { return cluster(group.removeFirst()) }
    while range.isEmpty {
      if fillers > 0 {
        fillers -= 1
        return filler
      }
      if nextPiece == pieces.count { return nil }
      nextPiece += 1
      switch pieces[nextPiece - 1] {
      case .clusters(let range, let isRightToLeft):
        self.range = range
        self.isRightToLeft = isRightToLeft
      case .form(let scalar, let index): return cluster(index, showing: scalar)
      case .filling(let scalar, let index, let count):
        filler = self.filler(scalar, after: index)
        fillers = count
      case .ellipsis(let level, let source): return ellipsis(level, source)
      }
    }
    guard isRightToLeft else { return cluster(range.removeFirst()) }
    let last = range.removeLast()
    return clusters[last].continues ? firstOfGroup(endingAt: last) : cluster(last)
  }
}

extension VisualClusters {
  @inlinable
  mutating func cluster(_ index: Int) -> Cluster {
    let packed = clusters[index]
    return Cluster(
      base: packed.scalar, marks: packed.hasMarks ? marks(of: index) : .init(repeating: 0),
      columns: measures[index].columnsByte, level: packed.level, source: source(of: index),
      style: styles.style(at: packed.source))
  }

  @usableFromInline
  mutating func marks(of index: Int) -> InlineArray<4, UInt32> {
    marks.withUnsafeBufferPointer { marks in
      lastMarks = marks.place(of: index, near: lastMarks)
      return marks[lastMarks].marks
    }
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
    while first > range.lowerBound && clusters[first].continues { first -= 1 }
    range = range.lowerBound..<first
    group = first + 1..<last + 1
    return cluster(first)
  }

  /// A cluster in another form of its letter.
  @usableFromInline
  mutating func cluster(_ index: Int, showing scalar: UInt32) -> Cluster {
    var cluster = cluster(index)
    cluster.base = scalar
    return cluster
  }

  /// What fills a line behind a cluster: of the same source and level, without its marks.
  @usableFromInline
  mutating func filler(_ scalar: UInt32, after index: Int) -> Cluster {
    var cluster = cluster(index, showing: scalar)
    cluster.marks = .init(repeating: 0)
    cluster.columns = 1
    return cluster
  }

  @usableFromInline
  func ellipsis(_ level: UInt8, _ source: UInt32) -> Cluster {
    Cluster(base: 0x2026, columns: 1, level: level, source: source..<source)
  }
}
