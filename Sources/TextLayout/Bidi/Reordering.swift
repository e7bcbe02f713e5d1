import UnicodeData

// L1: separators, and whitespace before them, go back to the paragraph's level.
extension BidiResolver {
  /// L1 but for the ends of lines, which need no width: that is done here once a paragraph.
  mutating func resetSeparators(_ text: borrowing ScalarText) {
    if present.isDisjoint(with: .separators) { return }
    for place in 0..<count where BidiClassSet.separators.contains(text.bidiClass(at: place)) {
      levels[place] = paragraphLevel
      resetWhitespace(before: place, text)
    }
  }

  /// L1 at the end of a line.
  mutating func resetWhitespace(before end: Int, _ text: borrowing ScalarText) {
    var place = end - 1
    while place >= 0 && BidiClassSet.resetAtEnds.contains(text.bidiClass(at: place)) {
      levels[place] = paragraphLevel
      place -= 1
    }
  }
}

/// Visual order (L2): runs of one level go in, in logical order, and come out from left to right.
///
/// Reverses by joining lists of runs, so that the deepest nesting costs no more than the flattest.
struct Reordering {
  /// A run of one level.
  struct Run {
    var range: Range<Int>
    var level: EmbeddingLevel
    fileprivate var next: Int
  }

  /// Runs joined so far, the first and the last from left to right.
  private struct Stretch {
    var level: EmbeddingLevel
    var first: Int
    var last: Int
  }

  private(set) var runs: [Run] = []
  private var stretches: [Stretch] = []

  /// Adds what comes next in logical order, as a run or to the last one if that has its level.
  mutating func append(_ range: Range<Int>, _ level: EmbeddingLevel) {
    if let last = runs.indices.last, runs[last].level == level,
      runs[last].range.upperBound == range.lowerBound
    {
      runs[last].range = runs[last].range.lowerBound..<range.upperBound
    } else {
      runs.append(Run(range: range, level: level, next: -1))
    }
  }

  /// Hands out the runs from left to right.
  mutating func forEachInVisualOrder(_ body: (Run) -> Void) {
    guard !runs.isEmpty else { return }
    stretches.removeAll(keepingCapacity: true)
    for run in runs.indices { join(run) }
    while stretches.count > 1 { joinLastTwo() }
    var run = stretches[0].first
    while run >= 0 {
      body(runs[run])
      run = runs[run].next
    }
  }

  private mutating func join(_ run: Int) {
    let level = runs[run].level
    while let last = stretches.last, last.level > level, stretches.count > 1,
      stretches[stretches.count - 2].level >= level
    {
      joinLastTwo()
    }
    guard let last = stretches.last, last.level >= level else {
      stretches.append(Stretch(level: level, first: run, last: run))
      return
    }
    let at = stretches.count - 1
    if level.isRightToLeft {
      runs[run].next = last.first
      stretches[at].first = run
    } else {
      runs[last.last].next = run
      stretches[at].last = run
    }
    stretches[at].level = level
  }

  /// Joins the last stretch to the one before it, on the side that that one's level reads to.
  private mutating func joinLastTwo() {
    let inner = stretches.removeLast()
    let at = stretches.count - 1
    let outer = stretches[at]
    if outer.level.isRightToLeft {
      runs[inner.last].next = outer.first
      stretches[at].first = inner.first
    } else {
      runs[outer.last].next = inner.first
      stretches[at].last = inner.last
    }
  }
}
