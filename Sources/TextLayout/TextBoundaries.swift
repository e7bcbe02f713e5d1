import UnicodeData

/// Where the grapheme clusters of a text begin (UAX #29), and where its lines may end (UAX #14).
///
/// The buffers are kept from paragraph to paragraph; their first `text.count` elements mean
/// something.
struct TextBoundaries {
  /// Whether a grapheme cluster begins with a scalar; means nothing where all of them do.
  private(set) var startsCluster: [Bool] = []
  /// Whether a line may end before a scalar.
  private(set) var opportunities: [BreakOpportunity] = []
  /// Whether a rule of UAX #29 other than GB999 knows a scalar: else a cluster begins with each, which
  /// is so in half of all paragraphs.
  private(set) var isRuled = false
  private var breaks = BreakOpportunities()
  private var newsBreaks = NewsBreaks()

  init() {}

  mutating func find(_ text: borrowing ScalarText) {
    opportunities.makeRoom(for: text.count, .prohibited)
    findBreaks(text.classes, text.count, &breaks, &opportunities)
    isRuled = text.present.flags.bits & GraphemeClusters.ruled != 0
    if isRuled {
      startsCluster.makeRoom(for: text.count, true)
      findClusters(text.classes, text.count, &startsCluster)
    }
  }

  /// Changes the opportunities of a text to those of `LineBreaking.news`; gives back the source
  /// offsets where breaks had better be avoided.
  mutating func tailorToNews(_ text: borrowing ScalarText) -> [UInt32] {
    newsBreaks.tailor(text, &opportunities)
    return newsBreaks.avoided
  }
}

private func findBreaks(
  _ classes: [ScalarClass], _ count: Int, _ breaks: inout BreakOpportunities,
  _ opportunities: inout [BreakOpportunity]
) {
  classes.withUnsafeBufferPointer { classes in
    let classes = UnsafeBufferPointer(rebasing: classes[..<count])
    opportunities.withUnsafeMutableBufferPointer { breaks.resolve(classes, into: $0) }
  }
}

private func findClusters(
  _ classes: [ScalarClass], _ count: Int, _ startsCluster: inout [Bool]
) {
  classes.withUnsafeBufferPointer { classes in
    let classes = UnsafeBufferPointer(rebasing: classes[..<count])
    startsCluster.withUnsafeMutableBufferPointer { GraphemeClusters.resolve(classes, into: $0) }
  }
}
