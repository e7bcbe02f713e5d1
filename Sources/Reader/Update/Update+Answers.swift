import Display
import News
import TextLayout
import Words

extension Model {
  /// Takes in the rows around the cursor.
  mutating func take(
    _ window: HeadlineWindow, of shelf: Shelf, _ standing: Standing
  ) -> [Effect] {
    guard shelf == self.shelf, !showsHits else { return [] }
    let isStale = self.standing != standing || place.number == nil || place.count == nil
    decideDirection(standing.tally)
    let row = takeRowToKeep()
    self.window = window
    putCursor(inRow: row)
    self.standing = standing
    showMarks()
    if !window.rows.isEmpty { trouble = nil }
    return findPlace(isStale: isStale)
  }

  /// The row of the screen that the cursor is to keep when the rows around it come anew: whatever came
  /// or went above it, the reader's eye is there.
  mutating func takeRowToKeep() -> Int? {
    defer { rowToKeep = nil }
    return rowToKeep ?? cursorRow
  }

  /// Shows the marks of the open article as its row has them.
  mutating func showMarks() {
    guard let id = page?.headline.id, let row = window.rows.first(where: { $0.id == id })
    else { return }
    page?.headline.isUnread = row.isUnread
    page?.headline.isStarred = row.isStarred
  }

  /// Goes to the row that a question found, or says that there is none.
  mutating func go(to found: FoundRow?, askedBy question: Question) -> [Effect] {
    guard let asked = question.way, asked.shelf == shelf else { return [] }
    guard let found else {
      // An empty list says what there is to say already.
      if !window.rows.isEmpty { say(question.nothingFound) }
      return []
    }
    let rank = found.headline.rank
    let distance = asked.step == .next ? found.distance : found.distance.map { -$0 }
    let before = window.index(of: cursor)
    let isHere = window.holds(rank)
    cursor = rank
    if asked.from == nil {
      place.number = asked.step == .next ? 1 : place.count
    } else if let before, isHere, let index = window.index(of: rank) {
      place.number = place.number.map { $0 + index - before }
    } else {
      place.number = distance.flatMap { steps in place.number.map { $0 + steps } }
    }
    var effects = isHere ? followCursor(by: 0) : [askForWindow()]
    if asked.sequel == .open { effects.append(.ask(.article(found.headline.id))) }
    return effects
  }

  /// Shows an article from where it was read to, and marks it read where opening does that.
  mutating func open(
    _ headline: Headline, _ article: Article, _ status: ArticleStatus, reading: Direction
  ) -> [Effect] {
    let kept = keepPlace()
    var headline = headline
    // In the history a row stands at another place than in the main list.
    if let row = window.rows.first(where: { $0.id == headline.id }) { headline.rank = row.rank }
    page = Page(headline, article, status, reading: reading)
    showHitsOnPage()
    cursor = headline.rank
    directionIsProvisional = false
    guard look.opensAsRead, headline.isUnread, pending[headline.id]?.read != true else {
      return kept
    }
    return kept + mark(headline.id, [.read(true)])
  }

  /// After the cursor went by so many rows of the window: the place goes with it, and the window
  /// is asked for anew where it ends less than a screen away though the list goes on.
  mutating func followCursor(by rows: Int) -> [Effect] {
    directionIsProvisional = false
    place.number = place.number.map { $0 + rows }
    guard let index = window.index(of: cursor) else { return [] }
    let margin = min(max(1, bodyRows), HeadlineWindow.limit / 3)
    let endsAbove = index < margin && !window.atStart
    let endsBelow = window.rows.count - 1 - index < margin && !window.atEnd
    return endsAbove || endsBelow ? [askForWindow()] : []
  }
}

extension Model {
  /// The direction of the list is decided by the first headlines it has and stays; only while a
  /// library fills for the first time, and no key was used, those that come still count.
  private mutating func decideDirection(_ tally: Tally) {
    if standing == nil || standing?.tally.all == 0 {
      directionIsProvisional = scan != nil && standing != nil
    }
    guard tally.all > 0, decidedDirection == nil || directionIsProvisional else { return }
    decidedDirection = tally.rightToLeft * 2 > tally.all ? .rightToLeft : .leftToRight
    if scan == nil { directionIsProvisional = false }
  }

  /// Finds the cursor's place where the window tells it; else, where the known one does not hold
  /// any more, a job counts.
  private mutating func findPlace(isStale: Bool) -> [Effect] {
    guard let index = window.index(of: cursor) else {
      place = ListPlace(number: nil, count: 0)
      return cancelPlacing()
    }
    if window.atStart, window.atEnd {
      place.count = window.rows.count
    } else if shelf.isCounted, let all = standing?.tally.all {
      place.count = all
    }
    if window.atStart {
      place.number = index + 1
    } else if window.atEnd, let count = place.count {
      place.number = count - (window.rows.count - 1 - index)
    } else if isStale || place.number == nil {
      return countPlace(of: window.rows[index].rank)
    }
    let countIsKnown = shelf.isCounted || (window.atStart && window.atEnd)
    return countIsKnown || !isStale ? [] : countPlace(of: window.rows[index].rank)
  }
}

extension Question {
  /// What a question for a row was about; nil for the others.
  fileprivate var way: (shelf: Shelf, step: Step, from: Rank?, sequel: Sequel)? {
    switch self {
    case .row(let shelf, let step, let from, let sequel),
      .unread(let shelf, let step, let from, let sequel),
      .page(let shelf, let step, let from, _, let sequel):
      (shelf, step, from, sequel)
    case .window, .hits, .article, .status, .version, .tags: nil
    }
  }

  /// What is said when there is no such row.
  fileprivate var nothingFound: Phrase {
    switch self {
    case .unread(_, .next, _, _): .noMoreUnread
    case .unread(_, .previous, _, _): .noUnreadBefore
    case .row(_, .previous, _, _), .page(_, .previous, _, _, _): .atFirstArticle
    case .row, .page, .window, .hits: .atLastArticle
    case .article, .status, .version, .tags: .articleGone
    }
  }
}
