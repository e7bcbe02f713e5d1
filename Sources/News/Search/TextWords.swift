/// The words of a text, folded, and where each stands.
struct TextWords {
  /// The words, in order.
  private(set) var found: [WordFolder.Word] = []
  private var ends: [Int] = []
  private var bytes: [UInt8] = []
  private let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
    var folder = WordFolder()
    self.text.withUnsafeBufferPointer { text in
      folder.begin()
      while let word = folder.next(in: text, into: &bytes) {
        found.append(word)
        ends.append(bytes.count)
      }
    }
  }

  /// The folded letters of a word.
  func letters(of word: Int) -> ArraySlice<UInt8> {
    bytes[(word > 0 ? ends[word - 1] : 0)..<ends[word]]
  }

  /// A word with the signs behind it, `C++`; nil where it has none.
  func signed(_ word: Int) -> (letters: [UInt8], range: Range<Int>)? {
    let end = found[word].range.upperBound
    guard found[word].signs > 0 else { return nil }
    let whole = found[word].range.lowerBound..<end + found[word].signs
    return (letters(of: word) + Array(text[end..<whole.upperBound]), whole)
  }

  /// The words from one on that ZWNJ joins, as one; nil where it joins none or an earlier one to it.
  func joined(from word: Int) -> (letters: [UInt8], range: Range<Int>)? {
    guard isJoined(word), word == 0 || !isJoined(word - 1) else { return nil }
    var last = word
    while isJoined(last) { last += 1 }
    return (
      (word...last).flatMap { letters(of: $0) },
      found[word].range.lowerBound..<found[last].range.upperBound
    )
  }

  /// Whether ZWNJ alone stands between a word and the next.
  private func isJoined(_ word: Int) -> Bool {
    found[word].joinsNext && word + 1 < found.count
      && found[word + 1].range.lowerBound == found[word].range.upperBound + 3
  }
}
