/// A language the interface speaks.
public enum Language: String, CaseIterable, Sendable {
  case arabic = "ar"
  case english = "en"

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool {
    switch self {
    case .arabic: true
    case .english: false
    }
  }

  /// The phrase in this language; what is inserted stands between U+2068 FSI and U+2069 PDI, so
  /// that text layout keeps its direction to itself (UAX #9).
  public func text(_ phrase: Phrase) -> String { sentence(phrase).text }

  /// The phrase in this language without controls of any kind, for pipes and standard error.
  public func plainText(_ phrase: Phrase) -> String { sentence(phrase).plain }
}

extension Language {
  private func sentence(_ phrase: Phrase) -> Sentence {
    switch self {
    case .arabic: phrase.inArabic
    case .english: phrase.inEnglish
    }
  }
}
