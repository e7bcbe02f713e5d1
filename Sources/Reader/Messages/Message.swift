public import Display
public import News
public import Words

/// What happened, and the answers to what was asked; the only way anything reaches the model.
public enum Message: Equatable, Sendable {
  /// The reader begins; `now` is in seconds since 1970-01-01T00:00:00Z.
  case started(now: Int64)
  /// The sources that were named are in the library now: these are what the list shows.
  case opened([SourceID])
  /// The program ends: what has to be kept is to be written now.
  case leaving
  /// The program is about to end, once what was written is kept.
  case saving
  /// A key was pressed.
  case key(Key)
  /// The terminal has another size.
  case resized(Size)
  /// A minute went by.
  case tick(now: Int64)

  /// The answer to `Question.window`.
  case window(HeadlineWindow, of: Shelf, Standing)
  /// The answer to a question for a row; nil where there is none.
  case row(FoundRow?, Question)
  /// The answer to `Question.hits`; what is not in the library any more is left out.
  case hits([Headline], Question, Standing)
  /// The answer to `Question.article`.
  case article(Headline, Article, ArticleStatus)
  /// The answer to `Question.status`: the row of that article, or of the one that it has become.
  case status(ArticleID, Headline, ArticleStatus)
  /// The answer to `Question.version`.
  case version(Headline, Article, of: ArticleID, isWanted: Bool)
  /// The answer to `Question.tags`: the article's own, and all that are known.
  case tags(of: ArticleID, own: [String], known: [String])
  /// The article that was asked for is not in the library any more.
  case gone(ArticleID)
  /// The store could not answer, and why.
  case unanswered(Question, Phrase)

  /// A change is kept.
  case written(Change, Written)
  /// A change could not be kept, and why.
  case writeFailed(Change, Phrase)

  /// Where a row stands in its list.
  case placed(Ticket, place: Int, count: Int)
  /// What a search found, the first hits or all, and in how much of the library, where that is not
  /// the whole.
  case found(Ticket, [Rank], isWhole: Bool, in: Indexed? = nil)
  /// How far a scan has come.
  case scanning(Ticket, files: Int, articles: Int, percent: Int?, megabytes: Int? = nil)
  /// A scan is done.
  case scanned(Ticket, new: Int, changed: Int, problems: Int)
  /// A job ended without a result, and why.
  case jobFailed(Ticket, Phrase)

  /// Files of the library changed, and a look at them would find how.
  case filesChanged
  /// What is in the store changed, by a scan or by another process.
  case libraryChanged
  /// Something is wrong that the reader should know of.
  case problem(Phrase)
  /// Something that the library does by itself, which a reader should know of.
  case news(Phrase)
}
