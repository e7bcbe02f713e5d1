/// A question in the language of FTS5, put together from folded words in quotation marks only:
/// nothing that was typed is ever syntax.
struct SearchExpression {
  /// What the index is asked; nil where the question names nothing that it has.
  var wanted: String?
  /// What hits must not be, in the same language.
  var unwanted: String?
  /// The beginning of a word that only headlines are asked for.
  var headlines: String?

  /// A question's words.
  ///
  /// - Parameter isExact: whether only words as they are typed count, without what stemming adds.
  init(_ question: SearchQuestion, end: SearchEnd, isExact: Bool = false) {
    var wanted: [String] = []
    var unwanted: [String] = []
    let clauses = question.clauses
    for (index, clause) in clauses.enumerated() {
      guard var terms = SearchTerms(clause.condition, isExact: isExact && !clause.isNegated) else {
        continue
      }
      if clause.isNegated {
        unwanted.append(terms.expression)
        continue
      }
      terms.addJoined(to: index > 0 ? clauses[index - 1].plainWord : nil, before: true)
      terms.addJoined(
        to: index + 1 < clauses.count ? clauses[index + 1].plainWord : nil, before: false)
      if index == clauses.count - 1, end != .word, let word = clause.plainWord {
        if Self.isLongEnough(word) {
          terms.isPrefix = true
        } else {
          let beginning = terms.beginning
          if end == .typing {
            if wanted.isEmpty { headlines = beginning }
            continue
          }
          if wanted.isEmpty { headlines = beginning }
        }
      } else if index == clauses.count - 1, end != .word {
        if clause.isBegun, end == .typing { continue }
        terms.isPrefix = clause.endsOpen
        if !terms.isPrefix, end == .typing { terms = clause.withoutEnd ?? terms }
      }
      wanted.append(terms.expression)
    }
    self.wanted = wanted.isEmpty ? nil : wanted.joined(separator: " AND ")
    self.unwanted = unwanted.isEmpty ? nil : unwanted.joined(separator: " OR ")
  }

  /// From so many letters on, bodies are asked for words that begin so.
  static let fewestLetters = 3

  /// Whether bodies are asked for words that begin so. The article and what is written before it
  /// don't count: half of all words begin with them, and gathering these takes a tenth of a second
  /// in a library of a hundred thousand articles.
  static func isLongEnough(_ beginning: String) -> Bool {
    let letters = beginning.unicodeScalars
    return letters.count - ArabicClitics.articleLetters(beginning) >= fewestLetters
  }
}

extension SearchClause {
  /// The word that it asks for anywhere; nil where it asks for something else.
  var plainWord: String? {
    guard case .words(let words, in: .anywhere) = condition, !isNegated, !words.isPhrase,
      words.words.count == 1, let word = words.words.first, !word.hasPrefix("_")
    else { return nil }
    return word
  }

  /// Whether it is the beginning of a word of a source or a tag, of too few letters yet.
  var isBegun: Bool {
    guard case .words(let words, let field) = condition, field != .anywhere, !isNegated,
      !words.isPhrase, words.words.count == 1, let word = words.words.first
    else { return false }
    return !SearchExpression.isLongEnough(word) && !word.hasPrefix("_")
  }

  /// Whether a word that is being typed may be its last one: it is not closed by a quotation mark.
  fileprivate var endsOpen: Bool {
    guard case .words(let words, _) = condition, !isNegated,
      !words.isPhrase || words.isOpen, let word = words.words.last
    else { return false }
    return SearchExpression.isLongEnough(word) && !word.hasPrefix("_")
  }

  /// A phrase that is being typed, without its last word, of which there are few letters yet.
  fileprivate var withoutEnd: SearchTerms? {
    guard case .words(var words, in: .anywhere) = condition, words.isPhrase, words.isOpen,
      let last = words.words.popLast(), !last.hasPrefix("_")
    else { return nil }
    return SearchTerms(.words(words, in: .anywhere), isExact: true)
  }
}

/// What one clause of a question asks the index for: phrases, any of them.
struct SearchTerms {
  private var phrases: [String] = []
  private var field = SearchClause.Field.anywhere
  private var word: String?
  private let isExact: Bool
  /// Whether the last word of each may go on.
  var isPrefix = false

  init?(_ condition: SearchClause.Condition, isExact: Bool) {
    var isExact = isExact
    // What is in quotation marks is found as it is written.
    if case .words(let folded, _) = condition, folded.isPhrase { isExact = true }
    self.isExact = isExact
    switch condition {
    case .language(let term):
      phrases = [term]
      field = .source
    case .words(let folded, let field):
      self.field = field
      if folded.words.count == 1, let word = folded.words.first {
        self.word = word
        phrases = Self.spellings(of: word, isExact: isExact)
      } else {
        phrases = [folded.words.joined(separator: " ")]
        if folded.isJoined {
          let whole = folded.words.joined()
          phrases += [whole, "_" + whole]
        }
      }
    case .unread, .starred, .since, .until: return nil
    }
  }

  /// Adds the word in one with its neighbour.
  mutating func addJoined(to neighbour: String?, before: Bool) {
    guard let neighbour, let word, field == .anywhere else { return }
    let whole = before ? neighbour + word : word + neighbour
    joined += [whole, "_" + whole]
  }

  private var joined: [String] = []

  /// As FTS5 reads it.
  var expression: String {
    let terms = (phrases + joined).map { "\"\($0)\"" + (isPrefix ? " *" : "") }
    let any = terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    switch field {
    case .anywhere: return any
    case .source: return "source : \(any)"
    case .tags: return "tags : \(any)"
    }
  }

  /// Words that begin so, in the index of headlines.
  var beginning: String {
    guard let word else { return expression }
    return "\"\(word)\" * OR \"_\(word)\" *"
  }
}

extension SearchTerms {
  /// How a word may stand in a text.
  static func spellings(of word: String, isExact: Bool) -> [String] {
    guard !word.hasPrefix("_") else { return [word] }
    var spellings = [word] + PersianAffixes.apart(word)
    if PersianAffixes.mayBeJoined(word) || !isExact { spellings.append("_" + word) }
    guard !isExact else { return spellings }
    for stem in stems(of: word) { spellings += [stem, "_" + stem] }
    return spellings
  }

  /// A word of a question without the small words before it. Without the article among them four
  /// letters must stay: three are too often another word (واحد is not احد).
  static func stems(of word: String) -> [String] {
    var word = word
    return word.withUTF8 { bytes in
      let clitics = ArabicClitics(bytes)
      let fewest = clitics.hasArticle ? ArabicClitics.fewest : ArabicClitics.fewest + 1
      return [clitics.first, clitics.second].compactMap(\.self)
        .filter { (bytes.count - $0) / 2 >= fewest }
        .map { String(decoding: bytes[$0...], as: UTF8.self) }
    }
  }
}
