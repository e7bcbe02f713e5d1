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
/// Reverses by joining lists of runs, so that the deepest nesting costs no more than the flattest. Its
/// memory is on the stack where the runs are few: a line asks for it each time it is shown.
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

  private let runs: UnsafeMutableBufferPointer<Run>
  private var runCount = 0
  private let stretches: UnsafeMutableBufferPointer<Stretch>
  private var stretchCount = 0

  /// Gives `body` one with room for so many runs.
  @inline(__always)
  static func withRoom(for count: Int, _ body: (inout Reordering) -> Void) {
    withUnsafeTemporaryAllocation(of: Run.self, capacity: count) { runs in
      withUnsafeTemporaryAllocation(of: Stretch.self, capacity: count) { stretches in
        var reordering = Reordering(runs: runs, stretches: stretches)
        body(&reordering)
      }
    }
  }

  /// Adds what comes next in logical order, as a run or to the last one if that has its level.
  mutating func append(_ range: Range<Int>, _ level: EmbeddingLevel) {
    let last = runCount - 1
    if last >= 0 && runs[last].level == level
      && runs[last].range.upperBound == range.lowerBound
    {
      runs[last].range = runs[last].range.lowerBound..<range.upperBound
    } else {
      runs.initializeElement(at: runCount, to: Run(range: range, level: level, next: -1))
      runCount += 1
    }
  }

  /// Hands out the runs from left to right.
  @inline(__always)
  mutating func forEachInVisualOrder(_ body: (Run) -> Void) {
    if runCount == 0 { return }
    stretchCount = 0
    for run in 0..<runCount { join(run) }
    while stretchCount > 1 { joinLastTwo() }
    var run = stretches[0].first
    while run >= 0 {
      body(runs[run])
      run = runs[run].next
    }
  }
}

extension Reordering {
  private mutating func join(_ run: Int) {
    let level = runs[run].level
    while stretchCount > 1 && stretches[stretchCount - 1].level > level
      && stretches[stretchCount - 2].level >= level
    {
      joinLastTwo()
    }
    let at = stretchCount - 1
    guard at >= 0 && stretches[at].level >= level else {
      stretches.initializeElement(
        at: stretchCount, to: Stretch(level: level, first: run, last: run))
      stretchCount += 1
      return
    }
    if level.isRightToLeft {
      runs[run].next = stretches[at].first
      stretches[at].first = run
    } else {
      runs[stretches[at].last].next = run
      stretches[at].last = run
    }
    stretches[at].level = level
  }

  /// Joins the last stretch to the one before it, on the side that that one's level reads to.
  private mutating func joinLastTwo() {
    let at = stretchCount - 2
    let inner = stretches[at + 1]
    let outer = stretches[at]
    stretchCount -= 1
    if outer.level.isRightToLeft {
      runs[inner.last].next = outer.first
      stretches[at].first = inner.first
    } else {
      runs[outer.last].next = inner.first
      stretches[at].last = inner.last
    }
  }
}
