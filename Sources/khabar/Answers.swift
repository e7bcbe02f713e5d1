import News
import Reader
import Words

/// Answers the model's questions from the store, on the loop; each looks at one index.
struct Answers {
  private let store: NewsStore

  /// Answers from `store`.
  init(store: NewsStore) {
    self.store = store
  }

  /// The message that answers `question`.
  func answer(_ question: Question) -> Message {
    do throws(StoreError) {
      switch question {
      case .window(let shelf, let rank):
        return .window(try window(shelf, around: rank), of: shelf, try standing(of: shelf.sources))
      case .row(let shelf, let step, let rank, _):
        return .row(try page(shelf, step, from: rank, rows: 1), question)
      case .page(let shelf, let step, let rank, let rows, _):
        return .row(try page(shelf, step, from: rank, rows: rows), question)
      case .unread(let shelf, let step, let rank, _):
        let found = try store.unread(in: NewsStore.Scope(shelf), step.inStore, from: rank)
        return .row(found.map { FoundRow($0) }, question)
      case .hits(let ranks, let shelf, _):
        let rows = try store.headlines(at: ranks)
        return .hits(rows, question, try standing(of: shelf.sources))
      case .article(let id):
        guard let stored = try store.article(id) else { return .gone(id) }
        return .article(stored.headline, stored.article, stored.status)
      case .status(let id):
        guard let headline = try store.headline(id), let status = try store.status(of: headline.id)
        else { return .gone(id) }
        return .status(id, headline, status)
      case .version(let id, let isWanted):
        guard let stored = try store.article(id) else { return .gone(id) }
        return .version(stored.headline, stored.article, of: id, isWanted: isWanted)
      case .tags(let id):
        let own = try store.status(of: id)?.tags ?? []
        return .tags(of: id, own: own, known: try store.tags())
      }
    } catch {
      return .unanswered(question, Phrase(error))
    }
  }

  /// A number that changes whenever another connection changed the store.
  func dataVersion() -> Int { store.dataVersion() }

  /// What is wrong with the library's file by now: that it is not in its place any more.
  func trouble() -> Phrase? { store.isInPlace ? nil : .storeRemoved(store.path) }

  /// How these sources stand now.
  func standing(of sources: [SourceID]) throws(StoreError) -> Standing {
    Standing(tally: try store.tally(of: sources), change: try store.changeNumber())
  }
}

extension Answers {
  private func window(_ shelf: Shelf, around rank: Rank?) throws(StoreError) -> HeadlineWindow {
    let scope = NewsStore.Scope(shelf)
    guard let rank else {
      let rows = try store.headlines(
        in: scope, .next, from: nil, including: true, limit: HeadlineWindow.limit)
      return HeadlineWindow(rows: rows, atStart: true, atEnd: rows.count < HeadlineWindow.limit)
    }
    let half = HeadlineWindow.limit / 2
    let before = try store.headlines(
      in: scope, .previous, from: rank, including: false, limit: half)
    let after = try store.headlines(in: scope, .next, from: rank, including: true, limit: half)
    return HeadlineWindow(
      rows: before + after, atStart: before.count < half, atEnd: after.count < half)
  }

  /// The row `rows` away, or the last before the list ends; from nil, its first or last row.
  private func page(
    _ shelf: Shelf, _ step: Step, from rank: Rank?, rows: Int
  ) throws(StoreError) -> FoundRow? {
    let found = try store.headlines(
      in: NewsStore.Scope(shelf), step.inStore, from: rank, including: false,
      limit: max(1, min(rows, HeadlineWindow.limit)))
    guard let row = step == .next ? found.last : found.first else { return nil }
    return FoundRow(row, distance: rank == nil ? nil : found.count)
  }
}

extension NewsStore.Scope {
  /// The store's name for what a shelf holds.
  init(_ shelf: Shelf) {
    self.init(sources: shelf.sources, unreadSince: shelf.openedAt, kind: shelf.kind)
  }
}

extension Step {
  /// The store's name for the same way through a list.
  var inStore: NewsStore.Step { self == .next ? .next : .previous }
}
