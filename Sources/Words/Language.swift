/// A language the interface speaks.
public enum Language: String, CaseIterable, Sendable {
  case arabic = "ar"
  case english = "en"

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool { self == .arabic }
}
