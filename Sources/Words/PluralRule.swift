/// Whose rule decides the form of a counted noun.
enum PluralRule: Sendable, CaseIterable {
  case arabic, english, hebrew, persian, urdu
}
