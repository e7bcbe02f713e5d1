extension Paragraph {
  /// The first line of the paragraph in at most `width` columns: when it does not hold all of the
  /// paragraph, an ellipsis stands at its reading end. Empty where not even the ellipsis fits.
  ///
  /// No cluster is cut, and no space is left before the ellipsis.
  public func line(truncatedTo width: Columns) -> Line {
    let end = endOfLine(from: 0, within: .max)
    let whole = line(0..<end)
    if whole.columns <= width && end == clusters.count { return whole }
    guard width >= 1 else { return line(0..<0) }
    var cut = 0
    var total = 0
    while cut < whole.clusters.upperBound && total + measures[cut].columns < width.count {
      total += measures[cut].columns
      cut += 1
    }
    while cut > 0 && cut < clusters.count && measures[cut].continues { cut -= 1 }
    var truncated = line(0..<cut)
    truncated.columns.count += 1
    truncated.isTruncated = true
    return truncated
  }
}
