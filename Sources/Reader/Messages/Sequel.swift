/// What is done with the row that a question was for.
public enum Sequel: Hashable, Sendable {
  /// The cursor goes there.
  case select
  /// The cursor goes there, and its article is opened.
  case open
}
