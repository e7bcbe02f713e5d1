public import Words

/// How the reader wants things shown.
public struct Look: Hashable, Sendable {
  /// Which way the list reads.
  public enum ListDirection: String, CaseIterable, Sendable {
    /// As most of its headlines do.
    case automatic = "auto"
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// The language of the interface.
  public var language: Language
  /// Whether harakat and niqqud are shown.
  public var keepsMarks: Bool
  /// Which way the list reads.
  public var direction: ListDirection
  /// Whether opening an article marks it read.
  public var opensAsRead: Bool

  /// A look; what is not told is as most readers want it.
  public init(
    language: Language = .english, keepsMarks: Bool = false, direction: ListDirection = .automatic,
    opensAsRead: Bool = true
  ) {
    self.language = language
    self.keepsMarks = keepsMarks
    self.direction = direction
    self.opensAsRead = opensAsRead
  }
}
