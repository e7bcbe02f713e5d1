public import News

/// A change of what was read; the store keeps it in one transaction.
public enum Change: Hashable, Sendable {
  /// These articles are read, or not.
  case mark([ArticleID], read: Bool)
  /// Everything on the shelf is read.
  case markAllRead(Shelf)
  /// The last change that was not undone is undone.
  case undo
}
