import News
import Words

// The hits of a search as a list. All ranks are known, so a key finds its row here; only what the
// rows say is asked for.

extension Model {
  /// Whether the list shows what a search found.
  var showsHits: Bool { search?.finding != nil }

  /// What finds the words of the search in the texts that are shown; nil without hits.
  var rowMatcher: SearchMatcher? { showsHits ? search?.matcher : nil }

  /// Does a command in the list while a search is on; nil where it does what it always does.
  mutating func pressInHits(_ command: Command) -> [Effect]? {
    switch command {
    case .close, .back: return leaveSearch()
    case .toggleOrder: return toggleOrder()
    case .starred: return leaveSearch() + toggleList(.starred)
    case .history: return leaveSearch() + toggleList(.history)
    default: break
    }
    guard showsHits else { return nil }
    if command == .open || command == .toggleRead || command == .toggleStar || command == .tag {
      search?.isTouched = true
    }
    switch command {
    case .down, .nextArticle, .nextUnread: return moveInHits(1)
    case .up, .previousArticle, .previousUnread: return moveInHits(-1)
    case .goOn, .pageDown: return moveInHits(max(1, bodyRows), scrolling: true)
    case .pageUp: return moveInHits(-max(1, bodyRows), scrolling: true)
    case .halfPageDown: return moveInHits(max(1, bodyRows / 2), scrolling: true)
    case .halfPageUp: return moveInHits(-max(1, bodyRows / 2), scrolling: true)
    case .first: return moveInHits(-.wholePage)
    case .last: return moveInHits(.wholePage)
    case .markAllRead, .toggleHidden: return refuse()
    default: return nil
    }
  }

  /// Opens the next hit, or the one before.
  mutating func openHit(_ step: Step) -> [Effect] {
    let before = search?.place
    let effects = moveInHits(step == .next ? 1 : -1, then: .open)
    guard search?.place != before, let cursor else { return [] }
    guard effects.isEmpty || window.holds(cursor), let selected else { return effects }
    return [.ask(.article(selected.id))] + effects
  }

  /// Takes in what a search found.
  mutating func take(_ finding: Finding, by ticket: Ticket) -> [Effect] {
    guard var search, ticket == search.job else { return [] }
    // The cursor may stand at a hit that only the whole answer has.
    guard finding.isWhole || !search.keepsCursor else { return [] }
    var finding = finding
    var cancelled: [Effect] = []
    if search.before == nil {
      cancelled = cancelPlacing()
      search.before = Search.Standpoint(
        cursor: cursor, row: cursorRow, place: place, standing: standing)
    }
    if search.isTouched, let old = search.finding {
      finding.keep(search.marked, of: old, in: search.order)
      search.place = finding.index(after: old, at: search.place)
      // The article of an open page may have got another place.
      if let rank = page?.headline.rank, let place = finding.index(of: rank, near: search.place) {
        search.place = place
      }
      rowToKeep = cursorRow
    } else {
      search.place = 0
      top = nil
      rowToKeep = nil
      if !search.keepsCursor { window = HeadlineWindow() }
    }
    search.finding = finding
    search.keepsCursor = true
    if finding.isWhole { search.job = nil }
    self.search = search
    standAtPlace()
    let again = finding.isWhole && search.isStale ? searchAgain() : []
    return cancelled + [askForHits()] + again
  }

  /// Takes in the rows of hits around the cursor.
  mutating func take(
    hits rows: [Headline], for question: Question, _ standing: Standing
  ) -> [Effect] {
    guard case .hits(let ranks, _, let sequel) = question, let search, let finding = search.finding
    else { return [] }
    self.standing = standing
    let row = takeRowToKeep()
    window = HeadlineWindow(
      rows: rows, atStart: ranks.first == finding.ranks.first,
      atEnd: ranks.last == finding.ranks.last, isByRank: search.order == .newest)
    if rows.count < ranks.count { dropHits(Set(ranks).subtracting(rows.map(\.rank))) }
    putCursor(inRow: row)
    showMarks()
    guard sequel == .open, let selected else { return [] }
    return [.ask(.article(selected.id))]
  }

  /// The rows of the hits around the cursor.
  func askForHits(then sequel: Sequel = .select) -> Effect {
    let ranks = search?.finding?.stretch(around: search?.place ?? 0) ?? []
    return .ask(.hits(ranks, over: shelf, then: sequel))
  }

  /// Notes that a hit was marked here, so that it stays.
  mutating func keepHit(_ id: ArticleID) {
    guard showsHits, let row = window.rows.first(where: { $0.id == id }) else { return }
    search?.marked.insert(row.rank)
  }
}

extension Model {
  private mutating func moveInHits(
    _ rows: Int, scrolling: Bool = false, then sequel: Sequel = .select
  ) -> [Effect] {
    guard let search, let finding = search.finding, !finding.ranks.isEmpty else { return [] }
    let target = min(max(search.place + rows, 0), finding.ranks.count - 1)
    guard target != search.place else {
      say(rows > 0 ? .atLastArticle : .atFirstArticle)
      return []
    }
    let first = topIndex
    self.search?.place = target
    self.search?.isTouched = true
    standAtPlace()
    if scrolling, !window.rows.isEmpty {
      top = window.rows[min(max(first + rows, 0), window.rows.count - 1)].rank
    }
    guard window.holds(finding.ranks[target]) else { return [askForHits(then: sequel)] }
    return followCursor(by: 0)
  }

  /// Puts the cursor where the search says that it stands.
  private mutating func standAtPlace() {
    guard let search, let finding = search.finding else { return }
    cursor = finding.ranks.indices.contains(search.place) ? finding.ranks[search.place] : nil
    place = ListPlace(
      number: cursor == nil ? nil : search.place + 1,
      count: finding.isWhole ? finding.ranks.count : nil)
  }

  /// Takes hits away that are in the library no more; where the cursor's own went, the one that followed
  /// has it.
  private mutating func dropHits(_ gone: Set<Rank>) {
    guard var search, let old = search.finding else { return }
    var finding = old
    finding.ranks.removeAll(where: gone.contains)
    search.marked.subtract(gone)
    search.place = finding.index(after: old, at: search.place)
    search.finding = finding
    self.search = search
    standAtPlace()
  }
}
