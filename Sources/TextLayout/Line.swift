/// One line of a paragraph: where it begins and ends, nothing more. Its order is made when it is
/// shown (`Paragraph.visual`).
public struct Line: Hashable, Sendable {
  /// How many columns it takes: cut spaces not counted, an ellipsis and what fills it counted.
  public var columns: Columns
  /// Where it comes from: UTF-8 offsets into the text as given, without the spaces that were cut.
  /// What an ellipsis in its middle stands for is part of it.
  public var source: Range<UInt32>
  /// Its clusters in the paragraph; where it is truncated, those before the ellipsis.
  var clusters: Range<Int>
  /// Its clusters behind the ellipsis.
  var tail = 0..<0
  /// Whether an ellipsis stands between `clusters` and `tail`.
  var isTruncated = false

  /// How many of its columns are filled with what is not in the text (`Paragraph.justified`).
  var filled = 0

  /// Whether it shows its clusters as they are, and nothing else.
  var isPlain: Bool { !isTruncated && filled == 0 }
}
