/// An article as the store has it: its row in the list, its text, and who holds it.
public struct StoredArticle: Equatable, Sendable {
  /// Its row in the list.
  public var headline: Headline
  /// Its text.
  public var article: Article
  /// What the reader left at it.
  public var status: ArticleStatus
  /// The sources that hold it.
  public var sources: [SourceID]
}
