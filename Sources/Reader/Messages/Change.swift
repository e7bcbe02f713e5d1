public import News

/// A change of what a reader keeps; the store keeps it in one transaction.
public enum Change: Hashable, Sendable {
  /// These articles have these marks.
  case mark([ArticleID], [Mark])
  /// Everything on the shelf is read.
  case markAllRead(Shelf)
  /// The last change that was not undone is undone.
  case undo
  /// What was undone last is done again.
  case redo
  /// An article was read to this place; nil is its start. It can't be undone.
  case place(ArticleID, TextPlace?)
}
