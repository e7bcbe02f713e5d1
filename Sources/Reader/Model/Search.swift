public import News
public import Words

/// A search of the library: what is typed, what was found, and where the list stood before.
public struct Search: Equatable, Sendable {
  /// Where a list stands: its cursor, that one's row of the screen, and its number.
  struct Standpoint: Equatable, Sendable {
    var cursor: Rank?
    var row: Int?
    var place: ListPlace
    /// How the shelf stood: the number holds as long as that does.
    var standing: Standing?
  }

  /// What is typed.
  public internal(set) var line = QuestionLine()
  /// Whether keys are letters of the question.
  public internal(set) var isTyping = true
  /// In which order hits come.
  public internal(set) var order = SearchOrder.newest
  /// The hits; nil before there are any to show, and while nothing is asked for.
  public internal(set) var finding: Finding?
  /// What is wrong with the question; said until the next key.
  public internal(set) var complaint: Phrase?

  /// The question whose hits are shown or looked for.
  var asked: SearchQuestion?
  /// What the last word of it is.
  var end = SearchEnd.typing
  /// Finds its words in the texts that are shown.
  var matcher: SearchMatcher?
  /// Where the cursor stands in the finding.
  var place = 0
  /// The job that looks for hits.
  var job: Ticket?
  /// Whether what was found already is being looked for anew.
  var keepsCursor = false
  /// Whether the reader moved, opened or marked something since the question was asked.
  var isTouched = false
  /// Whether the library changed since the job began.
  var isStale = false
  /// The hits that were marked here: they stay, whatever the question says of marks.
  var marked: Set<Rank> = []
  /// Where the list stood before hits were shown instead of it.
  var before: Standpoint?
}
