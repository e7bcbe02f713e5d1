public import Display
public import News
public import Words

/// What happened, and the answers to what was asked; the only way anything reaches the model.
public enum Message: Equatable, Sendable {
  /// The reader begins; `now` is in seconds since 1970-01-01T00:00:00Z.
  case started(now: Int64)
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
  /// The answer to `Question.article`.
  case article(Headline, Article)
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
  /// How far a scan has come.
  case scanning(Ticket, files: Int, articles: Int)
  /// A scan is done.
  case scanned(Ticket, new: Int, changed: Int, problems: Int)
  /// A job ended without a result, and why.
  case jobFailed(Ticket, Phrase)

  /// What is in the store changed, by a scan or by another process.
  case libraryChanged
  /// Something is wrong that the reader should know of.
  case problem(Phrase)
}

/// How the shelf's sources stand: their counts, and the number of the store's last change.
public struct Standing: Equatable, Sendable {
  /// The counts of the shelf's sources, read ones included.
  public var tally: Tally
  /// The last change in the store.
  public var change: ChangeNumber

  /// Counts as they are at `change`.
  public init(tally: Tally, change: ChangeNumber) {
    self.tally = tally
    self.change = change
  }
}

/// A row that a question found.
public struct FoundRow: Equatable, Sendable {
  /// The row.
  public var headline: Headline
  /// How many rows it is away from where the question started; nil where that was not counted.
  public var distance: Int?

  /// The row `distance` rows away.
  public init(_ headline: Headline, distance: Int? = nil) {
    self.headline = headline
    self.distance = distance
  }
}

/// What a change did.
public struct Written: Equatable, Sendable {
  /// How many articles are read, or not read, that were not so before.
  public var count: Int
  /// How the shelf's sources stand after it.
  public var standing: Standing

  /// A change that changed `count` articles.
  public init(count: Int, standing: Standing) {
    self.count = count
    self.standing = standing
  }
}
