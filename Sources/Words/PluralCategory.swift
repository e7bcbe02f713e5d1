/// The grammatical form a number asks of the noun beside it, as Unicode CLDR names them.
enum PluralCategory: Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The form that a whole number asks for by a language's rule (CLDR, `plurals.xml`).
  init(_ number: Int, _ rule: PluralRule) {
    let count = number.magnitude
    self =
      switch rule {
      case .arabic: Self.arabic(count)
      case .hebrew: count == 1 ? .one : count == 2 ? .two : .other
      case .persian: count <= 1 ? .one : .other
      case .english, .urdu: count == 1 ? .one : .other
      }
  }
}

extension PluralCategory {
  private static func arabic(_ count: UInt) -> PluralCategory {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
