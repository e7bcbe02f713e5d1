/// What a reader looks for: words, all of them, and what else must be so.
///
///     "a phrase"  -without  source:words  tag:words  lang:ar  is:unread  after:2024-01-31
///
/// A word is found in headline, body, source and tags, in any spelling that folds to the same, and
/// under the small words that Arabic writes before it. What reads like an operator of the database
/// is a word like any other.
public struct SearchQuestion: Hashable, Sendable {
  /// What may stand after `is:`.
  public static let states = ["unread", "read", "starred"]

  /// The question as it was typed.
  public let text: String

  /// What must be so, in the order of the question.
  let clauses: [SearchClause]

  /// The most words that a question has.
  static let mostWords = 100

  /// Reads a question.
  ///
  /// - Throws: where it says nothing, or what can't be understood.
  public init(_ text: String) throws(SearchFault) {
    try self.init(text, isBeingTyped: false)
  }

  /// Reads a question as it is typed: a name asks for nothing before something stands after it.
  ///
  /// - Throws: where it says nothing, or what can't be understood.
  public init(typed text: String) throws(SearchFault) {
    try self.init(text, isBeingTyped: true)
  }

  private init(_ text: String, isBeingTyped: Bool) throws(SearchFault) {
    self.text = text
    var parser = SearchQuestionParser(text, isBeingTyped: isBeingTyped)
    clauses = try parser.clauses()
    let words = clauses.reduce(0) { $0 + $1.words }
    guard words <= Self.mostWords else { throw .tooLong(Self.mostWords) }
    guard !clauses.isEmpty else { throw .nothing }
  }
}

extension SearchQuestion {
  /// Whether only what was read, or only what was not, is asked for.
  func asksForRead(_ isRead: Bool) -> Bool {
    clauses.contains { $0.condition == .unread(isRead == $0.isNegated) }
  }
}

/// One thing that a question asks for.
struct SearchClause: Hashable, Sendable {
  /// Where words are looked for.
  enum Field: Sendable {
    case anywhere, source, tags
  }

  /// What is asked for.
  enum Condition: Hashable, Sendable {
    /// Words in this order, next to each other: one for a plain word, several for a phrase and for
    /// what has a mark within, as `AT&T`.
    case words(FoldedWords, in: Field)
    /// A language, as `DocumentFolder.terms` spells it.
    case language(String)
    case unread(Bool)
    case starred
    /// Published at this second since 1970 or later.
    case since(Int64)
    /// Published before this second.
    case until(Int64)
  }

  var condition: Condition
  /// Whether it must not be so.
  var isNegated = false

  fileprivate var words: Int {
    if case .words(let words, _) = condition { words.words.count } else { 1 }
  }
}

/// The words of a piece of a question.
struct FoldedWords: Hashable, Sendable {
  /// Each folded, as UTF-8.
  var words: [String]
  /// Whether they may as well be written in one: they stood together, with ZWNJ or a hyphen between.
  var isJoined = false
  /// Whether they were within quotation marks.
  var isPhrase = false
  /// Whether the second quotation mark is still to come, so that the last word may go on.
  var isOpen = false

  /// The words of `text`; nil where it has none.
  init?(_ text: String, isPhrase: Bool = false) {
    var folder = WordFolder()
    var bytes: [UInt8] = []
    var words: [String] = []
    var text = text
    text.withUTF8 { text in
      folder.begin()
      while let word = folder.next(in: text, into: &bytes), words.count <= SearchQuestion.mostWords
      {
        let end = word.range.upperBound
        let signs = String(decoding: text[end..<end + word.signs], as: UTF8.self)
        let letters = String(decoding: bytes, as: UTF8.self)
        words.append(signs.isEmpty ? letters : "_" + letters + signs)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    guard !words.isEmpty else { return nil }
    self.words = words
    self.isPhrase = isPhrase
    isJoined = !isPhrase && words.count > 1 && !words.contains { $0.hasPrefix("_") }
  }
}
