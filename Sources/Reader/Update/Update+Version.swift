import Display
import News
import TextLayout
import Words

// What becomes of an article while its page is open: other marks, another place in the list, another
// article that it is joined to, another text.

extension Model {
  /// Asks how the open article stands, which a scan or another program may have changed.
  func askForStatus() -> [Effect] { page.map { [.ask(.status($0.headline.id))] } ?? [] }

  /// Whether the page of that article is open.
  func isOpen(_ id: ArticleID) -> Bool { page?.headline.id == id }

  /// Takes in how an article stands, if its page is open; of what was left at it not the place: that is
  /// where the reader is.
  mutating func take(
    _ headline: Headline, _ status: ArticleStatus, of id: ArticleID
  ) -> [Effect] {
    guard let page, isOpen(id) else { return [] }
    self.page?.isGone = false
    if page.status.tags != status.tags { self.page?.layout = nil }
    self.page?.status.tags = status.tags
    // What it has become was read to a place of its own.
    if headline.id != id { self.page?.status.place = status.place }
    let isOther = headline.id != id || headline.revision != page.headline.revision
    let asked: [Effect] = isOther ? [.ask(.version(of: headline.id, isWanted: false))] : []
    return follow(headline) + asked
  }

  /// Says that an article is in the library no more; whenever something changes there, an open page is
  /// asked for again, and then other words are not to be lost for what was said already.
  mutating func sayGone(_ id: ArticleID) {
    let isKnown = isOpen(id) && page?.isGone == true
    if isOpen(id) { page?.isGone = true }
    if !isKnown || notice == nil { say(.articleGone) }
  }

  /// Says so where the open page does not show what its article says by now; what is no news is shown
  /// without a word.
  mutating func compare(
    _ version: Article, _ headline: Headline, _ typesetter: inout Typesetter
  ) {
    guard let page else { return }
    guard !version.saysTheSame(as: page.article) else {
      replace(page, by: version, headline, &typesetter)
      return
    }
    self.page?.isOutdated = true
    if !page.isOutdated, notice?.isFailure != true {
      say(.articleChanged(reload: Command.reload.keyName))
    }
  }

  /// Shows what the open article says by now, from where the reader is in it.
  mutating func show(
    _ version: Article, _ headline: Headline, _ typesetter: inout Typesetter
  ) {
    guard let page else { return }
    if version.saysTheSame(as: page.article) { say(.articleUnchanged) }
    replace(page, by: version, headline, &typesetter)
  }

  private mutating func replace(
    _ page: Page, by version: Article, _ headline: Headline, _ typesetter: inout Typesetter
  ) {
    self.page?.isOutdated = false
    guard version != page.article else { return }
    var new = Page(headline, version, page.status, reading: version.reading(&typesetter))
    new.headline.rank = page.headline.rank
    new.place = page.place
    new.find = page.find
    if !version.saysTheSame(as: page.article) { new.find?.current = nil }
    self.page = new
    layOutPage(&typesetter)
    guard let before = page.layout, let after = self.page?.layout else { return }
    self.page?.place = after.place(of: page.place, in: before)
  }

  /// Has the page, and the cursor with it, be at the row that its article has by now.
  private mutating func follow(_ headline: Headline) -> [Effect] {
    guard let before = page?.headline.rank else { return [] }
    var headline = headline
    if let row = window.rows.first(where: { $0.id == headline.id }) {
      headline.rank = row.rank
    } else if shelf.kind == .history {
      headline.rank = before
    }
    page?.headline = headline
    guard headline.rank != before, cursor == before, !showsHits else { return [] }
    rowToKeep = cursorRow
    cursor = headline.rank
    place.number = nil
    return [askForWindow()]
  }
}

extension Article {
  /// Whether two versions of an article have the same text for a reader: who else published it, and how
  /// many shared it by now, is no news.
  fileprivate func saysTheSame(as other: Article) -> Bool {
    var same = other
    (same.ownID, same.publication, same.alsoIn) = (ownID, publication, alsoIn)
    (same.modified, same.counters, same.marks) = (modified, counters, marks)
    return same == self
  }
}
