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

// N0: paired brackets.
extension BidiResolver {
  mutating func resolveBracketPairs(_ text: borrowing ScalarText) {
    findBracketPairs(text)
    if bracketPairs.isEmpty { return }
    let embedding = sequence.level.direction
    let opposite: BidiClass = embedding == .l ? .r : .l
    var context = sequence.startOfSequence
    var scanned = 0
    for pair in bracketPairs {
      guard let closing = pair.closing else { continue }
      if pair.holdsEmbedding {
        setBrackets(pair.opening, closing, embedding)
      } else if pair.holdsOpposite {
        // Pairs are in the order of their openers, so this look back is one walk for all.
        while scanned < pair.opening {
          context = types[scanned].strongDirection ?? context
          scanned += 1
        }
        setBrackets(pair.opening, closing, context == opposite ? opposite : embedding)
      }
    }
  }

  /// BD16, with what each pair holds, in one pass: the stack has 63 places, and a bracket that
  /// finds it full ends the search.
  private mutating func findBracketPairs(_ text: borrowing ScalarText) {
    openBrackets.removeAll(keepingCapacity: true)
    bracketPairs.removeAll(keepingCapacity: true)
    var start = 0
    while start < sequence.count {
      let (index, strong) = bracketCandidate(from: start, text)
      noteStrongTypes(strong)
      start = index + 1
      guard index < sequence.count, let bracket = text.bracket(at: place(of: index)) else {
        continue
      }
      switch bracket.kind {
      case .open:
        if openBrackets.count == 63 { return }
        openBrackets.append(OpenBracket(shared: bracket.pair, pair: bracketPairs.count))
        bracketPairs.append(BracketPair(opening: index, closing: nil))
      case .close:
        close(bracket.pair, at: index)
      }
    }
  }

  /// The next bracket whose class is still ON, or the sequence's end, and the strong types that are
  /// passed on the way there.
  private func bracketCandidate(
    from start: Int, _ text: borrowing ScalarText
  ) -> (index: Int, strong: BidiClassSet) {
    let types = types.span
    let classes = text.classes.span
    let properties = text.table.properties
    var passed: UInt32 = 0
    for index in start..<sequence.count {
      passed |= 1 << UInt32(types[index].rawValue)
      if types[index] == .on && properties[classes[place(of: index)]].isBracket {
        return (index, BidiClassSet(rawValue: passed))
      }
    }
    return (sequence.count, BidiClassSet(rawValue: passed))
  }

  /// Writes to the last open bracket which strong types stand behind it, numbers being R (N0).
  private mutating func noteStrongTypes(_ types: BidiClassSet) {
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
    sequence.isWholeParagraph ? index : places[index]
  }
}

// N1–N2: other neutrals, isolate controls among them.
extension BidiResolver {
  mutating func resolveNeutralTypes() {
    let embedding = sequence.level.direction
    let count = sequence.count
    let startOfSequence = sequence.startOfSequence
    let endOfSequence = sequence.endOfSequence
    var types = types.mutableSpan
    var before = startOfSequence
    var index = 0
    while index < count {
      if let strong = types[index].strongDirection {
        before = strong
        index += 1
        continue
      }
      let first = index
      var after = endOfSequence
      while index < count {
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
