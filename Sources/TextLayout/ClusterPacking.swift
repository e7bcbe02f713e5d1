import UnicodeData

/// Packs the scalars of an analysed text into the clusters of a paragraph: marks onto their bases,
/// controls and other format characters away, emoji reduced to the first of their sequence.
///
/// A grapheme cluster of several spacing scalars becomes that many clusters of one source, up to
/// `mostInOne` of them; a break inside a grapheme cluster (a mark after a space, LB10) is dropped.
struct ClusterPacking {
  /// How many clusters may share one source; what goes on after them has a source of its own.
  static let mostInOne = 16
  /// How many marks a cluster shows.
  static let mostMarks = 4

  private var clusters: [PackedCluster] = []
  private var measures: [ClusterMeasure] = []
  private var marks: [ClusterMarks] = []
  private var levelDifference: UInt8 = 0

  // MARK: The grapheme cluster at hand

  private var source: UInt32 = 0
  private var level = EmbeddingLevel.zero
  private var emitted = 0
  private var isPictographic = false

  private let paragraphLevel: EmbeddingLevel

  init(_ paragraphLevel: EmbeddingLevel, capacity: Int) {
    self.paragraphLevel = paragraphLevel
    clusters.reserveCapacity(capacity)
    measures.reserveCapacity(capacity)
  }
}

extension ClusterPacking {
  /// Begins a grapheme cluster (UAX #29).
  mutating func beginCluster(at source: UInt32, _ level: EmbeddingLevel) {
    self.source = source
    self.level = level
    emitted = 0
    isPictographic = false
  }

  /// Adds a scalar to the grapheme cluster at hand, to be shown as `shown`.
  mutating func add(_ scalar: UInt32, shown: UInt32, _ properties: ScalarProperties) {
    if properties.isFormat {
      addFormat(scalar, properties)
    } else if properties.cellWidth == .zero {
      addMark(scalar)
    } else if emitted > 0 && isReduced(properties) {
      return
    } else {
      isPictographic = properties.isPictographic
      emit(shown, columns: properties.cellWidth == .two ? 2 : 1)
      if properties.bidiClass == .ws { markLast(ClusterMeasure.hanging) }
    }
  }

  /// Ends the grapheme cluster at hand; a line may end behind it.
  mutating func allowBreak() {
    markLast(ClusterMeasure.mayBreak)
  }

  /// The paragraph of what was added.
  consuming func paragraph(_ text: [UInt8], _ options: LayoutOptions) -> Paragraph {
    var paragraph = Paragraph()
    paragraph.isRightToLeft = paragraphLevel.isRightToLeft
    paragraph.text = text
    paragraph.options = options
    paragraph.clusters = clusters
    paragraph.measures = measures
    paragraph.marks = marks
    paragraph.isUniform = levelDifference == 0
    paragraph.measureColumns()
    return paragraph
  }
}

extension ClusterPacking {
  /// What is left of a control or format character: a space for a tab, the end of a line for what
  /// ends one.
  private mutating func addFormat(_ scalar: UInt32, _ properties: ScalarProperties) {
    if scalar == 0x09 {
      emit(0x20, columns: 1)
      markLast(ClusterMeasure.hanging)
      return
    }
    switch properties.lineBreakClass {
    case .bk, .cr, .lf, .nl:
      if emitted > 0 { return }
      emit(0x20, columns: 0)
      markLast(ClusterMeasure.hanging | ClusterMeasure.mustBreak)
    default: break
    }
  }

  /// A mark on the cluster before it; one without a base stands on a space. A keycap's enclosure is
  /// no mark that a cell can show.
  private mutating func addMark(_ mark: UInt32) {
    if mark == 0x20E3 { return }
    if emitted == 0 { emit(0x20, columns: 1) }
    let cluster = clusters.count - 1
    if !clusters[cluster].hasMarks {
      clusters[cluster].hasMarks = true
      marks.append(ClusterMarks(cluster: cluster))
    }
    let last = marks.count - 1
    guard marks[last].count < Self.mostMarks else { return }
    marks[last].marks[marks[last].count] = mark
    marks[last].count += 1
    measures[cluster].bits &= ~ClusterMeasure.hanging
  }

  /// Whether a spacing scalar inside a grapheme cluster is not shown: all but the first emoji of a
  /// sequence, and skin tones.
  private func isReduced(_ properties: ScalarProperties) -> Bool {
    isPictographic || properties.lineBreakClass == .em
  }

  private mutating func emit(_ scalar: UInt32, columns: UInt8) {
    if emitted == Self.mostInOne { emitted = 0 }
    clusters.append(
      PackedCluster(source: source, scalar: scalar, level: level, continues: emitted > 0))
    measures.append(
      ClusterMeasure(bits: columns | (emitted > 0 ? ClusterMeasure.continuing : 0)))
    levelDifference |= level.rawValue ^ paragraphLevel.rawValue
    emitted += 1
  }

  private mutating func markLast(_ flag: UInt8) {
    guard let last = measures.indices.last else { return }
    measures[last].bits |= flag
  }
}
