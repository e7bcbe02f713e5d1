/// The base direction of a text, as a file states it or its language implies it.
public enum WritingDirection: String, Hashable, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction a language is written in, by its tag's script, else its primary subtag.
  ///
  /// Nil for a language whose script is not known here.
  public init?(language tag: String) {
    let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let primary = parts.first else { return nil }
    if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
      self = Self.rightToLeftScripts.contains(script) ? .rightToLeft : .leftToRight
    } else {
      self = Self.rightToLeftLanguages.contains(primary) ? .rightToLeft : .leftToRight
    }
  }

  private static let rightToLeftScripts: Set<Substring> = [
    "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand", "samr", "aran", "mend",
  ]
  private static let rightToLeftLanguages: Set<Substring> = [
    "ar", "arb", "arz", "ary", "apc", "he", "iw", "fa", "pes", "prs", "ur", "ps", "ckb", "sd",
    "ug", "ks", "yi", "ji", "dv", "syr", "arc", "nqo", "azb", "bal", "glk", "lrc", "mzn", "pnb",
    "skr", "rhg", "man",
  ]
}
