/// What Persian writes with ZWNJ, with a space or in one word with its neighbour: «می‌خواهند»,
/// «می خواهند», «میخواهند».
///
/// The index has joined what ZWNJ parts; a question in one word is parted here, where it begins or
/// ends with one of these.
enum PersianAffixes {
  // Folded: ی is ي.
  private static let before = ["نمي", "مي"]
  private static let after = [
    "هايشان", "هايمان", "هايتان", "هايي", "هايم", "هايت", "هايش", "هاي", "ها", "ترين", "تر",
    "شان", "مان", "تان", "اند", "ايم", "ايد", "اي",
  ]

  /// A word as two, where it may be.
  static func apart(_ word: String) -> [String] {
    var spellings: [String] = []
    for affix in before where word.hasPrefix(affix) && word.count >= affix.count + 2 {
      spellings.append("\(affix) \(word.dropFirst(affix.count))")
      break
    }
    for affix in after where word.hasSuffix(affix) && word.count >= affix.count + 2 {
      spellings.append("\(word.dropLast(affix.count)) \(affix)")
      break
    }
    return spellings
  }

  /// Words that stand next to each other as they stand where one or more of these are written in one
  /// with their neighbours; none where that can't be.
  static func joined(_ words: [String]) -> [[String]] {
    guard words.count > 1 else { return [] }
    var spellings: [[String]] = [[words[0]]]
    for (word, next) in zip(words, words.dropFirst()) {
      let isJoined =
        before.contains(word) && next.count >= 2 || after.contains(next) && word.count >= 2
      var ones = isJoined && spellings.count < mostSpellings ? spellings : []
      for index in ones.indices { ones[index][ones[index].count - 1] += next }
      spellings = spellings.map { $0 + [next] } + ones
    }
    return Array(spellings.dropFirst())
  }

  /// No more spellings of a phrase are looked for than twice so many.
  private static let mostSpellings = 8

  /// Whether a text may have the word parted by ZWNJ.
  static func mayBeJoined(_ word: String) -> Bool { !apart(word).isEmpty }
}
