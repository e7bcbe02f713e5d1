import News
import Reader
import Words

/// A library in memory that answers what the reader asks, as the store does.
struct FakeLibrary {
  /// All rows, newest first.
  var rows: [Headline]
  /// What the rows' articles say; one without stands for a title alone.
  var articles: [ArticleID: Article] = [:]
  var change = ChangeNumber(rawValue: 0)
  /// When a row was last marked.
  var marked: [ArticleID: ChangeNumber] = [:]
  /// The counts, kept as the store keeps them.
  var tally = Tally()
  /// What was left at articles.
  var statuses: [ArticleID: ArticleStatus] = [:]
  /// What articles have become that were joined to others.
  var heirs: [ArticleID: ArticleID] = [:]
  /// What was read one by one, the latest last.
  var readings: [ArticleID] = []
  /// The rows and statuses before each change that undo takes back, and before each undo.
  private var past: [[Kept]] = []
  private var undone: [[Kept]] = []

  /// All that is kept of an article.
  private struct Kept: Equatable {
    var id: ArticleID
    var isUnread: Bool
    var isStarred: Bool
    var tags: [String]
  }

  init(_ articles: [Article]) {
    rows = articles.enumerated().map { index, article in
      Headline(
        id: ArticleID(rawValue: Int64(index + 1)), rank: .init(rawValue: Int64(-index)),
        title: article.title, publication: article.publication?.name, date: article.date,
        dateText: article.dateText, language: article.language,
        direction: article.direction ?? article.language.flatMap { .init(language: $0) },
        url: article.url)
    }
    for (row, article) in zip(rows, articles) { self.articles[row.id] = article }
    self.count()
  }

  /// So many headlines without articles, every third of them English.
  init(count: Int) {
    rows = (0..<count).map { index in
      Headline(
        id: ArticleID(rawValue: Int64(index + 1)), rank: Rank(rawValue: Int64(count - index)),
        title: index.isMultiple(of: 3) ? "Headline \(index)" : "خبر رقم \(index)",
        direction: index.isMultiple(of: 3) ? .leftToRight : .rightToLeft)
    }
    self.count()
  }

  /// Counts anew, after rows were put in or taken out by hand.
  mutating func count() {
    tally = Tally(
      all: rows.count, unread: rows.count(where: \.isUnread),
      rightToLeft: rows.count { $0.direction == .rightToLeft })
  }

  var standing: Standing { Standing(tally: tally, change: change) }

  /// The rows that stand on a shelf.
  func shown(on shelf: Shelf) -> [Headline] {
    switch shelf.kind {
    case .all: break
    case .starred: return rows.filter(\.isStarred)
    case .history:
      return readings.enumerated().reversed().compactMap { index, id in
        guard var row = rows.first(where: { $0.id == id && !$0.isUnread }) else { return nil }
        row.rank = Rank(rawValue: 1_000_000 + Int64(index))
        row.readAt = Reading.noon - 60 * Int64(readings.count - index)
        return row
      }
    }
    guard let opened = shelf.openedAt else { return rows }
    return rows.filter { row in row.isUnread || marked[row.id].map { $0 > opened } == true }
  }

  func answer(_ question: Question) -> Message {
    switch question {
    case .window(let shelf, let rank):
      return .window(window(shelf, around: rank), of: shelf, standing)
    case .row(let shelf, let step, let from, _):
      return .row(
        ahead(shelf, step, from).first { _ in true }.map { FoundRow($0, distance: 1) }, question)
    case .unread(let shelf, let step, let from, _):
      return .row(ahead(shelf, step, from).first { $0.isUnread }.map { FoundRow($0) }, question)
    case .page(let shelf, let step, let from, let count, _):
      let page = Array(ahead(shelf, step, from).prefix(count))
      return .row(page.last.map { FoundRow($0, distance: page.count) }, question)
    case .hits(let ranks, _, _):
      let there = ranks.compactMap { rank in rows.first { $0.rank == rank } }
      return .hits(there, question, standing)
    case .article(let id):
      guard let row = row(id) else { return .gone(id) }
      return .article(row, article(row), status(row.id))
    case .status(let id):
      guard let row = row(id) else { return .gone(id) }
      return .status(id, row, status(row.id))
    case .version(let id, let isWanted):
      guard let row = row(id) else { return .gone(id) }
      return .version(row, article(row), of: id, isWanted: isWanted)
    case .tags(let id):
      let known = Set(statuses.values.flatMap(\.tags)).sorted()
      return .tags(of: id, own: status(id).tags, known: known)
    }
  }

