import Display
import News
import TextLayout
import Words

extension Model {
  /// Does a command on the open page.
  mutating func pressInPage(_ command: Command, _ typesetter: inout Typesetter) -> [Effect] {
    switch command {
    case .down: return scroll(by: 1, &typesetter)
    case .up: return scroll(by: -1, &typesetter)
    case .goOn: return goOn(&typesetter)
    case .pageDown: return scroll(by: pageStep, &typesetter)
    case .pageUp: return scroll(by: -pageStep, &typesetter)
    case .halfPageDown: return scroll(by: max(1, bodyRows / 2), &typesetter)
    case .halfPageUp: return scroll(by: -max(1, bodyRows / 2), &typesetter)
    case .first: return scroll(by: -.wholePage, &typesetter)
    case .last: return scroll(by: .wholePage, &typesetter)
    case .nextUnread:
      return page?.find == nil ? askForUnread(.next, then: .open) : goToMatch(.next, &typesetter)
    case .previousUnread:
      return page?.find == nil
        ? askForUnread(.previous, then: .open) : goToMatch(.previous, &typesetter)
    case .search: return openFind()
    case .nextArticle: return askForRow(.next)
    case .previousArticle: return askForRow(.previous)
    case .back where page?.find?.isOwn == true: return endFind()
    case .back, .close:
      defer { page = nil }
      return keepPlace()
    case .toggleRead: return toggleRead()
    case .toggleStar: return toggleStar()
    case .tag: return askForTags()
    case .undo: return [.write(.undo)]
    case .redo: return [.write(.redo)]
    case .reload: return page.map { [.ask(.version(of: $0.headline.id, isWanted: true))] } ?? []
    case .rescan: return beginScan(isAskedFor: true)
    case .help: return openHelp()
    case .open, .markAllRead, .toggleHidden, .starred, .history, .toggleOrder:
      return refuse()
    case .quit, .redraw: return []
    }
  }

  /// Lays out the open page for the width of the screen, unless it is.
  mutating func layOutPage(_ typesetter: inout Typesetter) {
    guard let page else { return }
    let width = PageLayout.textWidth(onScreenOf: size.columns)
    guard page.layout?.width != width else { return }
    self.page?.layout = PageLayout(
      of: page.article, tags: page.status.tags, width: width, look.page, clock: clock, &typesetter)
    findMatches()
  }

  /// Has the place written down that the open article is read to, where it is another by now.
  mutating func keepPlace() -> [Effect] {
    guard let page else { return [] }
    let place = page.place == .start ? nil : page.place
    guard place != page.status.place else { return [] }
    self.page?.status.place = place
    return [.write(.place(page.headline.id, place))]
  }

  /// How far a page key goes: a line of the last screen stays in sight, to read on from.
  private var pageStep: Int { bodyRows > 4 ? bodyRows - 1 : max(1, bodyRows) }

  private mutating func askForRow(_ step: Step) -> [Effect] {
    if showsHits { return openHit(step) }
    return [.ask(.row(shelf, step, from: page?.headline.rank, then: .open))]
  }

  /// A page down, or, where the end is in sight, to the next unread article.
  private mutating func goOn(_ typesetter: inout Typesetter) -> [Effect] {
    layOutPage(&typesetter)
    guard let page, let layout = page.layout else { return [] }
    guard page.top(in: layout, rows: bodyRows) < layout.lastTop(rows: bodyRows) else {
      return showsHits ? openHit(.next) : askForUnread(.next, then: .open)
    }
    return scroll(by: pageStep, &typesetter)
  }

  private mutating func scroll(by lines: Int, _ typesetter: inout Typesetter) -> [Effect] {
    layOutPage(&typesetter)
    guard let page, let layout = page.layout, !layout.lines.isEmpty else { return [] }
    let top = page.top(in: layout, rows: bodyRows)
    let target = min(max(top + lines, 0), layout.lastTop(rows: bodyRows))
    if target == top { say(lines < 0 ? .atPageStart : .atPageEnd) }
    self.page?.place = target == 0 ? .start : layout.lines[target].place
    return []
  }
}

extension Int {
  /// More lines than a page has; half of all numbers, so that adding to it can't overflow.
  static var wholePage: Int { .max / 2 }
}
