/// The small words that Arabic writes in one with the next: و ف, then ب ك ل, then ال; لل is ل and
/// ال in one.
///
/// Which of them a word begins with can't be told from its letters alone (وزير begins with a
/// radical), so what may be without them is looked for beside the word, never in its place.
struct ArabicClitics {
  /// At least so many letters stay.
  static let fewest = 3

  /// Where in the word what stays begins, in bytes; at most two places.
  private(set) var first: Int?
  private(set) var second: Int?
  /// Whether the article was among what was taken off; then there is one place.
  private(set) var hasArticle = false

  /// What may be taken off a folded word.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    // Eight bytes are the shortest word of four Arabic letters, and these are two bytes each.
    let letters = word.count / 2
    guard letters > Self.fewest, word[0] == 0xD8 || word[0] == 0xD9 else { return }
    func letter(_ place: Int) -> UInt8 {
      guard place < letters, word[2 * place] == 0xD8 || word[2 * place] == 0xD9 else { return 0 }
      return word[2 * place + 1] | (word[2 * place] == 0xD9 ? 0x40 : 0)
    }
    var place = 0
    var places: [2 of Int] = [0, 0]
    var count = 0
    func articleEnd(_ place: Int) -> Int? {
      if letter(place) == Self.alef, letter(place + 1) == Self.lam { return place + 2 }
      if letter(place) == Self.lam, letter(place + 1) == Self.lam { return place + 2 }
      return nil
    }
    for step in 0..<3 {
      if let end = articleEnd(place), letters - end >= Self.fewest {
        first = 2 * end
        second = nil
        hasArticle = true
        return
      }
      let clitic = letter(place)
      let isClitic =
        step == 0 && (clitic == Self.waw || clitic == Self.feh)
        || step < 2 && (clitic == Self.beh || clitic == Self.kaf || clitic == Self.lam)
      guard isClitic, letters - place - 1 >= Self.fewest else { break }
      place += 1
      places[count] = 2 * place
      count += 1
      // After ب, ك or ل only the article may follow.
      if clitic != Self.waw, clitic != Self.feh {
        if let end = articleEnd(place), letter(place) == Self.alef, letters - end >= Self.fewest {
          first = 2 * end
          hasArticle = true
          return
        }
        break
      }
    }
    first = count > 0 ? places[0] : nil
    second = count > 1 ? places[1] : nil
  }
}

extension ArabicClitics {
  /// How many letters at the beginning of a folded word are the article and what may be written
  /// before it, whatever follows; 0 where there is no article.
  static func articleLetters(_ word: String) -> Int {
    var rest = word.unicodeScalars[...]
    if let first = rest.first, "وف".unicodeScalars.contains(first) { rest.removeFirst() }
    let hasArticle = { (text: Substring.UnicodeScalarView) in
      text.starts(with: "ال".unicodeScalars) || text.starts(with: "لل".unicodeScalars)
    }
    if let first = rest.first, !hasArticle(rest), "بكل".unicodeScalars.contains(first) {
      rest.removeFirst()
    }
    guard hasArticle(rest) else { return 0 }
    return word.unicodeScalars.count - rest.count + 2
  }

  // The second byte of each letter, with 0x40 for those of the block's second half (D9).
  private static let alef: UInt8 = 0xA7
  private static let beh: UInt8 = 0xA8
  private static let feh: UInt8 = 0x81 | 0x40
  private static let kaf: UInt8 = 0x83 | 0x40
  private static let lam: UInt8 = 0x84 | 0x40
  private static let waw: UInt8 = 0x88 | 0x40
}
