/// One line of a paragraph: where it begins and ends, nothing more. Its order is made when it is
/// shown (`Paragraph.visual`).
public struct Line: Hashable, Sendable {
  /// How many columns it takes, cut spaces not counted, the ellipsis counted.
  public var columns: Columns
  /// Where it comes from: UTF-8 offsets into the text as given, without the spaces that were cut.
  public var source: Range<UInt32>
  /// Its clusters in the paragraph.
  var clusters: Range<Int>
  /// Whether an ellipsis stands at its reading end.
  var isTruncated = false
}
