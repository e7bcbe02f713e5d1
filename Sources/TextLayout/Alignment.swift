extension Paragraph {
  /// The column from which a line is to be drawn so that it stands at its reading edge: the left edge
  /// of `width` columns, or the right one where the paragraph reads from there. Columns are counted
  /// from the left from 0.
  ///
  /// With `indent`, so many columns at that edge stay free, for what stands there: the number of a list
  /// item, under whose text the further lines hang, or the bar of a quotation. Wrap the text within
  /// `width` less these.
  public func startColumn(
    of line: Line, within width: Columns, indent: Columns = 0
  ) -> Columns {
    guard isRightToLeft else { return indent }
    let room = max(0, width.count)
    return max(0, Columns(room - min(max(0, indent.count), room) - line.columns.count))
  }
}
