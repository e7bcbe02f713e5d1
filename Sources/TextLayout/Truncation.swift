extension Paragraph {
  /// The first line of the paragraph in at most `width` columns: when it does not hold all of the
  /// paragraph, an ellipsis stands at its reading end. Empty where not even the ellipsis fits.
  ///
  /// No cluster is cut, and no space is left before the ellipsis.
  public func line(truncatedTo width: Columns) -> Line {
    let whole = extentOfLine(from: 0, within: .max)
    if whole.columns <= width.count && whole.next == clusters.count { return line(0, whole) }
    guard width >= 1 else { return line(0, LineExtent(end: 0, columns: 0, next: 0)) }
    var cut = LineExtent(end: 0, columns: 0, next: 0)
    var total = 0
    for index in 0..<whole.end {
      total += measures[index].columns
      if total >= width.count { break }
      let isSplit = index + 1 < whole.end && measures[index + 1].continues
      if !measures[index].hangs && !isSplit {
        cut.end = index + 1
        cut.columns = total
      }
    }
    var truncated = line(0, cut)
    truncated.columns.count += 1
    truncated.isTruncated = true
    return truncated
  }
}
