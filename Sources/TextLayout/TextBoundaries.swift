import UnicodeData

/// Where the grapheme clusters of a text begin (UAX #29), and where its lines may end (UAX #14).
///
/// The buffers are kept from paragraph to paragraph; their first `text.count` elements mean
/// something.
struct TextBoundaries {
  /// Whether a grapheme cluster begins with a scalar.
  private(set) var startsCluster: [Bool] = []
  /// Whether a line may end before a scalar.
  private(set) var opportunities: [BreakOpportunity] = []
  private var breaks = BreakOpportunities()
  private var newsBreaks = NewsBreaks()

  init() {}

  mutating func find(_ text: borrowing ScalarText) {
    let more = text.count - opportunities.count
    if more > 0 {
      startsCluster.append(contentsOf: repeatElement(true, count: more))
      opportunities.append(contentsOf: repeatElement(.prohibited, count: more))
    }
    findBreaks(text.classes, text.count, &breaks, &opportunities)
    findClusters(text, &startsCluster)
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

private func findClusters(_ text: borrowing ScalarText, _ startsCluster: inout [Bool]) {
  let count = text.count
  let isRuled = text.present.flags.bits & GraphemeClusters.ruled != 0
  text.classes.withUnsafeBufferPointer { classes in
    startsCluster.withUnsafeMutableBufferPointer { starts in
      if isRuled {
        GraphemeClusters.resolve(UnsafeBufferPointer(rebasing: classes[..<count]), into: starts)
      } else {
        starts[..<count].update(repeating: true)  // GB999 alone: a quarter of all paragraphs' time
      }
    }
  }
}
