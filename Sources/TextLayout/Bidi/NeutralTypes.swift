import UnicodeData

/// An opening bracket that waits for its closing one (BD16).
struct OpenBracket {
  /// What its closing bracket shares with it.
  var shared: UInt32
  var pair: Int
  /// Whether a strong type of the embedding direction, or of the opposite one, followed it.
  var holdsEmbedding = false
  var holdsOpposite = false
}

/// A bracket pair (BD14–BD16), in places of the sequence.
struct BracketPair {
  var opening: Int
  var closing: Int?
  var holdsEmbedding = false
  var holdsOpposite = false
}

/// How far the look back from opening brackets has come.
private struct BracketContext {
  var stretch = 0
  var scanned = -1
  var direction = BidiClass.l
}

// N0: paired brackets. In a mixed stretch the types are those that W1–W7 made; elsewhere they are the
// classes, and a bracket there can only take the embedding direction.
extension BidiResolver {
  mutating func resolveBracketPairs(_ text: borrowing ScalarText) {
    findBracketPairs(text)
    let embedding = sequence.level.direction
    let opposite: BidiClass = embedding == .l ? .r : .l
    var context = BracketContext()
    for pair in bracketPairs {
      guard let closing = pair.closing else { continue }
      if pair.holdsEmbedding {
        setBrackets(pair.opening, closing, embedding)
      } else if pair.holdsOpposite {
        let before = direction(before: pair.opening, &context)
        setBrackets(pair.opening, closing, before == opposite ? opposite : embedding)
      }
    }
  }

  /// The last strong direction before an opening bracket, or sos. Pairs are in the order of their
  /// openers, so that looking back is one walk for all.
  private func direction(before opening: Int, _ context: inout BracketContext) -> BidiClass {
    while context.stretch < mixedStretches.count
      && mixedStretches[context.stretch].end <= opening
    {
      context.stretch += 1
    }
    guard context.stretch < mixedStretches.count,
      mixedStretches[context.stretch].start <= opening
    else { return sequence.level.direction }
    let stretch = mixedStretches[context.stretch]
    if context.scanned < stretch.start {
      context.scanned = stretch.start
      context.direction = stretch.directionBefore
    }
    while context.scanned < opening {
      context.direction = types[context.scanned].strongDirection ?? context.direction
      context.scanned += 1
    }
    return context.direction
  }

  /// BD16, with what each pair holds, in one pass: the stack has 63 places, and a bracket that
  /// finds it full ends the search.
  private mutating func findBracketPairs(_ text: borrowing ScalarText) {
    openBrackets.removeAll(keepingCapacity: true)
    bracketPairs.removeAll(keepingCapacity: true)
    var start = 0
    for stretch in mixedStretches {
      guard findBrackets(of: start..<stretch.start, isMixed: false, text),
        findBrackets(of: stretch.start..<stretch.end, isMixed: true, text)
      else { return }
      start = stretch.end
    }
    _ = findBrackets(of: start..<sequence.count, isMixed: false, text)
  }

