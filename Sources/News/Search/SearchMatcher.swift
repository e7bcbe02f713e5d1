/// Finds in a text the words that a question asks for, as a screen shows them.
///
/// It reads words just as the index does, so that whatever made an article a hit is found in it;
/// what is asked of the source and of tags alone is not looked for.
public struct SearchMatcher: Equatable, Sendable {
  /// Words next to each other, one for a plain word.
  private struct Needle: Equatable {
    var words: [[UInt8]]
    /// Whether the last one may go on.
    var isPrefix: Bool
    /// Whether it may stand behind the small words that Arabic writes before it.
    var isStem: Bool
  }

  private var needles: [Needle] = []

  /// Finds what `question` asks for, except what must not be there.
  public init(_ question: SearchQuestion, end: SearchEnd = .word) {
    let clauses = question.clauses
    for (index, clause) in clauses.enumerated() where !clause.isNegated {
      guard case .words(let folded, in: .anywhere) = clause.condition else { continue }
      let mayGoOn = !folded.isPhrase || folded.isOpen
      let isLast = index == clauses.count - 1 && mayGoOn && end != .word
      for spelling in Self.spellings(of: folded) {
        needles.append(
          Needle(
            words: spelling.words.map { Array($0.utf8) }, isPrefix: isLast, isStem: spelling.isStem)
        )
      }
      if isLast, let word = clause.plainWord, let rest = SearchBeginning(word).behindArticle {
        needles.append(Needle(words: [Array(rest.utf8)], isPrefix: true, isStem: true))
      }
      if let word = clause.plainWord, index + 1 < clauses.count,
        let next = clauses[index + 1].plainWord
      {
        let isEnd = index + 1 == clauses.count - 1 && end != .word
        needles.append(
          Needle(words: [Array((word + next).utf8)], isPrefix: isEnd, isStem: false))
      }
    }
  }

  /// Finds what is looked for on a page: these words next to each other, and the last of them may go
  /// on. Nil where there is no letter and no digit.
  public init?(typed text: String) {
    guard let folded = FoldedWords(text) else { return nil }
    needles = Self.spellings(of: folded).map { spelling in
      Needle(
        words: spelling.words.map { Array($0.utf8) }, isPrefix: true, isStem: spelling.isStem)
    }
  }

  /// Where the words stand in `text`, in bytes of its UTF-8, in order and apart from each other.
  public func matches(in text: String) -> [Range<Int>] {
    guard !needles.isEmpty else { return [] }
    let words = TextWords(text)
    var matches: [Range<Int>] = []
    for word in words.found.indices {
      for needle in needles {
        guard let range = match(needle, at: word, in: words) else { continue }
        Self.add(range, to: &matches)
      }
    }
    return matches
  }
}

extension SearchMatcher {
  private static func spellings(
    of folded: FoldedWords
  ) -> [(words: [String], isStem: Bool)] {
    guard folded.words.count == 1, let word = folded.words.first else {
      var spellings = [(folded.words, false)]
      if folded.isJoined { spellings.append(([folded.words.joined()], false)) }
      if folded.isPhrase { spellings += PersianAffixes.joined(folded.words).map { ($0, false) } }
      return spellings
    }
    guard !word.hasPrefix("_") else { return [([String(word.dropFirst())], false)] }
    let parted = PersianAffixes.apart(word).map {
      ($0.split(separator: " ").map(String.init), false)
    }
    if folded.isPhrase { return [([word], false)] + parted }
    return ([word] + SearchTerms.stems(of: word)).map { ([$0], true) } + parted
  }

  private func match(_ needle: Needle, at first: Int, in words: TextWords) -> Range<Int>? {
    if needle.words.count > 1 {
      guard first + needle.words.count <= words.found.count else { return nil }
      for (offset, wanted) in needle.words.enumerated() {
        let isLast = offset == needle.words.count - 1
        guard
          Self.fits(wanted, words.letters(of: first + offset), isPrefix: isLast && needle.isPrefix)
            || wanted == words.signed(first + offset)?.letters
        else { return nil }
      }
      let last = words.found[first + needle.words.count - 1]
      return words.found[first].range.lowerBound..<last.range.upperBound
    }
    let wanted = needle.words[0]
    let letters = words.letters(of: first)
    let isFound =
      Self.fits(wanted, letters, isPrefix: needle.isPrefix)
      || needle.isStem
        && Self.starts(of: letters).contains {
          Self.fits(wanted, letters.dropFirst($0), isPrefix: needle.isPrefix)
        }
    if isFound { return words.found[first].range }
    if let signed = words.signed(first), signed.letters == wanted { return signed.range }
    guard let joined = words.joined(from: first),
      Self.fits(wanted, joined.letters[...], isPrefix: needle.isPrefix)
    else { return nil }
    return joined.range
  }

  /// Where in a word what may be looked for instead of it begins.
  private static func starts(of letters: ArraySlice<UInt8>) -> [Int] {
    let clitics = letters.withUnsafeBufferPointer { ArabicClitics($0) }
    return [clitics.first, clitics.second].compactMap(\.self)
  }

  private static func fits(
    _ wanted: [UInt8], _ letters: ArraySlice<UInt8>, isPrefix: Bool
  ) -> Bool {
    isPrefix
      ? letters.starts(with: wanted)
      : letters.count == wanted.count && letters.elementsEqual(wanted)
  }

  /// Adds a range behind those that begin before it; ranges that meet become one.
  private static func add(_ range: Range<Int>, to matches: inout [Range<Int>]) {
    guard let last = matches.last, last.upperBound > range.lowerBound else {
      return matches.append(range)
    }
    matches[matches.count - 1] =
      min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
  }
}
