import UnicodeData

// Addresses in running text, and where they break.
extension ScalarText {
  /// The address in a word, if there is one: what surrounds it, as brackets do, left out.
  func address(in word: Range<Int>) -> Range<Int>? {
    guard let start = startOfAddress(in: word) else { return nil }
    var end = start
    while end < word.upperBound && isOfAddress(at: end) { end += 1 }
    return start..<end
  }

  /// Allows breaks behind `/ ? & = - .` before a letter or a digit, and no others: neither inside `//`
  /// nor at a dash or a point between two digits.
  func breakAddress(_ address: Range<Int>, _ opportunities: inout [BreakOpportunity]) {
    for place in address.dropFirst() {
      opportunities[place] = mayBreakAddress(address, before: place) ? .allowed : .prohibited
    }
  }

  private func mayBreakAddress(_ address: Range<Int>, before place: Int) -> Bool {
    let last = scalars[place - 1]
    guard Self.endsPart(last), !Self.endsPart(scalars[place]) else { return false }
    switch lineBreakClass(at: place) {
    case .is, .ex, .cm, .zwj: return false
    case .nu where last == 0x2D || last == 0x2E:
      return place - 2 < address.lowerBound || lineBreakClass(at: place - 2) != .nu
    default: return true
    }
  }

  private static func endsPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x3F, 0x26, 0x3D, 0x2D, 0x2E: true  // / ? & = - .
    default: false
    }
  }
}

extension ScalarText {
  private func startOfAddress(in word: Range<Int>) -> Int? {
    guard let first = word.first(where: { isHost(at: $0) || !isASCII(at: $0) }) else { return nil }
    if spells("www.", at: first, in: word) { return first }
    guard let slash = word.first(where: { scalars[$0] == 0x2F }) else { return nil }
    if slash - 1 > word.lowerBound && spells("://", at: slash - 1, in: word) {
      let start = startOfHost(before: slash - 1, in: word)
      return start < slash - 1 ? start : nil
    }
    let start = startOfHost(before: slash, in: word)
    return isHost(start..<slash) ? start : nil
  }

  private func spells(_ text: StaticString, at place: Int, in word: Range<Int>) -> Bool {
    let count = text.utf8CodeUnitCount
    return place + count <= word.upperBound
      && (0..<count).allSatisfy { scalars[place + $0] == UInt32(text.utf8Start[$0]) }
  }

  private func startOfHost(before end: Int, in word: Range<Int>) -> Int {
    var start = end
    while start > word.lowerBound && isHost(at: start - 1) { start -= 1 }
    return start
  }

  /// Whether it has a point, and two letters at least and nothing else behind the last one.
  private func isHost(_ range: Range<Int>) -> Bool {
    guard let point = range.last(where: { scalars[$0] == 0x2E }), point > range.lowerBound else {
      return false
    }
    let last = point + 1..<range.upperBound
    return last.count >= 2 && last.allSatisfy { lineBreakClass(at: $0) == .al }
  }

  private func isASCII(at place: Int) -> Bool { scalars[place] < 0x80 }

  /// A letter, a digit, a hyphen or a point of ASCII.
  private func isHost(at place: Int) -> Bool {
    switch scalars[place] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
    default: false
    }
  }

  /// Whether an address may go on with it: of ASCII, all but brackets and quotation marks; of the
  /// rest, what is no punctuation.
  private func isOfAddress(at place: Int) -> Bool {
    switch lineBreakClass(at: place) {
    case .op, .cl, .cp, .qu, .quInitial, .quFinal: false
    case .al, .hl, .nu, .cm, .zwj, .id: scalars[place] != 0x3C && scalars[place] != 0x3E
    default: isASCII(at: place)
    }
  }
}
