import UnicodeData

/// A scalar that X9 keeps.
struct KeptScalar {
  enum Role { case stands, opensIsolate, closesIsolate }

  var place: Int
  /// Its class, or the override's.
  var type: BidiClass
  /// What it does to sequences: only an isolate that has both its ends joins two runs.
  var role: Role
}

/// A level run (BD7), as a range of the kept scalars.
struct LevelRun {
  var start: Int
  var end: Int
  var level: EmbeddingLevel
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
    kept.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    continuedRuns.removeAll(keepingCapacity: true)
  }

  /// Adds a scalar to the level run at hand, or begins one with it.
  mutating func addToRuns(_ scalar: KeptScalar, _ level: EmbeddingLevel) {
    if runs.isEmpty || runs[runs.count - 1].level != level {
      endRuns()
      let isContinuation = scalar.role == .closesIsolate && !continuedRuns.isEmpty
      if isContinuation {
        runs[continuedRuns.removeLast()].next = runs.count
      }
      runs.append(
        LevelRun(
          start: kept.count, end: kept.count, level: level, next: nil,
          isContinuation: isContinuation))
    }
    kept.append(scalar)
  }

  /// Ends the level run at hand; one that ends in an isolate initiator is to be continued.
  mutating func endRuns() {
    guard let last = runs.indices.last else { return }
    runs[last].end = kept.count
    if kept[kept.count - 1].role == .opensIsolate {
      continuedRuns.append(last)
    }
  }

  mutating func resolveSequences(_ text: borrowing ScalarText) {
    for first in runs.indices where !runs[first].isContinuation {
      gatherSequence(from: first)
      resolveSequence(text)
    }
  }

  /// Lays the runs of a sequence one behind the other, and finds its sos and eos (X10).
  private mutating func gatherSequence(from first: Int) {
    var count = 0
    var last = first
    var run: Int? = first
    while let at = run {
      for index in runs[at].start..<runs[at].end {
        types[count] = kept[index].type
        places[count] = kept[index].place
        count += 1
      }
      last = at
      run = runs[at].next
    }
    let level = runs[first].level
    let before = first == 0 ? paragraphLevel : runs[first - 1].level
    let endsInInitiator = BidiClassSet.isolateInitiators.contains(classes[places[count - 1]])
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
