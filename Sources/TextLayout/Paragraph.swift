/// A paragraph, analysed: its clusters in logical order, with levels, columns and break
/// opportunities. It knows no width; `lines(within:)` gives it one, as often as is asked.
///
/// Offsets are UTF-8 offsets into the text as it was given.
///
/// What a cluster shows is capped, so that no letter weighs more than a line: four marks, and of one
/// grapheme cluster sixteen spacing characters, those behind them being a cluster of their own.
public struct Paragraph: Sendable {
  /// Whether its base direction is right to left (UAX #9, P3).
  public internal(set) var isRightToLeft = false
  /// How many columns it takes unwrapped: the widest of its lines where it holds a line separator.
  public internal(set) var columns: Columns = 0

  /// The text as given.
  var text: [UInt8]
  let options: LayoutOptions
  let styles: StyleSpans
  @usableFromInline var clusters: [PackedCluster] = []
  @usableFromInline var marks: [ClusterMarks] = []
  var measures: [ClusterMeasure] = []
  /// The level runs; none where every cluster has the paragraph's level, so that no line needs
  /// reordering.
  var runs: [ClusterRun] = []
  /// Whether every cluster takes one column and has its own source, and no line has to end inside
  /// the paragraph: then places are columns.
  var isNarrow = true
  /// Whether there is a break that lines had better avoid.
  private(set) var avoidsBreaks = false

  init(_ text: [UInt8], _ options: LayoutOptions, _ styles: StyleSpans) {
    self.text = text
    self.options = options
    self.styles = styles
  }

  /// Whether it shows nothing.
  public var isEmpty: Bool { columns == 0 }

  /// Sets `columns`: the widest of the lines that the text itself asks for.
  mutating func measureColumns() {
    var start = 0
    repeat {
      let extent = extentOfLine(from: start, within: .max)
      columns.count = max(columns.count, extent.columns)
      start = extent.next
    } while start < clusters.count
  }

  /// Has lines avoid to break before some offsets, which go up.
  mutating func avoidBreaks(before offsets: [UInt32]) {
    var cluster = 0
    for offset in offsets {
      while cluster < clusters.count && clusters[cluster].source < offset { cluster += 1 }
      guard cluster > 0, measures[cluster - 1].mayBreakAfter,
        !measures[cluster - 1].mustBreakAfter
      else { continue }
      measures[cluster - 1].bits |= ClusterMeasure.avoided
      avoidsBreaks = true
    }
  }

  /// Where the source of the cluster before `index` ends.
  func sourceEnd(_ index: Int) -> UInt32 {
    index < clusters.count ? clusters[index].source : UInt32(text.count)
  }
}
