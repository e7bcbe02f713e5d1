/// One piece of news as a file told it.
///
/// An article is what was published; whether it was read is another matter and is kept elsewhere
/// (`NewsStore`), since marks outlive articles.
public struct Article: Equatable, Sendable {
  /// The id its publisher gave it, as text; nil where the file has none.
  public var ownID: String?
  /// The headline.
  public var title: String
  /// The over-line above the headline.
  public var kicker: String?
  /// When it was published.
  public var date: ArticleDate?
  /// The date as it was written, where it could not be read.
  public var dateText: String?
  /// The date by the other order of day and month, where that makes one, of an article that has
  /// neither id nor address.
  var otherDate: ArticleDate?
  /// When it was last changed, where the file says so.
  public var modified: ArticleDate?
  /// Who published it.
  public var publication: Publication?
  /// The names of others who published the same; a file says nothing of them, a library does.
  public var alsoIn: [String] = []
  /// Who wrote it, in order.
  public var authors: [String]
  /// The language, an RFC 5646 tag such as `ar` or `fa-IR`.
  public var language: String?
  /// The base direction that the file states, if it states one.
  public var direction: WritingDirection?
  /// The address of the article.
  public var url: String?
  /// A summary in plain text.
  public var summary: String?
  /// Where the report comes from, as newspapers put it before the first sentence.
  public var dateline: String?
  /// The body, block by block.
  public var body: [Block]
  /// The picture that goes with the headline.
  public var image: Picture?
  /// Subjects, in the file's order.
  public var tags: [String]
  /// How often it was commented on, liked, shared, seen.
  public var counters: Counters
  /// What the program that wrote the file knew of its reader; nil where it says nothing.
  public var marks: StatedMarks?

  /// An article with a headline and what else is known of it.
  public init(
    ownID: String? = nil, title: String, kicker: String? = nil, date: ArticleDate? = nil,
    dateText: String? = nil, modified: ArticleDate? = nil, publication: Publication? = nil,
    authors: [String] = [], language: String? = nil, direction: WritingDirection? = nil,
    url: String? = nil, summary: String? = nil, dateline: String? = nil, body: [Block] = [],
    image: Picture? = nil, tags: [String] = [], counters: Counters = Counters(),
    marks: StatedMarks? = nil
  ) {
    self.ownID = ownID
    self.title = title
    self.kicker = kicker
    self.date = date
    self.dateText = dateText
    self.modified = modified
    self.publication = publication
    self.authors = authors
    self.language = language
    self.direction = direction
    self.url = url
    self.summary = summary
    self.dateline = dateline
    self.body = body
    self.image = image
    self.tags = tags
    self.counters = counters
    self.marks = marks
  }
}
