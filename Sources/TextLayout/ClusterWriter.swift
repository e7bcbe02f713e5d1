/// Writes the pieces of a line as UTF-8. It holds what it reads of a paragraph, and not that itself: a
/// copy of a paragraph a line would cost a tenth of the time it takes to show it.
struct ClusterWriter {
  let clusters: [PackedCluster]
  let marks: [ClusterMarks]
  private let spellings = UTF8Spellings.shared

  init(_ paragraph: borrowing Paragraph) {
    clusters = paragraph.clusters
    marks = paragraph.marks
  }

  func write(_ piece: VisualPiece, to writer: inout UTF8Writer) {
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
  private func writeFromLeft(_ range: Range<Int>, to writer: inout UTF8Writer) {
    let end = range.upperBound
    var start = range.lowerBound
    while start < end {
      start = writer.writeASCII(clusters.span, from: start, to: end)
      let stop = min(start + 8, end)
      start = writer.write(clusters.span, from: start, to: stop, by: 1, spellings)
      if start < stop {
        write(start, to: &writer)
        start += 1
      }
    }
  }

  private func writeFromRight(_ range: Range<Int>, to writer: inout UTF8Writer) {
    let end = range.lowerBound - 1
    var last = range.upperBound - 1
    while last > end {
      last = writer.write(clusters.span, from: last, to: end, by: -1, spellings)
      if last == end { return }
      let group = group(endingAt: last, from: range.lowerBound)
      for index in group { write(index, to: &writer) }
      last = group.lowerBound - 1
    }
  }

  /// The clusters of one source that end with one; they keep their logical order.
  private func group(endingAt last: Int, from first: Int) -> Range<Int> {
    var start = last
    while clusters[start].continues && start > first { start -= 1 }
    return start..<last + 1
  }

  private func write(_ index: Int, to writer: inout UTF8Writer) {
    writer.write(clusters[index].scalar)
    writeMarks(of: index, to: &writer)
  }

  private func writeMarks(of index: Int, to writer: inout UTF8Writer) {
    guard clusters[index].hasMarks else { return }
    let marks = marks.marks(of: index)
    for place in 0..<ClusterPacking.mostMarks where marks[place] != 0 {
      writer.write(marks[place])
    }
  }
}
