/// Which articles a list has, and what orders them.
public enum ListKind: Hashable, Sendable {
  /// All, newest first.
  case all
  /// Those that are starred, newest first.
  case starred
  /// Those that were read one by one, the one read last first.
  case history
}
