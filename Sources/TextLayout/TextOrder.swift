/// In which order text is given back.
public enum TextOrder: Hashable, Sendable {
  /// As a screen shows it, from left to right, letters shaped.
  case visual
  /// As it is read and stored.
  case logical
}
