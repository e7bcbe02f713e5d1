import UnicodeData

// W1–W7 in one pass. Rule by rule over the sequence would be seven; the switch says which rule
// each arm does, and what an earlier rule of the standard may see of a later one.
extension BidiResolver {
  mutating func resolveWeakTypes(of stretch: MixedStretch) {
    /// The last strong type, AL included, or sos: for W2 and W7.
    var strong = stretch.strongBefore
    /// The type of the scalar before after W1 and W2: what W1 copies and W4 looks at. A stretch that
    /// does not begin with the sequence begins with what asks for neither.
    var previous = stretch.start == 0 ? sequence.startOfSequence : .on
    /// Where the European terminators that wait for a number begin (W5).
    var terminators: Int?
    let count = sequence.count
    var types = types.mutableSpan

    for index in stretch.start..<stretch.end {
      var type = types[index]
      if type == .nsm {
        type = typeOfMark(after: previous)  // W1
      }
      switch type {
      case .l, .r:
        strong = type
        previous = type
        types[index] = type
        terminators = nil
      case .al:
        strong = .al
        previous = .al
        types[index] = .r  // W3
        terminators = nil
      case .en where strong == .al:
        previous = .an
        types[index] = .an  // W2
        terminators = nil
      case .en:
        previous = .en
        let number = resolveW7(strong)
        types[index] = number
        if let first = terminators {  // W5, terminators before the number
          for waiting in first..<index { types[waiting] = number }
          terminators = nil
        }
      case .an:
        previous = .an
        types[index] = .an
        terminators = nil
      case .es, .cs:
        let following = index + 1 < count ? types[index + 1] : .on
        let number = resolveW4(type, between: previous, following, strong)
        previous = type
        types[index] = number == .en ? resolveW7(strong) : number ?? .on  // W6
        terminators = nil
      case .et:
        // W5, terminators after the number; or behind a terminator that already is one.
        let followsNumber =
          previous == .en || (previous == .et && terminators == nil)
        if followsNumber {
          types[index] = resolveW7(strong)
        } else {
          if terminators == nil { terminators = index }
          types[index] = .on  // W6, until a number says otherwise
        }
        previous = .et
      default:
        // A mark that W1 made neutral keeps its class: N0 knows it by that.
        previous = type == .nsm ? .on : type
        terminators = nil
      }
    }
  }
}

/// W1: a mark takes the type before it; after an isolate control, ON (spelt NSM: see N0).
private func typeOfMark(after previous: BidiClass) -> BidiClass {
  switch previous {
  case .l, .r, .al, .en, .es, .et, .an, .cs: previous
  default: .nsm
  }
}

/// W4: one separator between two numbers of a kind is one of them; nil where it is not.
private func resolveW4(
  _ separator: BidiClass, between before: BidiClass, _ after: BidiClass, _ strong: BidiClass
) -> BidiClass? {
  guard before == .en || (before == .an && separator == .cs) else { return nil }
  let number = after == .en && strong == .al ? .an : after  // W2
  return number == before ? number : nil
}

/// W7: a European number after L is L.
private func resolveW7(_ strong: BidiClass) -> BidiClass {
  strong == .l ? .l : .en
}
