/// Folds texts into what the index keeps of a column: their words, and behind them, each once and
/// marked, what these may be looked for as besides.
///
/// The second part is why a phrase needs no more than its words: what is beside a word stands at a
/// place of its own.
struct SearchText {
  /// Begins a term that is not a word as it stands. No word has it.
  static let mark: UInt8 = 0x5F  // _

  private var words: [UInt8] = []
  private var variants: [UInt8] = []
  private var known = HashSet()
  private var folder = WordFolder()
  /// How far what is here was looked through.
  private var soughtWords = 0
  private var soughtVariants = 0

  /// Adds the words of a text.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    folder.begin()
    var joinedFrom: Int?  // where the words begin that ZWNJ joins to the one before
    var end = -1
    while true {
      let start = words.count
      guard let word = folder.next(in: text, into: &words) else { break }
      if word.range.lowerBound != end + 3 { joinedFrom = nil }
      if let first = joinedFrom { addJoined(from: first) }
      if word.joinsNext {
        joinedFrom = joinedFrom ?? start
        end = word.range.upperBound
      } else {
        joinedFrom = nil
        end = -1
      }
      addVariants(of: start..<words.count, word, text)
      words.append(0x20)
    }
  }

  /// Adds a term that is not folded.
  mutating func add(term: String) {
    words += term.utf8
    words.append(0x20)
  }

  /// The column's text; the next one begins empty.
  mutating func finish() -> [UInt8] {
    defer { clear() }
    return words + variants
  }

  /// Begins the next column.
  mutating func clear() {
    words.removeAll(keepingCapacity: true)
    variants.removeAll(keepingCapacity: true)
    known.removeAll()
    soughtWords = 0
    soughtVariants = 0
  }

  /// At how many places what was added to the column has one of some terms, `most` at most: since this
  /// was asked last, where each is one word.
  mutating func places(of terms: SoughtTerms, upTo most: Int) -> Int {
    guard terms.areWords else { return terms.places(in: words + variants, upTo: most) }
    defer {
      soughtWords = words.count
      soughtVariants = variants.count
    }
    let count = terms.places(in: words, from: soughtWords, upTo: most)
    return count + terms.places(in: variants, from: soughtVariants, upTo: most - count)
  }
}

extension SearchText {
  private mutating func addVariants(
    of range: Range<Int>, _ word: WordFolder.Word, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let clitics = words.withUnsafeBufferPointer {
      ArabicClitics(UnsafeBufferPointer(rebasing: $0[range]))
    }
    if let first = clitics.first { addVariant(range.lowerBound + first..<range.upperBound) }
    if let second = clitics.second { addVariant(range.lowerBound + second..<range.upperBound) }
    if word.signs > 0 {
      let end = word.range.upperBound
      let signs = text[end..<end + word.signs]
      addVariant(range, signs)
    }
  }

  private mutating func addVariant(
    _ range: Range<Int>, _ signs: Slice<UnsafeBufferPointer<UInt8>>? = nil
  ) {
    let start = variants.count
    variants.append(Self.mark)
    variants += words[range]
    if let signs { variants += signs }
    keepVariant(from: start)
  }

  /// The words since `first` in one, with the spaces between them left out.
  private mutating func addJoined(from first: Int) {
    let start = variants.count
    variants.append(Self.mark)
    for byte in words[first...] where byte != 0x20 { variants.append(byte) }
    keepVariant(from: start)
  }

  private mutating func keepVariant(from start: Int) {
    let isNew = variants.withUnsafeBufferPointer {
      known.insert(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    if isNew { variants.append(0x20) } else { variants.removeLast(variants.count - start) }
  }
}
