import UnicodeData

/// What the rules ask of an isolate: whether it ends, and which way its text goes (BD9, X5c).
struct Isolate {
  /// Whether a PDI matches the initiator.
  var isMatched = false
  /// The first strong character between initiator and matching PDI, inner isolates skipped.
  var firstStrong: BidiClass?
}

// P2–P3: the paragraph's level is that of its first strong character outside isolates.
extension BidiResolver {
  mutating func findParagraphLevel(
    _ direction: ParagraphDirection, _ text: borrowing ScalarText
  ) {
    isolates.removeAll(keepingCapacity: true)
    let hasIsolates = !present.isDisjoint(with: .isolateInitiators)
    let firstStrong: BidiClass?
    if hasIsolates {
      firstStrong = matchIsolates(text)
    } else {
      firstStrong = direction == .automatic ? firstStrongClass(text) : nil
    }
    switch direction {
    case .automatic: paragraphLevel = EmbeddingLevel(isRightToLeft: firstStrong.isRightToLeft)
    case .leftToRight: paragraphLevel = EmbeddingLevel(isRightToLeft: false)
    case .rightToLeft: paragraphLevel = EmbeddingLevel(isRightToLeft: true)
    case .rightToLeftIfAny:
      paragraphLevel = EmbeddingLevel(isRightToLeft: holdsRightToLeftLetter(text))
    }
  }

  /// P2 where no isolate has to be skipped.
  private func firstStrongClass(_ text: borrowing ScalarText) -> BidiClass? {
    if present.isDisjoint(with: .rightToLeftLetters) { return nil }
    for place in 0..<count {
      let bidiClass = text.bidiClass(at: place)
      if bidiClass.isStrong { return bidiClass }
    }
    return nil
  }

  /// P2, BD9 and the look ahead of X5c in one pass: looking ahead at each FSI would be quadratic.
  ///
  /// The stack of open isolates has no limit (BD9 knows none). A strong character counts for the
  /// innermost open isolate alone, since the others skip that one, closed or not.
  private mutating func matchIsolates(_ text: borrowing ScalarText) -> BidiClass? {
    var ofParagraph: BidiClass?
    openIsolates.removeAll(keepingCapacity: true)
    // Behind a strong character only controls can make another one count.
    let controls = BidiClassSet.isolates | .b
    var asked = controls | .l | .r | .al
    for place in 0..<count {
      let bidiClass = text.bidiClass(at: place)
      if !asked.contains(bidiClass) { continue }
      asked = bidiClass.isStrong ? controls : controls | .l | .r | .al
      switch bidiClass {
      case .l, .r, .al:
        if let open = openIsolates.last {
          if isolates[open].firstStrong == nil { isolates[open].firstStrong = bidiClass }
        } else if ofParagraph == nil {
          ofParagraph = bidiClass
        }
      case .lri, .rli, .fsi:
        openIsolates.append(isolates.count)
        isolates.append(Isolate())
      case .pdi:
        if let closed = openIsolates.popLast() { isolates[closed].isMatched = true }
      case .b:
        openIsolates.removeAll(keepingCapacity: true)
        if ofParagraph == nil { ofParagraph = .l }
      default: break
      }
    }
    return ofParagraph
  }

  /// Whether there is a right-to-left letter; RLM and ALM are none.
  private func holdsRightToLeftLetter(_ text: borrowing ScalarText) -> Bool {
    if present.isDisjoint(with: .rightToLeftLetters) { return false }
    for place in 0..<count
    where BidiClassSet.rightToLeftLetters.contains(text.bidiClass(at: place)) {
      let scalar = text.scalars[place]
      if scalar != 0x200F && scalar != 0x061C { return true }
    }
    return false
  }
}

extension BidiClass {
  /// L, R or AL.
  var isStrong: Bool { self == .l || self == .r || self == .al }
}

extension BidiClass? {
  /// Whether a first strong character, if there is any, goes right to left (P3).
  var isRightToLeft: Bool { self == .r || self == .al }
}
