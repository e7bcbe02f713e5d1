/// Writes the pieces of a line as UTF-8. It looks at the arrays of a paragraph and of the spellings,
/// and holds none: to hold them would cost a tenth of the time it takes to show a line.
struct ClusterWriter {
  let clusters: UnsafeBufferPointer<PackedCluster>
  let marks: UnsafeBufferPointer<ClusterMarks>
  private let spellings: UTF8Spellings.Table
  /// Where the marks written last stand among all.
  private var lastMarks = 0

  /// Gives `body` one for the clusters and the marks of a paragraph.
  @inline(__always)
  static func withWriter(
    of clusters: [PackedCluster], _ marks: [ClusterMarks], _ body: (inout ClusterWriter) -> Void
  ) {
    clusters.withUnsafeBufferPointer { clusters in
      marks.withUnsafeBufferPointer { marks in
        UTF8Spellings.shared.withTable { spellings in
          var writer = ClusterWriter(clusters: clusters, marks: marks, spellings: spellings)
          body(&writer)
        }
      }
    }
  }

  private init(
    clusters: UnsafeBufferPointer<PackedCluster>, marks: UnsafeBufferPointer<ClusterMarks>,
    spellings: UTF8Spellings.Table
  ) {
    self.clusters = clusters
    self.marks = marks
    self.spellings = spellings
  }

  mutating func write(_ piece: VisualPiece, to writer: inout UTF8Writer) {
    switch piece {
    case .clusters(let range, isRightToLeft: false): writeFromLeft(range, to: &writer)
    case .clusters(let range, isRightToLeft: true): writeFromRight(range, to: &writer)
    case .form(let scalar, let index):
      writer.write(scalar)
      writeMarks(of: index, to: &writer)
    case .filling(let scalar, _, let count):
      for _ in 0..<count { writer.write(scalar) }
    case .ellipsis: writer.write(0x2026)
    }
  }
}

extension ClusterWriter {
  private mutating func writeFromLeft(_ range: Range<Int>, to writer: inout UTF8Writer) {
    let end = range.upperBound
    var start = range.lowerBound
    while start < end {
      start = writer.writeASCII(clusters, from: start, to: end)
      let stop = min(start + 8, end)
      start = writer.write(clusters, from: start, to: stop, by: 1, spellings)
      if start < stop {
        write(start, to: &writer)
        start += 1
      }
    }
  }

  private mutating func writeFromRight(_ range: Range<Int>, to writer: inout UTF8Writer) {
    let areSingle = areSingle(range)
    let end = range.lowerBound - 1
    var last = range.upperBound - 1
    while last > end {
      last = writer.write(
        clusters, from: last, to: end, by: -1, spellings, areSingle: areSingle)
      if last == end { return }
      let group = group(endingAt: last, from: range.lowerBound)
      for index in group { write(index, to: &writer) }
      last = group.lowerBound - 1
    }
  }

  /// Whether each has a source of its own and no marks. It is asked upwards: memory that is read
  /// downwards only is not fetched ahead, and a long paragraph is in no cache any more when its lines
  /// are shown; without it, those of a word of 10 MB cost twice as much.
  private func areSingle(_ range: Range<Int>) -> Bool {
    var bits: UInt64 = 0
    for place in range { bits |= clusters[place].bits }
    return PackedCluster.isSingle(bits)
  }

  /// The clusters of one source that end with one; they keep their logical order.
  private func group(endingAt last: Int, from first: Int) -> Range<Int> {
    var start = last
    while clusters[start].continues && start > first { start -= 1 }
    return start..<last + 1
  }

  private mutating func write(_ index: Int, to writer: inout UTF8Writer) {
    writer.write(clusters[index].scalar)
    writeMarks(of: index, to: &writer)
  }

  private mutating func writeMarks(of index: Int, to writer: inout UTF8Writer) {
    guard clusters[index].hasMarks else { return }
    lastMarks = marks.place(of: index, near: lastMarks)
    let ofCluster = marks[lastMarks].marks
    for place in 0..<ClusterPacking.mostMarks where ofCluster[place] != 0 {
      writer.write(ofCluster[place])
    }
  }
}
