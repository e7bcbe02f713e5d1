/// Something that a reader sets or takes off an article.
public enum Mark: Hashable, Sendable {
  /// It was read, or not.
  case read(Bool)
  /// It is starred, or not.
  case starred(Bool)
  /// It has this tag, or not. A tag is spelt as `TagText` leaves it.
  case tag(String, Bool)
}
