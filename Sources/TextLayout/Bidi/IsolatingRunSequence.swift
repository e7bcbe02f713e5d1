import UnicodeData

/// A level run (BD7), as a range of the paragraph; what X9 removes may stand in it, but not first.
struct LevelRun {
  /// What a scalar does to sequences: only an isolate that has both its ends joins two runs.
  enum Role { case stands, opensIsolate, closesIsolate }

  var start: Int
  var end: Int
  var level: EmbeddingLevel
  /// What its last scalar does.
  var lastRole: Role
  /// The run that goes on with its sequence, behind the isolate that ends this one.
  var next: Int?
  /// Whether it goes on with another's sequence.
  var isContinuation: Bool
}

/// An isolating run sequence (BD13): what the rules W1–I2 see as one text.
struct IsolatingRunSequence {
  var count = 0
  var level = EmbeddingLevel.zero
  /// sos and eos (X10).
  var startOfSequence = BidiClass.l
  var endOfSequence = BidiClass.l
  var isWholeParagraph = false
}

// X9–X10.
extension BidiResolver {
  mutating func startRuns() {
    runs.removeAll(keepingCapacity: true)
    continuedRuns.removeAll(keepingCapacity: true)
  }

  /// Adds scalars to the level run at hand, or begins one with them.
  mutating func addToRuns(_ places: Range<Int>, _ level: EmbeddingLevel, _ role: LevelRun.Role) {
    let last = runs.count - 1
    if last >= 0 && runs[last].level == level {
      runs[last].end = places.upperBound
      runs[last].lastRole = role
      return
    }
    endRun()
    let isContinuation = role == .closesIsolate && !continuedRuns.isEmpty
    if isContinuation {
      runs[continuedRuns.removeLast()].next = runs.count
    }
    runs.append(
      LevelRun(
        start: places.lowerBound, end: places.upperBound, level: level, lastRole: role, next: nil,
        isContinuation: isContinuation))
  }

  /// Ends the level run at hand; one that ends in an isolate initiator is to be continued.
  mutating func endRun() {
    if let last = runs.last, last.lastRole == .opensIsolate {
      continuedRuns.append(runs.count - 1)
    }
  }

  mutating func resolveSequences(_ text: borrowing ScalarText) {
    for first in runs.indices where !runs[first].isContinuation {
      gatherSequence(from: first, text)
      resolveSequence(text)
    }
  }

  /// Lays the runs of a sequence one behind the other, and finds its sos and eos (X10).
  private mutating func gatherSequence(from first: Int, _ text: borrowing ScalarText) {
    var count = 0
    var last = first
    var run: Int? = first
    while let at = run {
      setLevels(of: runs[at].start..<runs[at].end, to: runs[at].level)
      count = gather(runs[at], of: classes, &types, &places, from: count)
      last = at
      run = runs[at].next
    }
    let level = runs[first].level
    let before = first == 0 ? paragraphLevel : runs[first - 1].level
    let endsInInitiator = BidiClassSet.isolateInitiators.contains(
      text.bidiClass(at: Int(places[count - 1])))
    let after =
      endsInInitiator || last + 1 == runs.count ? paragraphLevel : runs[last + 1].level
    sequence = IsolatingRunSequence(
      count: count, level: level, startOfSequence: max(level, before).direction,
      endOfSequence: max(level, after).direction, isWholeParagraph: false)
  }

  /// What X9 removes stays in the text, at the level of what stands before it (5.2).
  mutating func levelRemoved() {
    var level = paragraphLevel
    for place in 0..<count {
      if BidiClassSet.removed.contains(classes[place]) {
        levels[place] = level
      } else {
        level = levels[place]
      }
    }
  }
}

/// Adds what X9 keeps of a run to a sequence of `count` scalars; gives back how many it then has.
private func gather(
  _ run: LevelRun, of classes: [BidiClass], _ types: inout [BidiClass], _ places: inout [UInt32],
  from count: Int
) -> Int {
  let classes = classes.span
  var types = types.mutableSpan
  var places = places.mutableSpan
  var kept = count
  for place in run.start..<run.end {
    let bidiClass = classes[unchecked: place]
    types[unchecked: kept] = bidiClass
    places[unchecked: kept] = UInt32(truncatingIfNeeded: place)
    kept &+= BidiClassSet.removed.contains(bidiClass) ? 0 : 1
  }
  return kept
}
