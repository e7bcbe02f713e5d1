/// A text that would cost more than its length where something in the layout is not linear: one
/// paragraph of so many scalars.
struct WorstCase {
  let name: String
  private let pattern: [Unicode.Scalar]
  /// What stands before the first repetition and behind the last.
  private let ends: (first: String, last: String)
  /// Where the text is the one half of the pattern repeated, then the other.
  private let isNested: Bool

  private init(
    _ name: String, _ pattern: String, first: String = "", last: String = "", nested: Bool = false
  ) {
    self.name = name
    self.pattern = Array(pattern.unicodeScalars)
    ends = (first, last)
    isNested = nested
  }

  /// Letters of two bytes that join, and no break.
  static let word = WorstCase("one word", "\u{628}\u{644}\u{645}\u{627}")

  static let all = [
    WorstCase("unclosed FSI", "\u{2068}"),
    WorstCase("FSI 1 PDI repeated", "\u{2068}1\u{2069}"),
    WorstCase("nested isolates", "\u{2067}\u{2069}", first: "a", last: "\u{5D0}", nested: true),
    WorstCase("nested embeddings", "\u{202B}\u{202C}", first: "a", last: "\u{5D0}", nested: true),
    WorstCase("brackets, all open", "(", first: "\u{5D0}", last: "a"),
    WorstCase(
      "brackets, 60 deep",
      String(repeating: "(", count: 60) + "\u{5D0}"
        + String(repeating: ")", count: 60)),
    word,
    WorstCase("marks on one letter", "\u{301}", first: "a"),
    WorstCase("kept marks of descending class", "\u{323}\u{301}", first: "a"),
    WorstCase("directions by turns", "a\u{5D0}"),
    WorstCase("1////…/1", "/", first: "1", last: "1"),
    WorstCase("regional indicators", "\u{1F1F5}"),
    WorstCase("neutrals", "!", first: "\u{5D0}", last: "a"),
    WorstCase("a lam and its marks, then alef", "\u{64B}", first: "\u{644}", last: "\u{627}"),
  ]

  /// The text, of `count` scalars or a few more.
  func text(_ count: Int) -> [UInt8] {
    var text = Array(ends.first.utf8)
    let spellings = pattern.map { Array(String($0).utf8) }
    if isNested {
      for half in spellings {
        for _ in 0..<count / 2 { text += half }
      }
    } else {
      let whole = Array(spellings.joined())
      for _ in 0..<max(1, count / pattern.count) { text += whole }
    }
    return text + ends.last.utf8
  }
}
