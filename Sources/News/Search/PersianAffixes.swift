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

  /// Whether a text may have the word parted by ZWNJ.
  static func mayBeJoined(_ word: String) -> Bool { !apart(word).isEmpty }
}
