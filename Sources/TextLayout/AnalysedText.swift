import UnicodeData

/// What the scalars of a text are found to be, each in the first `count` elements of every array.
struct AnalysedText {
  var count: Int
  /// What each shows, or `CursiveJoining.absorbed`.
  var shown: [UInt32]
  var classes: [ScalarClass]
  var offsets: [UInt32]
  var levels: [EmbeddingLevel]
  var startsCluster: [Bool]
  var opportunities: [BreakOpportunity]
  /// Class → what wrapping asks of a cluster of one such scalar, as `ClusterMeasure` has it; 0 where
  /// that is not all there is to it: more or fewer columns than one, emoji, mirror images.
  var plainMeasures: [UInt8]

  /// The measures of all classes.
  static func plainMeasures(_ properties: ClassProperties) -> [UInt8] {
    (0...UInt8.max).map { number in
      let own = properties[ScalarClass(rawValue: number)]
      guard own.cellWidth == .one && !own.isPictographic && !own.hasMirror else { return 0 }
      return own.bidiClass == .ws ? 1 | ClusterMeasure.hanging : 1
    }
  }
}
