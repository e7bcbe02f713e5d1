import Glibc

/// Parts a question into its clauses.
///
/// Nothing in a question can be wrong but what stands after a name and its colon: whatever else is
/// typed is a word.
struct SearchQuestionParser {
  private let text: [Character]
  private let isBeingTyped: Bool
  private var position = 0

  init(_ text: String, isBeingTyped: Bool) {
    self.isBeingTyped = isBeingTyped
    // Controls of direction, which an input method may have put between the letters.
    let visible = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0: false
      default: true
      }
    }
    self.text = Array(String(String.UnicodeScalarView(visible)))
  }

  /// The clauses, in the question's order.
  mutating func clauses() throws(SearchFault) -> [SearchClause] {
    var clauses: [SearchClause] = []
    while skipSpaces(), clauses.count <= SearchQuestion.mostWords {
      let isNegated = takeMinus()
      guard let condition = try condition() else { continue }
      clauses.append(SearchClause(condition: condition, isNegated: isNegated))
    }
    return clauses
  }
}

extension SearchQuestionParser {
  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "«": "»", "„": "“"]

  private mutating func skipSpaces() -> Bool {
    while position < text.count, text[position].isWhitespace { position += 1 }
    return position < text.count
  }

  /// A minus before something, which asks for what is without it.
  private mutating func takeMinus() -> Bool {
    guard text[position] == "-" || text[position] == "−", position + 1 < text.count,
      !text[position + 1].isWhitespace
    else { return false }
    position += 1
    return true
  }

  /// The next condition; nil where what stands there has nothing to look for.
  private mutating func condition() throws(SearchFault) -> SearchClause.Condition? {
    let start = position
    guard let name = takeName() else { return words(in: .anywhere) }
    let found: SearchClause.Condition?
    switch name {
    case "source": found = words(in: .source)
    case "tag": found = words(in: .tags)
    case "lang": found = language()
    case "is": found = try state()
    case "before": found = try time().map { .until($0.lowerBound) }
    case "after": found = try time().map { .since($0.upperBound) }
    default:
      position = start
      return words(in: .anywhere)
    }
    if found == nil, !isBeingTyped { throw .noValue(name) }
    return found
  }

  /// A name and its colon.
  private mutating func takeName() -> String? {
    var end = position
    while end < text.count, text[end].isASCII, text[end].isLetter { end += 1 }
    guard end > position, end < text.count, text[end] == ":" else { return nil }
    defer { position = end + 1 }
    return String(text[position..<end]).lowercased()
  }

  /// How a value stands in a question.
  private enum Quotation {
    case none, closed
    /// The second mark is still to come.
    case open
  }

  /// What stands up to the next space, or between quotation marks.
  private mutating func value() -> (text: String, quotation: Quotation) {
    guard position < text.count, let close = Self.quotes[text[position]] else {
      let start = position
      while position < text.count, !text[position].isWhitespace { position += 1 }
      return (String(text[start..<position]), .none)
    }
    let start = position + 1
    position = start
    while position < text.count, text[position] != close { position += 1 }
    defer { position = min(position + 1, text.count) }
    return (String(text[start..<position]), position < text.count ? .closed : .open)
  }

  private mutating func words(in field: SearchClause.Field) -> SearchClause.Condition? {
    let (text, quotation) = value()
    guard var words = FoldedWords(text, isPhrase: quotation != .none) else { return nil }
    // One word is no phrase before it is closed.
    if quotation == .open, words.words.count == 1 { words.isPhrase = false }
    words.isOpen = quotation == .open
    return .words(words, in: field)
  }

  private mutating func language() -> SearchClause.Condition? {
    DocumentFolder.terms(ofLanguage: value().text).last.map { .language($0) }
  }

  private mutating func state() throws(SearchFault) -> SearchClause.Condition? {
    let text = value().text
    switch text.lowercased() {
    case "": return nil
    case "unread": return .unread(true)
    case "read": return .unread(false)
    case "starred": return .starred
    default: throw .state(text)
    }
  }

  /// A date in seconds; what has no time of day is a whole day, what has no day a whole month or year,
  /// by the reader's clock.
  private mutating func time() throws(SearchFault) -> Range<Int64>? {
    let text = value().text
    guard !text.isEmpty else { return nil }
    if let date = ArticleDate(reading: text) { return date.seconds..<max(date.end, date.seconds) }
    guard let time = Self.monthOrYear(text) else { throw .date(text) }
    return time
  }

  /// `YYYY` or `YYYY-MM`.
  private static func monthOrYear(_ text: String) -> Range<Int64>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.unicodeScalars.reduce(Int?(0)) { sum, scalar in
        sum.flatMap { sum in Digits.value(scalar).map { sum * 10 + $0 } }
      }
    }
    guard 1...2 ~= parts.count, text.unicodeScalars.count <= 7, let year = parts[0],
      1900...2199 ~= year, let month = parts.count == 2 ? parts[1] : 1
    else { return nil }
    let next = parts.count == 1 ? (year + 1, 1) : (year + month / 12, month % 12 + 1)
    guard let start = ArticleDate(reading: "\(year)-\(month)-1"),
      let end = ArticleDate(reading: "\(next.0)-\(next.1)-1")
    else { return nil }
    return start.seconds..<end.seconds
  }
}

extension ArticleDate {
  /// The first second after it: after its day, where it has no time.
  fileprivate var end: Int64 {
    guard !hasTime else { return seconds + 1 }
    var noon = time_t(clamping: seconds + 36 * 3600)
    var fields = tm()
    guard localtime_r(&noon, &fields) != nil else { return seconds + 24 * 3600 }
    fields.tm_hour = 0
    fields.tm_min = 0
    fields.tm_sec = 0
    fields.tm_isdst = -1
    return Int64(mktime(&fields))
  }
}
