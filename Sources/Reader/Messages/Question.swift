public import News

/// What the model has to know of the store before the next message is looked at.
///
/// Each costs one index and at most 300 rows; the answer is a `Message`, and questions are
/// answered in the order they are asked.
public enum Question: Hashable, Sendable {
  /// The rows around a rank, or at the list's start. Answer: `.window`.
  case window(Shelf, around: Rank?)
  /// The row next to `from`, or the list's first or last where `from` is nil. Answer: `.row`.
  case row(Shelf, Step, from: Rank?, then: Sequel)
  /// The next unread row after `from`. Answer: `.row`.
  case unread(Shelf, Step, from: Rank?, then: Sequel)
  /// The row that is `rows` away from `from`, or the last before the list ends. Answer: `.row`.
  case page(Shelf, Step, from: Rank?, rows: Int, then: Sequel)
  /// The rows of these hits of a search, at most 300; how the shelf stands comes with them. Answer:
  /// `.hits`.
  case hits([Rank], over: Shelf, then: Sequel)
  /// An article with its body. Answer: `.article`, or `.gone`.
  case article(ArticleID)
  /// How an article stands: its row, and what was left at it. Answer: `.status`, or `.gone`.
  case status(ArticleID)
  /// What the open article says by now; `isWanted` where that is to be shown, else it is only
  /// compared. Answer: `.version`, or `.gone`.
  case version(of: ArticleID, isWanted: Bool)
  /// The tags of an article, and all there are. Answer: `.tags`.
  case tags(of: ArticleID)
}
