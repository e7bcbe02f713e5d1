/// One line of a paragraph: where it begins and ends, nothing more. Its order is made when it is
/// shown (`Paragraph.visual`).
public struct Line: Hashable, Sendable {
  /// Where it comes from: UTF-8 offsets into the text as given, without the spaces that were cut.
  /// What an ellipsis in its middle stands for is part of it.
  public internal(set) var source: Range<UInt32>

  // In 32 bits each, as offsets are: a long paragraph has many lines.
  private var columnCount: UInt32
  private var head: Range<UInt32>
  private var behind: Range<UInt32>
  private var filledCount: UInt32 = 0
  /// Whether an ellipsis stands between `clusters` and `tail`.
  let isTruncated: Bool

  /// A line of clusters, and of those behind an ellipsis where it is truncated.
  init(
    columns: Columns, source: Range<UInt32>, clusters: Range<Int>, tail: Range<Int> = 0..<0,
    isTruncated: Bool = false
  ) {
    self.source = source
    self.isTruncated = isTruncated
    columnCount = UInt32(columns.count)
    head = UInt32(clusters.lowerBound)..<UInt32(clusters.upperBound)
    behind = UInt32(tail.lowerBound)..<UInt32(tail.upperBound)
  }

  /// How many columns it takes: cut spaces not counted, an ellipsis and what fills it counted.
  public var columns: Columns { Columns(Int(columnCount)) }

  /// Its clusters in the paragraph; where it is truncated, those before the ellipsis.
  var clusters: Range<Int> { Int(head.lowerBound)..<Int(head.upperBound) }

  /// Its clusters behind the ellipsis.
  var tail: Range<Int> { Int(behind.lowerBound)..<Int(behind.upperBound) }

  /// How many of its columns are filled with what is not in the text (`Paragraph.justified`).
  var filled: Int { Int(filledCount) }

  /// Whether it shows its clusters as they are, and nothing else.
  var isPlain: Bool { !isTruncated && filled == 0 }

  /// The same, filled with so many columns.
  func filled(with columns: Int) -> Line {
    var filled = self
    filled.filledCount = UInt32(columns)
    filled.columnCount += UInt32(columns)
    return filled
  }
}
