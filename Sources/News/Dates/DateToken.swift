/// A piece of a date in words: a number, a word or a mark.
struct DateToken: Equatable {
  enum Kind: Equatable {
    case number(Int, digits: Int)
    /// A word, folded.
    case word(String)
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// Whether white space stands before it.
  var isApart: Bool

  /// The longest date that is taken to pieces, in scalars.
  static let longest = 160

  /// The pieces of a text; nil where a number is too long for a date or the text is.
  static func tokens(of text: String) -> [DateToken]? {
    let scalars = Array(text.unicodeScalars.prefix(longest + 1))
    guard scalars.count <= longest else { return nil }
    var tokens: [DateToken] = []
    var isApart = true
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      let start = at
      if Digits.value(scalar) != nil {
        var value = 0
        while at < scalars.count, let digit = Digits.value(scalars[at]) {
          guard at - start < 18 else { return nil }
          value = value * 10 + digit
          at += 1
        }
        tokens.append(DateToken(kind: .number(value, digits: at - start), isApart: isApart))
      } else if isLetter(scalar) {
        at = wordEnd(scalars, from: at)
        let word = DateNames.folded(scalars[start..<at])
        if !word.isEmpty { tokens.append(DateToken(kind: .word(word), isApart: isApart)) }
      } else {
        at += 1
        if !isSpace(scalar) {
          tokens.append(DateToken(kind: .mark(scalar), isApart: isApart))
        }
      }
      isApart = isSpace(scalars[at - 1])
    }
    return tokens
  }

  /// Where a word ends. Stops within an abbreviation and quotation marks within a word belong to
  /// it: `a.m.`, `ق.ظ`, `אחה"צ`.
  private static func wordEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var at = start
    while at < scalars.count {
      if isLetter(scalars[at]) {
        at += 1
        continue
      }
      let isInside = at + 1 < scalars.count && isLetter(scalars[at + 1])
      let quotes: Set<Unicode.Scalar> = ["\"", "'", "’", "\u{5F3}", "\u{5F4}"]
      let isAbbreviation =
        scalars[at] == "." && isLetter(scalars[at - 1])
        && (at - start == 1 || scalars[at - 2] == "." || scalars[at - 2] == "\u{640}")
      guard isInside && (isAbbreviation || quotes.contains(scalars[at])) else { return at }
      at += 1
    }
    return at
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "\u{640}"
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// A joiner parts words here, so that سه‌شنبه is read as سه شنبه is.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200C}"
  }
}
