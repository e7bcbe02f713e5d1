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
      text.keepLoneDash(word, &opportunities)
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
    default: scalars[place] == 0x09
    }
  }

  /// Whether a word belongs to the one after it: it ends in a digit, or is one letter. Marks, format
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
    return lineBreakClass(at: last) == .nu || count == 1 && isLetter(at: last)
  }

  private func isLetter(at place: Int) -> Bool {
    switch (lineBreakClass(at: place), bidiClass(at: place)) {
    case (.al, .l), (.al, .al), (.al, .r), (.hl, _): true
    default: false
    }
  }

  func lineBreakClass(at place: Int) -> LineBreakClass { properties(at: place).lineBreakClass }
}

// MARK: Dashes

extension ScalarText {
  /// Forbids breaks around dashes between numbers, with percent or currency signs on them or not.
  fileprivate func keepDashes(in word: Range<Int>, _ opportunities: inout [BreakOpportunity]) {
    if word.count < 3 { return }
    for place in word where isDash(at: place) {
      guard let before = word[..<place].last(where: isNoMark),
        let after = word[(place + 1)...].first(where: isNoMark),
        isNumeric(at: before) && isNumeric(at: after)
      else { continue }
      for place in before + 1...after { opportunities[place] = .prohibited }
    }
  }

  /// Forbids breaks around a dash that stands between spaces and numbers, as in 10 – 20. An em dash is
  /// not meant: it parts sentences.
  fileprivate func keepLoneDash(
    _ word: Range<Int>, _ opportunities: inout [BreakOpportunity]
  ) {
    guard let dash = word.first(where: isNoMark), isDash(at: dash), scalars[dash] != 0x2014,
      word.last(where: isNoMark) == dash
    else { return }
    var start = word.lowerBound
    while start > 0 && lineBreakClass(at: start - 1) == .sp { start -= 1 }
    var next = word.upperBound
    while next < count && lineBreakClass(at: next) == .sp { next += 1 }
    guard let before = (0..<start).last(where: isNoMark),
      let after = (next..<count).first(where: isNoMark),
      isNumeric(at: before) && isNumeric(at: after)
    else { return }
    for place in [word.lowerBound, next] where opportunities[place] == .allowed {
      opportunities[place] = .prohibited
    }
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
    default: false
    }
  }
}
