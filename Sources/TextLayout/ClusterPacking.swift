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

  /// The level of no cluster: what follows one that is not shown begins a run.
  private static let noLevel = EmbeddingLevel(rawValue: .max)

  /// Room for as many as there are scalars, at least one, each of which gives at most one.
  let clusters: UnsafeMutablePointer<PackedCluster>
  let measures: UnsafeMutablePointer<ClusterMeasure>
  var count = 0
  private(set) var marks: [ClusterMarks] = []
  /// The level runs, as `Paragraph` keeps them.
  private(set) var runs: [ClusterRun] = []
  /// Whether each cluster takes one column, and no line has to end inside the paragraph.
  private(set) var isNarrow = true

  // MARK: The grapheme cluster at hand

  private var source: UInt32 = 0
  private var level = EmbeddingLevel.zero
  var emitted = 0
  private var isPictographic = false

  /// The level of the run at hand: at first the paragraph's, whether that has a cluster or not.
  private(set) var runLevel: EmbeddingLevel
  /// Where in the text the level changes again; found once a run.
  var endOfLevel = 0

  init(
    _ paragraphLevel: EmbeddingLevel, into clusters: UnsafeMutablePointer<PackedCluster>,
    _ measures: UnsafeMutablePointer<ClusterMeasure>
  ) {
    runLevel = paragraphLevel
    self.clusters = clusters
    self.measures = measures
    measures.initialize(to: ClusterMeasure(bits: 0))
  }
}

extension ClusterPacking {
  /// Adds a text.
  mutating func add(_ text: borrowing AnalysedText, _ properties: ClassProperties) {
    var place = 0
    while place < text.count {
      place = addPlain(text, from: place)
      if place == text.count { break }
      repeat {
        if text.shown[place] != CursiveJoining.absorbed {
          add(text, at: place, properties[text.classes[place]])
        }
        place += 1
      } while place < text.count && !text.startsCluster(at: place)
    }
  }

  private mutating func add(
    _ text: borrowing AnalysedText, at place: Int, _ own: ScalarProperties
  ) {
    let level = text.levels[place]
    if text.startsCluster(at: place) {
      allowBreak(text.opportunities[place] != .prohibited)
      beginCluster(at: text.offsets[place], level)
    } else if emitted == 0 {
      // What stands before is not shown, as U+0600 is not: it lends no level to what is.
      self.level = level
    }
    add(mirrored(text.shown[place], own, level), own, at: text.offsets[place])
  }

  /// Begins a grapheme cluster (UAX #29).
  mutating func beginCluster(at source: UInt32, _ level: EmbeddingLevel) {
    self.source = source
    self.level = level
    emitted = 0
    isPictographic = false
  }

  /// Adds a scalar to the grapheme cluster at hand, to be shown as `shown`.
  mutating func add(_ shown: UInt32, _ properties: ScalarProperties, at source: UInt32) {
    if properties.cellWidth == .zero {
      if properties.isFormat { addFormat(shown, properties) } else { addMark(shown) }
    } else if emitted > 0 && (isPictographic || properties.lineBreakClass == .em) {
      return  // All but the first emoji of a sequence, and skin tones.
    } else {
      if emitted == Self.mostInOne { beginCluster(at: source, level) }
      isPictographic = properties.isPictographic
      emit(
        shown, properties.columnBits | (properties.bidiClass == .ws ? ClusterMeasure.hanging : 0))
    }
  }

  /// Says whether a line may end behind the last cluster, if there is one.
  @inline(__always)
  func allowBreak(_ isAllowed: Bool) {
    measures[max(count - 1, 0)].bits |= isAllowed ? ClusterMeasure.mayBreak : 0
  }
}

extension ClusterPacking {
  private mutating func emit(_ scalar: UInt32, _ measure: UInt8) {
    let continues = emitted > 0
    (clusters + count).initialize(
      to: PackedCluster(source: source, scalar: scalar, level: level, continues: continues))
    (measures + count).initialize(
      to: ClusterMeasure(bits: measure | (continues ? ClusterMeasure.continuing : 0)))
    if level != runLevel || scalar == PackedCluster.invisible { beginRun(scalar) }
    if measure & 3 != 1 || continues { isNarrow = false }
    // A space with a spacing mark is text, and is neither cut nor filled behind.
    if continues { measures[count - 1].bits &= ~ClusterMeasure.hanging }
    emitted += 1
    count += 1
  }

  /// Begins a level run with the next cluster.
  private mutating func beginRun(_ scalar: UInt32) {
    if runs.isEmpty && count > 0 { runs.append(ClusterRun(start: 0, level: runLevel)) }
    let isInvisible = scalar == PackedCluster.invisible
    runs.append(
      ClusterRun(
        start: UInt32(truncatingIfNeeded: count), level: level, isInvisible: isInvisible))
    runLevel = isInvisible ? Self.noLevel : level
  }

  /// What is left of a control or format character: a space for a tab, the end of a line for what
  /// ends one.
  private mutating func addFormat(_ scalar: UInt32, _ properties: ScalarProperties) {
    if scalar == 0x09 { return emit(0x20, 1 | ClusterMeasure.hanging) }
    if properties.endsLine && emitted == 0 {
      emit(0x20, ClusterMeasure.hanging | ClusterMeasure.mustBreak)
    } else if partsLevels(properties) {
      emit(PackedCluster.invisible, ClusterMeasure.hanging)
      emitted = 0
    }
  }

  /// Whether a mark or an isolate control, itself never shown, keeps what stands on both sides apart
  /// in visual order: 1 RLM 2 is read as two numbers, not as one. At the start of a line it parts
  /// nothing.
  private func partsLevels(_ properties: ScalarProperties) -> Bool {
    emitted == 0 && count > 0 && level.rawValue < clusters[count - 1].level
      && !measures[count - 1].mustBreakAfter
      && !BidiClassSet.removed.contains(properties.bidiClass)
  }

  /// A mark on the cluster before it; one without a base stands on a space. A keycap's enclosure,
  /// U+20E3, is no mark that a cell can show.
  private mutating func addMark(_ mark: UInt32) {
    if mark == 0x20E3 { return }
    if emitted == 0 { emit(0x20, 1) }
    let cluster = count - 1
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
}

extension ScalarProperties {
  /// Whether it ends a line, or a paragraph that is not split there (UAX #14, UAX #9).
  fileprivate var endsLine: Bool {
    switch lineBreakClass {
    case .bk, .cr, .lf, .nl: true
    default: bidiClass == .b
    }
  }

  /// The columns as `ClusterMeasure` has them.
  fileprivate var columnBits: UInt8 { UInt8(truncatingIfNeeded: columns) }
}
