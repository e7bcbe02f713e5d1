import Display
import News
import Words

extension Model {
  /// Does a command in the list.
  mutating func pressInList(_ command: Command) -> [Effect] {
    if search != nil, let effects = pressInHits(command) { return effects }
    switch command {
    case .down, .nextArticle: return move(.next, 1)
    case .up, .previousArticle: return move(.previous, 1)
    case .goOn, .pageDown: return move(.next, max(1, bodyRows), scrolling: true)
    case .pageUp: return move(.previous, max(1, bodyRows), scrolling: true)
    case .halfPageDown: return move(.next, max(1, bodyRows / 2), scrolling: true)
    case .halfPageUp: return move(.previous, max(1, bodyRows / 2), scrolling: true)
    case .first: return [.ask(.row(shelf, .next, from: nil, then: .select))]
    case .last: return [.ask(.row(shelf, .previous, from: nil, then: .select))]
    case .nextUnread: return askForUnread(.next, then: .select)
    case .previousUnread: return askForUnread(.previous, then: .select)
    case .open: return selected.map { [.ask(.article($0.id))] } ?? []
    case .markAllRead:
      guard !window.rows.isEmpty else {
        say(.nothingUnread)
        return []
      }
      return [.write(.markAllRead(shelf))]
    case .toggleHidden: return shelf.kind == .all ? toggleHidden() : refuse()
    case .starred: return toggleList(.starred)
    case .history: return toggleList(.history)
    case .close: return mainList == nil ? [.quit] : leaveList()
    case .back: return mainList == nil ? stopScan() : leaveList()
    case .search: return openSearch()
    case .toggleOrder: return refuse()
    case .toggleRead: return toggleRead()
    case .toggleStar: return toggleStar()
    case .tag: return askForTags()
    case .undo: return [.write(.undo)]
    case .redo: return [.write(.redo)]
    case .rescan, .reload: return beginScan(isAskedFor: true)
    case .help: return openHelp()
    case .quit, .redraw: return []
    }
  }

  /// Asks for the nearest unread row from the cursor on.
  func askForUnread(_ step: Step, then sequel: Sequel) -> [Effect] {
    [.ask(.unread(shelf, step, from: selected?.rank, then: sequel))]
  }

  /// Moves the cursor by so many rows, or as far as the list goes; with `scrolling`, what is in
  /// sight moves along.
  private mutating func move(_ step: Step, _ rows: Int, scrolling: Bool = false) -> [Effect] {
    guard let index = window.index(of: cursor) else { return [] }
    let first = topIndex
    let way = step == .next ? rows : -rows
    let target = min(max(index + way, 0), window.rows.count - 1)
    let reachesEdge = target != index + way
    if reachesEdge, step == .next ? !window.atEnd : !window.atStart {
      return [.ask(.page(shelf, step, from: selected?.rank, rows: rows, then: .select))]
    }
    if target == index { say(step == .next ? .atLastArticle : .atFirstArticle) }
    cursor = window.rows[target].rank
    if scrolling {
      top = window.rows[min(max(first + way, 0), window.rows.count - 1)].rank
    }
    return followCursor(by: target - index)
  }

  private mutating func toggleHidden() -> [Effect] {
    guard let standing else { return [] }
    shelf.openedAt = shelf.isUnreadOnly ? nil : standing.change
    place = ListPlace()
    say(shelf.isUnreadOnly ? .readHidden : .readShown)
    return [askForWindow()]
  }
}