  /// The brackets of a mixed stretch, or of what stands between two; false where the search ends.
  private mutating func findBrackets(
    of range: Range<Int>, isMixed: Bool, _ text: borrowing ScalarText
  ) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let (index, passed) = bracketCandidate(in: start..<range.upperBound, text)
      noteStrongTypes(passed, isMixed: isMixed)
      start = index + 1
      guard index < range.upperBound, let bracket = text.bracket(at: place(of: index)) else {
        continue
      }
      switch bracket.kind {
      case .open:
        if openBrackets.count == 63 { return false }
        openBrackets.append(OpenBracket(shared: bracket.pair, pair: bracketPairs.count))
        bracketPairs.append(BracketPair(opening: index, closing: nil))
      case .close:
        close(bracket.pair, at: index)
      }
    }
    return true
  }

  /// The next bracket whose class is still ON, or the end, and the types that are passed on the way.
  private func bracketCandidate(
    in range: Range<Int>, _ text: borrowing ScalarText
  ) -> (index: Int, passed: BidiClassSet) {
    let types = types.span
    let classes = text.classes.span
    let properties = text.table.properties
    var passed: UInt32 = 0
    for index in range {
      let type = types[unchecked: index]
      passed |= 1 &<< UInt32(type.rawValue)
      if type == .on && properties[classes[unchecked: place(of: index)]].isBracket {
        return (index, BidiClassSet(rawValue: passed))
      }
    }
    return (range.upperBound, BidiClassSet(rawValue: passed))
  }

  /// Writes to the last open bracket which strong types stand behind it, numbers being R (N0). Outside
  /// mixed stretches all of them, numbers after L too, are of the embedding direction.
  private mutating func noteStrongTypes(_ types: BidiClassSet, isMixed: Bool) {
    if !isMixed { return noteStrongTypes(!types.isDisjoint(with: .strongOrNumber), false) }
    let left = types.contains(BidiClass.l)
    let right = !types.isDisjoint(with: .rightward)
    let isLeftToRight = sequence.level.direction == .l
    noteStrongTypes(isLeftToRight ? left : right, isLeftToRight ? right : left)
  }

  private mutating func noteStrongTypes(_ holdsEmbedding: Bool, _ holdsOpposite: Bool) {
    guard let last = openBrackets.indices.last else { return }
    openBrackets[last].holdsEmbedding = openBrackets[last].holdsEmbedding || holdsEmbedding
    openBrackets[last].holdsOpposite = openBrackets[last].holdsOpposite || holdsOpposite
  }

  /// Pairs a closing bracket with the last opening one of its kind; those above go unpaired.
  private mutating func close(_ shared: UInt32, at index: Int) {
    guard let match = openBrackets.lastIndex(where: { $0.shared == shared }) else { return }
    var holdsEmbedding = false
    var holdsOpposite = false
    for bracket in openBrackets[match...] {
      holdsEmbedding = holdsEmbedding || bracket.holdsEmbedding
      holdsOpposite = holdsOpposite || bracket.holdsOpposite
    }
    let pair = openBrackets[match].pair
    bracketPairs[pair].closing = index
    bracketPairs[pair].holdsEmbedding = holdsEmbedding
    bracketPairs[pair].holdsOpposite = holdsOpposite
    openBrackets.removeSubrange(match...)
    noteStrongTypes(holdsEmbedding, holdsOpposite)
  }

  /// Gives both brackets a direction, and the marks that follow them.
  private mutating func setBrackets(_ opening: Int, _ closing: Int, _ direction: BidiClass) {
    for bracket in [opening, closing] {
      types[bracket] = direction
      var mark = bracket + 1
      while mark < sequence.count && types[mark] == .nsm {
        types[mark] = direction
        mark += 1
      }
    }
  }

  /// Where a scalar of the sequence stands in the paragraph.
  func place(of index: Int) -> Int {
    sequence.isWholeParagraph ? index : Int(places[index])
  }
}

// N1–N2: other neutrals, isolate controls among them.
extension BidiResolver {
  mutating func resolveNeutralTypes(of stretch: MixedStretch) {
    let embedding = sequence.level.direction
    let directionAfter = stretch.end == sequence.count ? sequence.endOfSequence : embedding
    var types = types.mutableSpan
    var before = stretch.directionBefore
    var index = stretch.start
    while index < stretch.end {
      if let strong = types[index].strongDirection {
        before = strong
        index += 1
        continue
      }
      let first = index
      var after = directionAfter
      while index < stretch.end {
        if let strong = types[index].strongDirection {
          after = strong
          break
        }
        index += 1
      }
      let direction = before == after ? before : embedding
      for neutral in first..<index { types[neutral] = direction }
    }
  }
}

extension BidiClass {
  /// L or R as N0–N2 count a type, numbers as R; nil for a neutral.
  var strongDirection: BidiClass? {
    switch self {
    case .l: .l
    case .r, .en, .an: .r
    default: nil
    }
  }
}
