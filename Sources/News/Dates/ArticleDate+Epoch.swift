extension ArticleDate {
  /// An instant as a number: seconds since 1970 where it has 9 to 11 digits, milliseconds with 12
  /// to 14, microseconds with 15 to 17; a fraction is left out. Nil for any other text.
  init?(epoch text: String) {
    var value: Int64 = 0
    var digits = 0
    var scalars = Self.withoutWrapping(DateScanner.withoutControls(text)).unicodeScalars[...]
    while let scalar = scalars.first, let digit = Digits.value(scalar), digits < 18 {
      value = value * 10 + Int64(digit)
      digits += 1
      scalars = scalars.dropFirst()
    }
    if scalars.first == "." {
      guard scalars.dropFirst().allSatisfy({ Digits.value($0) != nil }) else { return nil }
    } else if !scalars.isEmpty {
      return nil
    }
    switch digits {
    case 9...11: break
    case 12...14: value /= 1000
    case 15...17: value /= 1_000_000
    default: return nil
    }
    self.init(seconds: value, offset: 0, hasTime: true)
  }

  /// The number within what .NET writes, `/Date(1710258300000+0300)/`; the offset says nothing of
  /// the instant.
  private static func withoutWrapping(_ text: String) -> Substring {
    guard text.hasPrefix("/Date("), text.hasSuffix(")/") else { return text[...] }
    return text.dropFirst(6).dropLast(2).prefix { $0 != "+" && $0 != "-" }
  }
}
