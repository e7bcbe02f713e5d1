import UnicodeData

/// The directional status stack of X1: at most 127 entries.
struct DirectionalStatusStack {
  struct Entry {
    var level: EmbeddingLevel
    /// L or R where an override is in force.
    var override: BidiClass?
    var isIsolate: Bool
  }

  private(set) var entries: [Entry] = []
  var overflowIsolates = 0
  var overflowEmbeddings = 0
  var validIsolates = 0

  var last: Entry { entries[entries.count - 1] }

  mutating func reset(to level: EmbeddingLevel) {
    entries.removeAll(keepingCapacity: true)
    entries.append(Entry(level: level, override: nil, isIsolate: false))
    overflowIsolates = 0
    overflowEmbeddings = 0
    validIsolates = 0
  }

  /// X2–X5: opens an embedding or an override, or counts it as one too many.
  mutating func embed(isRightToLeft: Bool, override: BidiClass?) {
    let level = last.level.next(isRightToLeft: isRightToLeft)
    if level.rawValue <= EmbeddingLevel.deepest && overflowIsolates == 0 && overflowEmbeddings == 0
    {
      entries.append(Entry(level: level, override: override, isIsolate: false))
    } else if overflowIsolates == 0 {
      overflowEmbeddings += 1
    }
  }

  /// X5a–X5c: opens an isolate; false when it is one too many.
  mutating func isolate(isRightToLeft: Bool) -> Bool {
    let level = last.level.next(isRightToLeft: isRightToLeft)
    guard
      level.rawValue <= EmbeddingLevel.deepest && overflowIsolates == 0 && overflowEmbeddings == 0
    else {
      overflowIsolates += 1
      return false
    }
    validIsolates += 1
    entries.append(Entry(level: level, override: nil, isIsolate: true))
    return true
  }

  /// X6a: closes an isolate and every embedding opened inside it; false when none is open.
  mutating func closeIsolate() -> Bool {
    if overflowIsolates > 0 {
      overflowIsolates -= 1
      return false
    }
    guard validIsolates > 0 else { return false }
    overflowEmbeddings = 0
    while !last.isIsolate { entries.removeLast() }
    entries.removeLast()
    validIsolates -= 1
    return true
  }

  /// X7: closes an embedding or override, never an isolate.
  mutating func closeEmbedding() {
    if overflowIsolates > 0 { return }
    if overflowEmbeddings > 0 {
      overflowEmbeddings -= 1
    } else if !last.isIsolate && entries.count >= 2 {
      entries.removeLast()
    }
  }
}

// X1–X8: explicit levels and directions, from control to control. What X9 keeps goes into runs.
extension BidiResolver {
  mutating func resolveExplicitLevels() {
    statuses.reset(to: paragraphLevel)
    startRuns()
    var isolate = 0
    var start = 0
    while true {
      let place = firstControl(from: start)
      keep(start..<place, statuses.last, .stands)
      if place == count { break }
      start = place + 1
      let bidiClass = classes[place]
      switch bidiClass {
      case .rle: statuses.embed(isRightToLeft: true, override: nil)
      case .lre: statuses.embed(isRightToLeft: false, override: nil)
      case .rlo: statuses.embed(isRightToLeft: true, override: .r)
      case .lro: statuses.embed(isRightToLeft: false, override: .l)
      case .pdf: statuses.closeEmbedding()
      case .rli, .lri, .fsi:
        let outer = statuses.last
        let isRightToLeft =
          bidiClass == .fsi ? isolates[isolate].firstStrong.isRightToLeft : bidiClass == .rli
        let isOpened = statuses.isolate(isRightToLeft: isRightToLeft)
        keep(
          place..<start, outer, isOpened && isolates[isolate].isMatched ? .opensIsolate : .stands)
        isolate += 1
      case .pdi:
        let isClosing = statuses.closeIsolate()
        keep(place..<start, statuses.last, isClosing ? .closesIsolate : .stands)
      case .b:
        statuses.reset(to: paragraphLevel)
        keep(place..<start, statuses.last, .stands)
      case .l, .r, .al, .en, .es, .et, .an, .cs, .nsm, .bn, .s, .ws, .on:
        preconditionFailure("none of these is a control")
      }
    }
    endRun()
  }

  private func firstControl(from start: Int) -> Int {
    let classes = classes.span
    var place = start
    while place < count && !BidiClassSet.controls.contains(classes[unchecked: place]) {
      place &+= 1
    }
    return place
  }

  /// X5a–X6a: scalars take the level in force, and its class too where an override is.
  private mutating func keep(
    _ places: Range<Int>, _ status: DirectionalStatusStack.Entry, _ role: LevelRun.Role
  ) {
    guard let first = places.first(where: { classes[$0] != .bn }) else { return }
    if let override = status.override {
      for place in places where classes[place] != .bn { classes[place] = override }
    }
    addToRuns(first..<places.upperBound, status.level, role)
  }
}
