import UnicodeData

/// What the scalars of a text are found to be, each in the first `count` elements of every array.
struct AnalysedText {
  var count: Int
  /// What each shows, or `CursiveJoining.absorbed`.
  var shown: [UInt32]
  var classes: [ScalarClass]
  var offsets: [UInt32]
  var levels: [EmbeddingLevel]
  /// Whether a grapheme cluster begins with each; empty where one does with all.
  var startsCluster: [Bool]
  var opportunities: [BreakOpportunity]
  /// Class → what wrapping asks of a cluster of one such scalar, as `ClusterMeasure` has it; 0 where
  /// that is not all there is to it: more or fewer columns than one, mirror images, and all that a
  /// rule of UAX #29 knows.
  var plainMeasures: [UInt8]

  /// The measures of all classes.
  static func plainMeasures(_ properties: ClassProperties) -> [UInt8] {
    (0...UInt8.max).map { number in
      let own = properties[ScalarClass(rawValue: number)]
      guard own.cellWidth == .one && !own.hasMirror && own.bits & GraphemeClusters.ruled == 0 else {
        return 0
      }
      return own.bidiClass == .ws ? 1 | ClusterMeasure.hanging : 1
    }
  }

  /// Whether a grapheme cluster begins with a scalar.
  func startsCluster(at place: Int) -> Bool {
    startsCluster.isEmpty || startsCluster[place]
  }

  /// Where the scalars cease to have the level of the one at `start`.
  func endOfLevel(from start: Int) -> Int {
    let levels = levels.span
    let level = levels[start]
    var place = start
    while place &+ 8 <= count && levels.holdsEight(of: level, from: place) { place &+= 8 }
    while place < count && levels[unchecked: place] == level { place &+= 1 }
    return place
  }
}

extension Span<EmbeddingLevel> {
  /// Whether the eight from `place` on are all the same as one; compared as one word.
  @inline(__always)
  fileprivate func holdsEight(of level: EmbeddingLevel, from place: Int) -> Bool {
    let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    return word == UInt64(level.rawValue) &* 0x0101_0101_0101_0101
  }
}
