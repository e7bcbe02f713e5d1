// What `LineBreaking.news` asks of whole lines. It looks back over a line's end, or over the last two
// lines, so that wrapping stays linear.
extension Paragraph {
  /// A line that ends where it had better not, up to the last better end, if that costs little.
  func avoidingBreaks(at extent: LineExtent, from start: Int) -> LineExtent {
    guard extent.end > start, extent.next < clusters.count, measures[extent.next - 1].isAvoided
    else { return extent }
    var better = extent
    while let earlier = breaking(better, from: start) {
      guard extent.columns - earlier.columns <= LineBreaking.mostGivenUp else { return extent }
      if !measures[earlier.next - 1].isAvoided { return earlier }
      better = earlier
    }
    return extent
  }

  /// Where the last line is one short word, has the line above give it another, unless that line would
  /// become the shorter one, or would end where it had better not.
  func lengthenLast(of lines: inout [Line], within width: Int) {
    guard let last = lines.last, lines.count > 1, !last.clusters.isEmpty,
      last.columns.count <= LineBreaking.shortWord,
      !measures[last.clusters.dropLast()].contains(where: \.mayBreakAfter)
    else { return }
    let above = lines[lines.count - 2]
    let end = measures[last.clusters.lowerBound - 1]
    let start = above.clusters.lowerBound
    let whole = LineExtent(
      end: above.clusters.upperBound, columns: above.columns.count, next: last.clusters.lowerBound)
    guard end.mayBreakAfter, !end.mustBreakAfter, let earlier = breaking(whole, from: start) else {
      return
    }
    let shorter = avoidingBreaks(at: earlier, from: start)
    guard !measures[shorter.next - 1].isAvoided else { return }
    let longer = extentOfLine(from: shorter.next, within: width)
    guard longer.next == clusters.count, longer.columns <= shorter.columns else { return }
    lines[lines.count - 2] = line(start, shorter)
    lines[lines.count - 1] = line(shorter.next, longer)
  }

  /// A line up to the opportunity before its end; nil where there is none behind some text.
  private func breaking(_ extent: LineExtent, from start: Int) -> LineExtent? {
    var next = extent.end - 1
    while next > start && !measures[next - 1].mayBreakAfter { next -= 1 }
    var end = next
    while end > start && measures[end - 1].hangs { end -= 1 }
    if end <= start { return nil }
    let cut = measures[end..<extent.end].reduce(0) { $0 + $1.columns }
    return LineExtent(end: end, columns: extent.columns - cut, next: next)
  }
}
