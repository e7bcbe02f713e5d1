/// What one row of the list needs to know of an article; it costs no look at the body.
public struct Headline: Equatable, Sendable {
  /// The article.
  public var id: ArticleID
  /// Where it stands in the list.
  public var rank: Rank
  /// Counts up whenever the article's text changes; with `id` it names one state of the text.
  public var revision: Int
  /// The headline.
  public var title: String
  /// The name of who published it.
  public var publication: String?
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

  /// A row of the list.
  public init(
    id: ArticleID, rank: Rank, revision: Int = 0, title: String, publication: String? = nil,
    date: ArticleDate? = nil, dateText: String? = nil, language: String? = nil,
    direction: WritingDirection? = nil, url: String? = nil, isUnread: Bool = true
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
    self.isUnread = isUnread
  }
}

/// The counts the store keeps, so that no key has to count.
public struct Tally: Equatable, Sendable {
  /// How many articles there are.
  public var all: Int
  /// How many of them were not read.
  public var unread: Int
  /// How many headlines are written from right to left.
  public var rightToLeft: Int

  /// Counts of a source or of the library.
  public init(all: Int = 0, unread: Int = 0, rightToLeft: Int = 0) {
    self.all = all
    self.unread = unread
    self.rightToLeft = rightToLeft
  }
}

/// A source: one PATH that the library takes news from.
public struct Source: Equatable, Sendable {
  /// Its number in the store.
  public var id: SourceID
  /// The path, absolute.
  public var path: String
  /// What it holds.
  public var tally: Tally

  /// A source at `path`.
  public init(id: SourceID, path: String, tally: Tally) {
    self.id = id
    self.path = path
    self.tally = tally
  }
}
