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
      let extent = extentOfLine(from: start, within: width.count)
      lines.append(line(start, extent))
      start = extent.next
    } while start < clusters.count
    if options.lineBreaking == .news { lengthenLast(of: &lines, within: width.count) }
    return lines
  }
}

extension Paragraph {
  /// How far the line goes that begins at `start`.
  func extentOfLine(from start: Int, within width: Int) -> LineExtent {
    let extent =
      isNarrow
      ? narrowExtent(from: start, within: max(width, 1)) : wideExtent(from: start, within: width)
    return avoidsBreaks ? avoidingBreaks(at: extent, from: start) : extent
  }

  /// The same where each cluster takes one column: the place where the line is full is known, and
  /// only the way back from there to the last opportunity is looked at.
  private func narrowExtent(from start: Int, within width: Int) -> LineExtent {
    measures.withUnsafeBufferPointer { measures in
      var full = width < measures.count - start ? start + width : measures.count
      while full < measures.count && measures[full].hangs { full += 1 }
      var next = full
      if full < measures.count {
        while next > start && !measures[next - 1].mayBreakAfter { next -= 1 }
        if next == start { next = full }
      }
      var end = next
      while end > start && measures[end - 1].hangs { end -= 1 }
      return LineExtent(end: end, columns: end - start, next: next)
    }
  }

  private func wideExtent(from start: Int, within width: Int) -> LineExtent {
    measures.withUnsafeBufferPointer { measures in
      /// What the line takes up to here, and up to here without the spaces at its end.
      var total = 0
      var visible = LineExtent(end: start, columns: 0, next: start)
      var opportunity = visible
      var index = start
      while index < measures.count {
        let measure = measures[index]
        total += measure.columns
        if !measure.hangs {
          if total > width {
            return opportunity.next > start
              ? opportunity : emergencyCut(at: index, visible, from: start, measures)
          }
          visible.end = index + 1
          visible.columns = total
        }
        index += 1
        if measure.endsSomething {
          opportunity = visible
          opportunity.next = index
          if measure.mustBreakAfter { return opportunity }
        }
      }
      visible.next = index
      return visible
    }
  }

  /// The line of that extent.
  func line(_ start: Int, _ extent: LineExtent) -> Line {
    let range = start..<extent.end
    return Line(columns: Columns(extent.columns), source: source(of: range), clusters: range)
  }

  /// What clusters come from; the first of the paragraph with what is dropped before it.
  private func source(of range: Range<Int>) -> Range<UInt32> {
    let start = range.lowerBound == 0 ? 0 : sourceEnd(range.lowerBound)
    return start..<(range.isEmpty ? start : sourceEnd(range.upperBound))
  }
}

/// Where a word is cut that does not fit: before the cluster that does not, with those of its
/// source; behind it if the line would be empty.
private func emergencyCut(
  at index: Int, _ visible: LineExtent, from start: Int,
  _ measures: UnsafeBufferPointer<ClusterMeasure>
) -> LineExtent {
  var cut = index
  while cut > start && measures[cut].continues { cut -= 1 }
  var extent = visible
  if cut == start {
    cut = index + 1
    while cut < measures.count && measures[cut].continues { cut += 1 }
    // Spaces behind what stands alone are cut with it, as behind any line: up to the last opportunity
    // there, or up to where the line has to end.
    var opportunity = measures[cut - 1].endsSomething ? cut : nil
    while cut < measures.count && measures[cut].hangs && !measures[cut - 1].mustBreakAfter {
      cut += 1
      if measures[cut - 1].endsSomething { opportunity = cut }
    }
    cut = opportunity ?? cut
  }
  if cut != index {
    extent.end = cut
    while extent.end > start && measures[extent.end - 1].hangs { extent.end -= 1 }
    extent.columns = measures[start..<extent.end].reduce(0) { $0 + $1.columns }
  }
  extent.next = cut
  return extent
}
