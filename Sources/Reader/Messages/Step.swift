/// A way through a list.
public enum Step: Hashable, Sendable {
  /// Down the list: to what is older.
  case next
  /// Up the list: to what is newer.
  case previous
}
