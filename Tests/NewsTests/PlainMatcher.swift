import Foundation

@testable import News

/// An article as the plain matcher sees it.
struct PlainArticle {
  let rank: Rank
  let seconds: Int64
  let isUnread: Bool
  let language: String
  /// The words of headline, body, source and tags.
  let fields: [[PlainWord]]

  init(_ row: Headline, _ article: Article) {
    rank = row.rank
    seconds = row.date?.seconds ?? 0
    isUnread = row.isUnread
    language = row.language ?? ""
    fields = [
      row.title, article.body.map(\.text).joined(separator: " "), row.publication ?? "",
      article.tags.joined(separator: " "),
    ].map(PlainWord.all)
  }
}

/// A word as anyone would fold it with Foundation at hand.
struct PlainWord: Equatable {
  var letters: String
  var signs = ""
  /// The word that ZWNJ makes of it and those around it; empty where there is none.
  var joined = ""
  /// What is left where the small words of Arabic are taken off.
  var rests: [String] = []

  static func all(_ text: String) -> [PlainWord] {
    fold(text).split(separator: " ").flatMap { part in
      let pieces = part.unicodeScalars.split(separator: "\u{200C}").map { String($0) }
      return pieces.map { piece in
        let letters = piece.filter { $0 != "+" && $0 != "#" }
        return PlainWord(
          letters: letters, signs: piece == letters ? "" : piece,
          joined: pieces.count > 1 ? pieces.joined() : "", rests: rests(letters).rests)
      }
    }
  }

  private static func fold(_ text: String) -> String {
    var folded = ""
    let hamza = text.replacing("ؤ", with: "ء").replacing("ئ", with: "ء")
    for scalar in hamza.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar {
      case "ى", "ی": folded += "ي"
      case "ک": folded += "ك"
      case "ة": folded += "ه"
      case "ך": folded += "כ"
      case "ם": folded += "מ"
      case "ן": folded += "נ"
      case "ף": folded += "פ"
      case "ץ": folded += "צ"
      case "ـ": continue
      case "\u{200C}", "+", "#": folded.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      case _ where scalar.properties.numericType == .decimal:
        folded += String(Int(scalar.properties.numericValue ?? 0))
      case _ where scalar.properties.isAlphabetic: folded.unicodeScalars.append(scalar)
      default: folded += " "
      }
    }
    return folded
  }

  static func rests(_ letters: String) -> (rests: [String], hasArticle: Bool) {
    if let match = letters.wholeMatch(of: /[وف]?(?:[بكل]?ال|لل)(...+)/) {
      return ([String(match.1)], true)
    }
    var rests: [String] = []
    if let match = letters.wholeMatch(of: /[وف](...+)/) { rests.append(String(match.1)) }
    if let match = (rests.first ?? letters).wholeMatch(of: /[بكل](...+)/) {
      rests.append(String(match.1))
    }
    return (rests, false)
  }
}

/// Says whether an article is what a question asks for, by reading all of it.
enum PlainMatcher {
  private struct Clause {
    var isNegated: Bool
    var name: String
    var value: String
    var isQuoted: Bool

    /// Whether the index of words is asked for it.
    var asksForWords: Bool { !["is", "after", "before"].contains(name) }

    /// The word of a clause that asks for one word anywhere.
    var plainWord: String? {
      let words = PlainWord.all(value)
      guard !isNegated, name.isEmpty, !isQuoted, words.count == 1, words[0].signs.isEmpty else {
        return nil
      }
      return words[0].letters
    }
  }

  static func fits(
    _ article: PlainArticle, _ question: String, end: SearchEnd = .word
  ) -> Bool {
    let clauses = question.matches(of: /(-?)(?:([a-z]+):)?("[^"]*"|\S+)/).map { match in
      Clause(
        isNegated: match.1 == "-", name: match.2.map(String.init) ?? "",
        value: match.3.filter { $0 != "\"" }, isQuoted: match.3.hasPrefix("\""))
    }
    return clauses.indices.allSatisfy { index in
      let clause = clauses[index]
      let isSo =
        switch clause.name {
        case "is": article.isUnread == (clause.value == "unread")
        case "lang": clause.value == "-" ? !clause.isNegated : article.language == clause.value
        case "after": article.seconds >= midnight(clause.value, plus: 1)
        case "before": article.seconds < midnight(clause.value, plus: 0)
        default:
          index == clauses.count - 1 && end != .word && !clause.isNegated && !clause.isQuoted
            ? goesOn(article, clauses, end) : hasWords(article, clauses, index)
        }
      return isSo != clause.isNegated
    }
  }

  private static func midnight(_ text: String, plus days: Int) -> Int64 {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let components = DateComponents(year: parts[0], month: parts[1], day: parts[2] + days)
    return Int64(Calendar.current.date(from: components)?.timeIntervalSince1970 ?? 0)
  }

  /// The article and what may stand before it.
  private static let articles = ["", "ب", "ك", "ل"].flatMap { small in
    ["", "و", "ف"].flatMap { first in ["ال", "لل"].map { first + small + $0 } }
  }