  /// The ranks of what has the words of a question, or the marks that it asks for; the best are those
  /// that have the most of them.
  func find(_ question: SearchQuestion, _ order: SearchOrder, _ end: SearchEnd) -> [Rank] {
    let matcher = SearchMatcher(question, end: end)
    var hits: [(rank: Rank, count: Int)] = []
    for row in rows {
      let body = articles[row.id]?.body.map(\.text) ?? []
      let count = ([row.title, row.publication ?? ""] + body).reduce(0) {
        $0 + matcher.matches(in: $1).count
      }
      let isWanted = question.text.contains("is:unread") ? row.isUnread : count > 0
      if isWanted { hits.append((row.rank, count)) }
    }
    if order == .best { hits.sort { ($0.count, $0.rank) > ($1.count, $1.rank) } }
    return hits.map(\.rank)
  }

  private func row(_ id: ArticleID) -> Headline? {
    let id = heirs[id] ?? id
    return rows.first { $0.id == id }
  }

  private func article(_ row: Headline) -> Article {
    articles[row.id] ?? Article(title: row.title)
  }

  func status(_ id: ArticleID) -> ArticleStatus { statuses[id] ?? ArticleStatus() }

  mutating func write(_ change: Change) -> Message {
    let before = rows.map(kept)
    let count: Int
    switch change {
    case .mark(let ids, let marks):
      for id in ids { marks.forEach { set(heirs[id] ?? id, $0) } }
      count = remember(before)
    case .markAllRead(let shelf):
      for row in shown(on: shelf) where row.isUnread { set(row.id, isUnread: false) }
      count = remember(before)
    case .undo:
      let changed = past.popLast() ?? []
      count = restore(changed)
      if count > 0 { undone.append(before.filter { row in changed.contains { $0.id == row.id } }) }
    case .redo:
      let changed = undone.popLast() ?? []
      count = restore(changed)
      if count > 0 { past.append(before.filter { row in changed.contains { $0.id == row.id } }) }
    case .place(let id, let place):
      statuses[heirs[id] ?? id, default: ArticleStatus()].place = place
      count = 0
    }
    return .written(change, Written(count: count, standing: standing))
  }

  private func kept(_ row: Headline) -> Kept {
    Kept(
      id: row.id, isUnread: row.isUnread, isStarred: row.isStarred, tags: status(row.id).tags)
  }

  private mutating func remember(_ before: [Kept]) -> Int {
    let changed = zip(before, rows.map(kept)).filter { $0 != $1 }.map(\.0)
    if !changed.isEmpty {
      past.append(changed)
      undone = []
    }
    return changed.count
  }

  private mutating func restore(_ kept: [Kept]) -> Int {
    for one in kept {
      set(one.id, isUnread: one.isUnread)
      set(one.id, .starred(one.isStarred))
      statuses[one.id, default: ArticleStatus()].tags = one.tags
    }
    return kept.count
  }

  private mutating func set(_ id: ArticleID, _ mark: Mark) {
    switch mark {
    case .read(let isRead):
      set(id, isUnread: !isRead)
      readings.removeAll { $0 == id }
      if isRead { readings.append(id) }
    case .starred(let isStarred):
      guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
      rows[index].isStarred = isStarred
    case .tag(let tag, let isSet):
      var tags = Set(status(id).tags)
      if isSet { tags.insert(tag) } else { tags.remove(tag) }
      statuses[id, default: ArticleStatus()].tags = tags.sorted()
    }
  }

  private mutating func set(_ id: ArticleID, isUnread: Bool) {
    guard let index = rows.firstIndex(where: { $0.id == id }), rows[index].isUnread != isUnread
    else { return }
    tally.unread += isUnread ? 1 : -1
    rows[index].isUnread = isUnread
    change = ChangeNumber(rawValue: change.rawValue + 1)
    marked[id] = change
  }

  private func ahead(_ shelf: Shelf, _ step: Step, _ from: Rank?) -> some Sequence<Headline> {
    let shown = shown(on: shelf)
    let range: Range<Int>
    switch step {
    case .next:
      range = (from.map { shown.firstIndex(below: $0) } ?? 0)..<shown.count
    case .previous:
      range = 0..<(from.map { shown.firstIndex(notAbove: $0) } ?? shown.count)
    }
    return range.lazy.map { offset in
      shown[step == .next ? offset : range.upperBound - 1 - (offset - range.lowerBound)]
    }
  }

  private func window(_ shelf: Shelf, around rank: Rank?) -> HeadlineWindow {
    let shown = shown(on: shelf)
    let half = HeadlineWindow.limit / 2
    let centre = rank.map { shown.firstIndex(notAbove: $0) } ?? 0
    let start = max(0, min(centre - half, shown.count - HeadlineWindow.limit))
    let end = min(start + HeadlineWindow.limit, shown.count)
    return HeadlineWindow(
      rows: Array(shown[start..<end]), atStart: start == 0, atEnd: end == shown.count)
  }
}

extension [Headline] {
  /// The first row whose rank is `rank` or lower.
  func firstIndex(notAbove rank: Rank) -> Int { partition { $0.rank <= rank } }

  /// The first row whose rank is lower than `rank`.
  func firstIndex(below rank: Rank) -> Int { partition { $0.rank < rank } }

  private func partition(_ isBelow: (Headline) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBelow(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
