/// What one row of the list needs to know of an article; it costs no look at the body.
public struct Headline: Equatable, Sendable {
  /// The article.
  public var id: ArticleID
  /// Where it stands in the list; in the history a place of its own.
  public var rank: Rank
  /// Counts up whenever the article's text changes; with `id` it names one state of the text.
  public var revision: Int
  /// The headline.
  public var title: String
  /// The name of who published it.
  public var publication: String?
  /// The names of others who published the same article.
  public var alsoIn: [String]
  /// When it was published.
  public var date: ArticleDate?
  /// The date as it was written, where it could not be read.
  public var dateText: String?
  /// The language, an RFC 5646 tag.
  public var language: String?
  /// The base direction of the article, stated or by its language.
  public var direction: WritingDirection?
  /// The address.
  public var url: String?
  /// Whether it was not read yet.
  public var isUnread: Bool
  /// Whether it is starred.
  public var isStarred: Bool
  /// When it was read, in seconds since 1970-01-01T00:00:00Z; known only in the history.
  public var readAt: Int64?

  /// A row of the list.
  public init(
    id: ArticleID, rank: Rank, revision: Int = 0, title: String, publication: String? = nil,
    date: ArticleDate? = nil, dateText: String? = nil, language: String? = nil,
    direction: WritingDirection? = nil, url: String? = nil, alsoIn: [String] = [],
    isUnread: Bool = true, isStarred: Bool = false, readAt: Int64? = nil
  ) {
    self.id = id
    self.rank = rank
    self.revision = revision
    self.title = title
    self.publication = publication
    self.date = date
    self.dateText = dateText
    self.language = language
    self.direction = direction
    self.url = url
    self.alsoIn = alsoIn
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.readAt = readAt
  }
}