  /// Whether an article has the last word, or one that begins with it.
  private static func goesOn(
    _ article: PlainArticle, _ clauses: [Clause], _ end: SearchEnd
  ) -> Bool {
    let clause = clauses[clauses.count - 1]
    guard let last = PlainWord.all(clause.value).last, last.signs.isEmpty else {
      return hasWords(article, clauses, clauses.count - 1)
    }
    let word = last.letters
    let taken = articles.first(where: word.hasPrefix)?.count ?? 0
    let letters =
      ["وا", "فا", "با", "كا", "لا"].contains(word) ? 0 : word.count - taken
    let rest =
      taken > 0 && word.count > taken ? String(word.dropFirst(taken)) : nil
    if letters >= (end == .typed ? 2 : 3) {
      return hasWords(article, clauses, clauses.count - 1, mayGoOn: true)
        || letters < 3 && clause.plainWord != nil
          && article.fields.contains { $0.contains { $0.begins(with: rest) } }
    }
    guard clause.plainWord != nil else { return hasWords(article, clauses, clauses.count - 1) }
    if article.fields[0].contains(where: { $0.begins(with: word) || $0.begins(with: rest) }) {
      return true
    }
    if letters >= 2 || end == .typed, let rest,
      article.fields.contains(where: {
        $0.contains { found in
          found.letters.hasPrefix(word)
            || (found.rests + [found.joined]).contains { $0.hasPrefix(rest) }
        }
      })
    {
      return true
    }
    let isAlone = clauses.dropLast().allSatisfy { $0.isNegated || !$0.asksForWords }
    return (end == .typed || !isAlone) && hasWords(article, clauses, clauses.count - 1)
  }

  private static func hasWords(
    _ article: PlainArticle, _ clauses: [Clause], _ index: Int, mayGoOn: Bool = false
  ) -> Bool {
    let clause = clauses[index]
    let wanted = PlainWord.all(clause.value)
    if wanted.isEmpty { return !clause.isNegated }
    let fields =
      switch clause.name {
      case "source": [article.fields[2]]
      case "tag": [article.fields[3]]
      default: article.fields
      }
    if wanted.count > 1 {
      let whole = wanted.map(\.letters).joined()
      let words = wanted.map { $0.signs.isEmpty ? $0.letters : $0.signs }
      return fields.contains { field in
        (clause.isQuoted ? spellings(words) : [words]).contains { has($0, in: field, mayGoOn) }
          || !clause.isQuoted && field.contains { stands(whole, as: $0, mayGoOn) }
      }
    }
    if !wanted[0].signs.isEmpty {
      return fields.contains { $0.contains { $0.signs == wanted[0].signs } }
    }
    let word = wanted[0].letters
    let (rests, hasArticle) = PlainWord.rests(word)
    var words = [word] + rests.filter { hasArticle || $0.count > 3 }
    if clause.plainWord != nil {
      let before = index > 0 ? clauses[index - 1].plainWord : nil
      let after = index + 1 < clauses.count ? clauses[index + 1].plainWord : nil
      words += [before.map { $0 + word }, after.map { word + $0 }].compactMap(\.self)
    }
    return fields.contains { field in
      field.contains { found in words.contains { stands($0, as: found, mayGoOn) } }
        || word.count > 3
          && ["مي", "ها"].contains { affix in
            word.hasPrefix(affix) && affix == "مي"
              && has([affix, word.dropping(affix)], in: field, mayGoOn)
              || word.hasSuffix(affix) && affix == "ها"
                && has([String(word.dropLast(2)), affix], in: field, mayGoOn)
          }
    }
  }

  /// Words as they stand, and with «می» and «ها» in one with their neighbours.
  private static func spellings(_ words: [String]) -> [[String]] {
    guard let first = words.first, words.count > 1 else { return [words] }
    let apart = spellings(Array(words.dropFirst())).map { [first] + $0 }
    guard first == "مي" || words[1] == "ها" else { return apart }
    return apart + spellings([first + words[1]] + words.dropFirst(2))
  }

  private static func stands(_ word: String, as found: PlainWord, _ mayGoOn: Bool) -> Bool {
    mayGoOn
      ? found.begins(with: word)
      : found.letters == word || found.joined == word || found.rests.contains(word)
  }

  private static func has(_ words: [String], in field: [PlainWord], _ mayGoOn: Bool) -> Bool {
    field.indices.contains { start in
      start + words.count <= field.count
        && zip(words, field[start...]).dropLast(mayGoOn ? 1 : 0).allSatisfy {
          $0 == $1.letters || $0 == $1.signs
        }
        && (!mayGoOn
          || words.last.map { field[start + words.count - 1].letters.hasPrefix($0) } == true)
    }
  }
}

extension PlainWord {
  /// Whether it begins so, or what is looked for instead of it; nothing does with nil.
  fileprivate func begins(with beginning: String?) -> Bool {
    guard let beginning else { return false }
    return ([letters, joined] + rests).contains { $0.hasPrefix(beginning) }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String { String(dropFirst(prefix.count)) }
}
