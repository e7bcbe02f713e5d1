import UnicodeData

/// What `LineBreaking.news` changes about the break opportunities of a text, a word at a time; words
/// are parted by spaces.
struct NewsBreaks {
  /// Source offsets before which a line may break, and had better not: behind a number, and behind a
  /// word of one letter.
  private(set) var avoided: [UInt32] = []

  init() {}

  mutating func tailor(
    _ text: borrowing ScalarText, _ opportunities: inout [BreakOpportunity]
  ) {
    avoided.removeAll(keepingCapacity: true)
    var start = 0
    while start < text.count {
      let end = text.endOfWord(from: start)
      let next = text.endOfSpaces(from: end)
      let word = start..<end
      text.keepDashes(in: word, &opportunities)
      if let address = text.address(in: word) { text.breakAddress(address, &opportunities) }
      if next < text.count && opportunities[next] == .allowed && text.leansOnNext(word) {
        avoided.append(text.offsets[next])
      }
      start = next
    }
  }
}

// MARK: Words

extension ScalarText {
  fileprivate func endOfWord(from start: Int) -> Int {
    var place = start
    while place < count && !isSpace(at: place) { place += 1 }
    return place
  }

  fileprivate func endOfSpaces(from start: Int) -> Int {
    var place = start
    while place < count && isSpace(at: place) { place += 1 }
    return place
  }

  private func isSpace(at place: Int) -> Bool {
    switch lineBreakClass(at: place) {
    case .sp, .zw, .bk, .cr, .lf, .nl: true
    case .ba: scalars[place] == 0x09 || isOtherSpace(at: place)
    default: false
    }
  }

  /// Whether it is a space, such as a thin one, that is a sign of some other kind to the standard's
  /// breaks.
  fileprivate func isOtherSpace(at place: Int) -> Bool {
    switch scalars[place] {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  /// Whether a word belongs to the one after it: it ends in a number, or is one letter. Marks, format
  /// characters, tatweel and opening punctuation don't count.
  fileprivate func leansOnNext(_ word: Range<Int>) -> Bool {
    var last: Int?
    var count = 0
    for place in word {
      switch lineBreakClass(at: place) {
      case .cm, .zwj: continue
      case _ where scalars[place] == 0x0640: continue
      case .op, .qu, .quInitial, .quFinal: if count == 0 { continue }
      default: break
      }
      last = place
      count += 1
    }
    guard let last else { return false }
    return lineBreakClass(at: last) == .nu || isFraction(at: last)
      || count == 1 && isLetter(at: last)
  }

  private func isLetter(at place: Int) -> Bool {
    switch (lineBreakClass(at: place), bidiClass(at: place)) {
    case (.al, .l), (.al, .al), (.al, .r), (.hl, _): true
    default: false
    }
  }

  /// Whether it is a vulgar fraction such as ½, which is a letter to the standard's breaks.
  fileprivate func isFraction(at place: Int) -> Bool {
    switch scalars[place] {
    case 0xBC...0xBE, 0x2150...0x215E, 0x2189: true
    default: false
    }
  }

  func lineBreakClass(at place: Int) -> LineBreakClass { properties(at: place).lineBreakClass }
}

// MARK: Dashes

extension ScalarText {
  /// Forbids breaks around dashes between numbers, with percent or currency signs on them or not: as
  /// in 15–18, or with spaces on both sides, as in 10 – 20. An em dash with spaces is not meant: it
  /// parts sentences.
  fileprivate func keepDashes(in word: Range<Int>, _ opportunities: inout [BreakOpportunity]) {
    for dash in word where isDash(at: dash) {
      let (before, isSpaceBefore) = passSpaces(from: dash, by: -1)
      let (after, isSpaceAfter) = passSpaces(from: dash, by: 1)
      guard before >= 0, after < count, isNumeric(at: before) && isNumeric(at: after),
        isSpaceBefore == isSpaceAfter, !isSpaceBefore || scalars[dash] != 0x2014
      else { continue }
      for place in before + 1...after { opportunities[place] = .prohibited }
    }
  }

  /// The next place that holds neither a mark nor a space, and whether a space stands before it.
  private func passSpaces(from start: Int, by step: Int) -> (place: Int, isSpace: Bool) {
    var place = start + step
    var isSpace = false
    while 0..<count ~= place {
      if lineBreakClass(at: place) == .sp || isOtherSpace(at: place) {
        isSpace = true
      } else if isNoMark(at: place) {
        break
      }
      place += step
    }
    return (place, isSpace)
  }

  /// Whether it is no mark and no format character such as RLM, which part nothing here.
  private func isNoMark(at place: Int) -> Bool {
    switch lineBreakClass(at: place) {
    case .cm, .zwj: false
    default: true
    }
  }

  private func isDash(at place: Int) -> Bool {
    switch scalars[place] {
    case 0x2D, 0x2010...0x2014: true
    default: false
    }
  }

  private func isNumeric(at place: Int) -> Bool {
    switch lineBreakClass(at: place) {
    case .nu, .po, .pr: true
    default: isFraction(at: place)
    }
  }
}
