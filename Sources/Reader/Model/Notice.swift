public import Words

/// What the bottom bar says.
public struct Notice: Equatable, Sendable {
  /// What is said.
  public var phrase: Phrase
  /// Whether it is something that went wrong.
  public var isFailure: Bool
}
