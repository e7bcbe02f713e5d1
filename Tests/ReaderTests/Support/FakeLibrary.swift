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
  /// What undo brings back.
  var history: [[(id: ArticleID, wasUnread: Bool)]] = []

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
    case .article(let id):
      guard let row = rows.first(where: { $0.id == id }) else { return .gone(id) }
      return .article(row, articles[id] ?? Article(title: row.title))
    }
  }

  mutating func write(_ change: Change) -> Message {
    let changed: [(id: ArticleID, wasUnread: Bool)]
    switch change {
    case .mark(let ids, let read): changed = mark(read: read) { ids.contains($0.id) }
    case .markAllRead(let shelf):
      let ids = Set(shown(on: shelf).map(\.id))
      changed = mark(read: true) { ids.contains($0.id) }
    case .undo:
      let last = history.popLast() ?? []
      for (id, wasUnread) in last { set(id, isUnread: wasUnread) }
      changed = last
    }
    if change != .undo, !changed.isEmpty { history.append(changed) }
    return .written(change, Written(count: changed.count, standing: standing))
  }

  private mutating func mark(
    read: Bool, where isMeant: (Headline) -> Bool
  ) -> [(id: ArticleID, wasUnread: Bool)] {
    let meant = rows.filter { isMeant($0) && $0.isUnread == read }
    for row in meant { set(row.id, isUnread: !read) }
    return meant.map { ($0.id, read) }
  }

  private mutating func set(_ id: ArticleID, isUnread: Bool) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    if rows[index].isUnread != isUnread { tally.unread += isUnread ? 1 : -1 }
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
