// From what is seen to where it stands in the text, and back: for a pointer, a selection, a find. Both
// read the line as it is shown, so that what is said of a column is true of what stands there.
extension Paragraph {
  /// The offset into the text as given of what stands at a column of a line, counted from the left
  /// edge of the line from 0. Nil beyond the line and at an ellipsis, which is not in the text.
  ///
  /// It is where the source of the cluster begins: of a lam-alef the lam, of a flag its first half,
  /// at the second column of a wide cluster that cluster.
  public func offset(at column: Columns, in line: Line) -> UInt32? {
    var next = 0
    for cluster in visual(line) {
      next += Int(cluster.columns)
      guard next > column.count else { continue }
      return column < 0 || cluster.source.isEmpty ? nil : cluster.source.lowerBound
    }
    return nil
  }

  /// The columns of a line that show something of a range of the text as given, from left to right
  /// and merged where they touch. What is one range in the text may be several on the line (UAX #9,
  /// L2); a cluster is shown whole where any of its source is in the range.
  public func columns(of range: Range<UInt32>, in line: Line) -> [Range<Columns>] {
    var found: [Range<Columns>] = []
    var start = Columns(0)
    for cluster in visual(line) {
      let end = Columns(start.count + Int(cluster.columns))
      if cluster.source.overlaps(range) {
        if let last = found.last, last.upperBound == start {
          found[found.count - 1] = last.lowerBound..<end
        } else {
          found.append(start..<end)
        }
      }
      start = end
    }
    return found
  }
}
