// Wrapping happens in logical order, on shaped columns; ordering comes after it, a line at a time.
extension Paragraph {
  /// The lines of the paragraph at a width; at least one, an empty one when there is no text.
  ///
  /// A line ends at the last break opportunity that fits (UAX #14). Spaces at its end always fit,
  /// and are cut. A word wider than the line is cut between clusters; a cluster wider than the line
  /// stands alone.
  public func lines(within width: Columns) -> [Line] {
    var lines: [Line] = []
    if width.count > 0 && columns.count > width.count {
      lines.reserveCapacity(columns.count / width.count + 4)
    }
    var start = 0
    repeat {
      let end = endOfLine(from: start, within: width.count)
      lines.append(line(start..<end))
      start = end
    } while start < clusters.count
    return lines
  }

  /// Where the line that begins at `start` ends, its trailing spaces included.
  func endOfLine(from start: Int, within width: Int) -> Int {
    measures.withUnsafeBufferPointer { measures in
      var total = 0
      var opportunity = start
      var index = start
      while index < measures.count {
        let measure = measures[index]
        total += measure.columns
        if total > width && !measure.hangs {
          if opportunity > start { return opportunity }
          return emergencyCut(at: index, from: start, measures)
        }
        index += 1
        if measure.mustBreakAfter { return index }
        if measure.mayBreakAfter { opportunity = index }
      }
      return index
    }
  }

  /// The line of these clusters, its trailing spaces cut.
  func line(_ clusters: Range<Int>) -> Line {
    var end = clusters.upperBound
    while end > clusters.lowerBound && measures[end - 1].hangs { end -= 1 }
    let range = clusters.lowerBound..<end
    return Line(
      columns: Columns(measures[range].reduce(0) { $0 + $1.columns }), source: source(of: range),
      clusters: range)
  }

  /// What clusters come from; the first of the paragraph with what is dropped before it.
  func source(of range: Range<Int>) -> Range<UInt32> {
    let start = range.lowerBound == 0 ? 0 : sourceEnd(range.lowerBound)
    return start..<max(start, range.isEmpty ? start : sourceEnd(range.upperBound))
  }
}

/// Where a word is cut that does not fit: before the cluster that does not, with those of its
/// source; behind it if the line would be empty.
private func emergencyCut(
  at index: Int, from start: Int, _ measures: UnsafeBufferPointer<ClusterMeasure>
) -> Int {
  var cut = index
  while cut > start && measures[cut].continues { cut -= 1 }
  if cut > start { return cut }
  cut = index + 1
  while cut < measures.count && measures[cut].continues { cut += 1 }
  while cut < measures.count && measures[cut].hangs { cut += 1 }
  return cut
}
