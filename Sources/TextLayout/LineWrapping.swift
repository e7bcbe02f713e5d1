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
      let range = start..<extent.end
      lines.append(Line(columns: Columns(extent.columns), source: 0..<0, clusters: range))
      start = extent.next
    } while start < clusters.count
    // Apart: in a long paragraph each look is at memory far from the last, and waits by itself there.
    for index in lines.indices { lines[index].source = source(of: lines[index].clusters) }
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
      var (index, total) = passEights(of: measures, from: start, within: width)
      var visible = extent(of: measures, start..<index, ending: index, total)
      var opportunity = lastOpportunity(in: measures, start..<index, total)
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

/// Passes clusters from `start` on, eight at a time, that fit into a line and of which none ends one:
/// where their opportunities are is looked at only behind them. Where they end, and their columns.
private func passEights(
  of measures: UnsafeBufferPointer<ClusterMeasure>, from start: Int, within width: Int
) -> (end: Int, columns: Int) {
  let bytes = UnsafeRawBufferPointer(measures)
  var index = start
  var total = 0
  while index &+ 8 <= measures.count {
    let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    if eight & (UInt64(ClusterMeasure.mustBreak) &* 0x0101_0101_0101_0101) != 0 { break }
    // The product has the sum of all eight in its top byte.
    let columns = ((eight & 0x0303_0303_0303_0303) &* 0x0101_0101_0101_0101) >> 56
    if total &+ Int(columns) > width { break }
    total &+= Int(columns)
    index &+= 8
  }
  return (index, total)
}

/// The last opportunity among clusters of so many columns; one at their start where there is none.
private func lastOpportunity(
  in measures: UnsafeBufferPointer<ClusterMeasure>, _ range: Range<Int>, _ columns: Int
) -> LineExtent {
  var next = range.upperBound
  while next > range.lowerBound && !measures[next - 1].endsSomething { next -= 1 }
  return extent(of: measures, range, ending: next, columns)
}

/// How far clusters of so many columns go up to `next`, the spaces there cut.
private func extent(
  of measures: UnsafeBufferPointer<ClusterMeasure>, _ range: Range<Int>, ending next: Int,
  _ columns: Int
) -> LineExtent {
  var end = next
  while end > range.lowerBound && measures[end - 1].hangs { end -= 1 }
  if end == range.lowerBound { return LineExtent(end: end, columns: 0, next: next) }
  let cut = measures[end..<range.upperBound].reduce(0) { $0 + $1.columns }
  return LineExtent(end: end, columns: columns - cut, next: next)
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
