/// What a text is looked through for: any of some terms, spelt as the index has them.
struct SoughtTerms {
  /// Words next to each other, or one with its mark.
  fileprivate struct Term {
    let bytes: [UInt8]
    /// Whether the last word may go on.
    let isPrefix: Bool
  }

  fileprivate var terms: [Term] = []
  /// Whether each is one word, so that every piece of a text tells by itself.
  private(set) var areWords = true
  /// The script of all of them; nil where it is none of these, or they are of several.
  private var script: Script?

  /// Adds a term.
  mutating func add(_ words: String, isPrefix: Bool) {
    let term = Term(bytes: Array(words.utf8), isPrefix: isPrefix)
    if term.bytes.contains(0x20) { areWords = false }
    let own = term.bytes.first { $0 != SearchText.mark }.flatMap(Script.init(folded:))
    script = terms.isEmpty || script == own ? own : nil
    terms.append(term)
  }

  /// Whether a text, as it was written, has any letter of theirs: most have letters of one script, and
  /// to fold a text takes long beside this.
  func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let script else { return true }
    return text.contains { script.hasLetters(beginningWith: $0) }
  }

  /// At how many places one of them stands in a column's text, from `start` on, where a word begins;
  /// no more than `most` are looked for.
  func places(in text: [UInt8], from start: Int = 0, upTo most: Int) -> Int {
    text.withUnsafeBufferPointer { text in
      var count = 0
      var place = start
      while place < text.count, count < most {
        if terms.contains(where: { $0.stands(in: text, at: place) }) { count += 1 }
        while place < text.count, text[place] != 0x20 { place += 1 }
        place += 1
      }
      return count
    }
  }
}

extension SoughtTerms {
  /// A script that the first byte of a letter tells.
  enum Script {
    case hebrew, arabic

    /// The script of a folded letter that begins with this byte.
    init?(folded first: UInt8) {
      switch first {
      case 0xD7: self = .hebrew
      case 0xD8...0xDB: self = .arabic
      default: return nil
      }
    }

    /// Whether a letter that is folded to one of these may begin so: presentation forms, too, and what
    /// other languages add.
    func hasLetters(beginningWith byte: UInt8) -> Bool {
      switch self {
      case .hebrew: byte == 0xD7 || byte == 0xEF
      case .arabic: 0xD8...0xDD ~= byte || byte == 0xE0 || byte == 0xEF
      }
    }
  }
}

extension SoughtTerms.Term {
  fileprivate func stands(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let end = place + bytes.count
    guard end <= text.count else { return false }
    for offset in bytes.indices where text[place + offset] != bytes[offset] { return false }
    return isPrefix || end == text.count || text[end] == 0x20
  }
}

/// What an article must have of a question's last word, or of the phrase that ends with it.
struct SoughtEnd {
  /// Where it must stand.
  var field: SearchClause.Field
  /// What texts must have of it.
  var terms = SoughtTerms()
  /// What a headline must: the same, or more.
  var inHeadlines = SoughtTerms()
  /// The beginnings of words in it.
  var beginnings = SoughtTerms()
  /// What else is known of texts that have it, as FTS5 reads it: the words before a phrase's last.
  var before: String?

  init(field: SearchClause.Field) { self.field = field }

  /// The beginnings alone.
  init(beginningsOf other: SoughtEnd) {
    field = other.field
    terms = other.beginnings
    inHeadlines = terms
  }
}
