/// A question in the language of FTS5, put together from folded words in quotation marks only:
/// nothing that was typed is ever syntax.
struct SearchExpression {
  /// What the index is asked; nil where the question names nothing that it has.
  var wanted: String?
  /// What hits must not be, in the same language.
  var unwanted: String?
  /// The beginning of a word that headlines are asked for, besides what `wanted` finds.
  var headlines: String?
  /// What else is wanted than the last word, where that is a beginning; nil where it is nothing.
  var besides: String?
  /// What a text has to have of the last word, where that may go on in all texts; nil where it may
  /// in headlines alone, or is whole.
  var last: SoughtEnd?
  /// Whether so few letters are the beginning that too much has it to be ranked.
  var isShort = false

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
      if index == clauses.count - 1, end != .word, let word = clause.lastWord {
        let isPlain = clause.plainWord != nil
        let beginning = SearchBeginning(word)
        terms.begin(beginning, isTyped: end == .typed, isPlain: isPlain)
        besides = wanted.isEmpty ? nil : wanted.joined(separator: " AND ")
        isShort = terms.isPrefix && beginning.letters < SearchBeginning.fewest
        let isForHeadlines = isPlain && !terms.isPrefix
        if isForHeadlines { headlines = beginning.headlines }
        // Whole words of few letters are in most bodies: alone they wait for Enter.
        if isForHeadlines, end == .typing, wanted.isEmpty { terms.dropWholeWords() }
        last = terms.sought(inHeadlines: isForHeadlines ? beginning.spellings : [])
        if terms.isEmpty { continue }
      }
      wanted.append(terms.expression)
    }
    self.wanted = wanted.isEmpty ? nil : wanted.joined(separator: " AND ")
    self.unwanted = unwanted.isEmpty ? nil : unwanted.joined(separator: " OR ")
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

  /// The last of its words, where that may be the beginning of one: it is not closed by a quotation
  /// mark.
  var lastWord: String? {
    guard case .words(let words, _) = condition, !isNegated,
      !words.isPhrase || words.isOpen, let word = words.words.last, !word.hasPrefix("_")
    else { return nil }
    return word
  }
}

/// What one clause of a question asks the index for: phrases, any of them.
struct SearchTerms {
  private var phrases: [String] = []
  private var field = SearchClause.Field.anywhere
  private var word: String?
  private let isExact: Bool
  private var isOpenPhrase = false
  /// Whether the last word of each may go on.
  private(set) var isPrefix = false

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
      isOpenPhrase = folded.isPhrase && folded.isOpen
      if folded.words.count == 1, let word = folded.words.first {
        self.word = word
        phrases = Self.spellings(of: word, isExact: isExact)
      } else {
        phrases = [folded.words.joined(separator: " ")]
        if folded.isJoined {
          let whole = folded.words.joined()
          phrases += [whole, "_" + whole]
        }
        if folded.isPhrase {
          phrases += PersianAffixes.joined(folded.words).map { $0.joined(separator: " ") }
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
  /// Beginnings of words, besides.
  private var beginnings: [String] = []

  /// Lets the last word go on, as far as it has letters enough.
  ///
  /// - Parameters:
  ///   - isTyped: whether it was typed to its end.
  ///   - isPlain: whether it is no phrase, and asked for anywhere.
  mutating func begin(_ beginning: SearchBeginning, isTyped: Bool, isPlain: Bool) {
    isPrefix =
      beginning.letters >= (isTyped ? SearchBeginning.fewestTyped : SearchBeginning.fewest)
      || isTyped && isOpenPhrase
    guard isPlain, !isExact, let rest = beginning.behindArticle else { return }
    if isPrefix {
      // From three letters on what stems add is there already.
      if beginning.letters < SearchBeginning.fewest { beginnings = [rest, "_" + rest] }
    } else if isTyped || beginning.letters >= SearchBeginning.fewestTyped {
      beginnings = [beginning.word, "_" + rest]
    }
  }

  /// Asks for beginnings alone.
  mutating func dropWholeWords() {
    phrases = []
    joined = []
  }

  /// Whether nothing is asked for.
  var isEmpty: Bool { phrases.isEmpty && joined.isEmpty && beginnings.isEmpty }

  /// As FTS5 reads it.
  var expression: String { expression(of: terms) }

  private func expression(of terms: [Term]) -> String {
    let terms = terms.map { "\"\($0.words)\"" + ($0.isPrefix ? " *" : "") }
    let any = terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    switch field {
    case .anywhere: return any
    case .source: return "source : \(any)"
    case .tags: return "tags : \(any)"
    }
  }

  /// The same, to be looked for in texts, and in headlines with these beginnings besides; nil where
  /// nothing of it may go on in all of them.
  func sought(inHeadlines headlines: [String]) -> SoughtEnd? {
    guard isPrefix || !beginnings.isEmpty else { return nil }
    var end = SoughtEnd(field: field)
    for (words, isPrefix) in terms {
      end.terms.add(words, isPrefix: isPrefix)
      guard isPrefix, let last = words.split(separator: " ").last else { continue }
      end.beginnings.add(String(last), isPrefix: true)
    }
    end.inHeadlines = end.terms
    for beginning in headlines { end.inHeadlines.add(beginning, isPrefix: true) }
    if !end.terms.areWords { end.before = expression(of: terms.map(Self.before)) }
    return end
  }

  /// What stands before the last word of a phrase; a word by itself as it is.
  private static func before(_ term: Term) -> Term {
    guard let space = term.words.lastIndex(of: " ") else { return term }
    return (String(term.words[..<space]), false)
  }

  private typealias Term = (words: String, isPrefix: Bool)

  private var terms: [Term] {
    (phrases + joined).map { ($0, isPrefix) } + beginnings.map { ($0, true) }
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
