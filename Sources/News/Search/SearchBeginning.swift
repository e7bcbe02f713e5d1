/// The beginning of a word, as it is typed at the end of a question.
///
/// The article and what is written before it don't count as letters: half of all words begin with
/// them, and gathering these takes a tenth of a second in a library of a hundred thousand articles.
struct SearchBeginning {
  /// From so many letters on, bodies are asked for words that begin so.
  static let fewest = 3
  /// From so many letters on they are, once it is typed to its end.
  static let fewestTyped = 2

  /// All that was typed, folded.
  let word: String
  /// How many letters count.
  let letters: Int
  /// What stands behind the article; nil where there is no article, or nothing behind it.
  let behindArticle: String?

  init(_ word: String) {
    self.word = word
    let article = ArabicClitics.articleLetters(word)
    let scalars = word.unicodeScalars
    letters = Self.articleBeginnings.contains(word) ? 0 : scalars.count - article
    behindArticle =
      article > 0 && scalars.count > article ? String(scalars.dropFirst(article)) : nil
  }

  /// What words of headlines begin with, also behind another article than the one that was typed.
  var spellings: [String] {
    [word, behindArticle].compactMap(\.self).flatMap { [$0, "_" + $0] }
  }

  /// The same, as FTS5 reads it.
  var headlines: String { spellings.map { "\"\($0)\" *" }.joined(separator: " OR ") }

  /// Two letters of which the third may be that of the article.
  private static let articleBeginnings: Set = ["وا", "فا", "با", "كا", "لا"]
}
