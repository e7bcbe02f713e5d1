import News

extension Model {
  /// Goes to another list from its start, or from there back to where one was in the main one.
  mutating func toggleList(_ kind: ListKind) -> [Effect] {
    guard shelf.kind != kind else { return leaveList() }
    if mainList == nil { mainList = MainList(shelf: shelf, cursor: cursor, row: cursorRow) }
    shelf.kind = kind
    shelf.openedAt = nil
    cursor = nil
    top = nil
    return showOtherList()
  }

  /// Goes back to the main list.
  mutating func leaveList() -> [Effect] {
    guard let mainList else { return [] }
    shelf.kind = .all
    shelf.openedAt = mainList.shelf.openedAt
    cursor = mainList.cursor
    top = nil
    rowToKeep = mainList.row
    self.mainList = nil
    return showOtherList()
  }

  private mutating func showOtherList() -> [Effect] {
    // The rows of the other list have places of their own: none of the old ones may be taken for
    // one of them.
    window = HeadlineWindow()
    place = ListPlace()
    return cancelPlacing() + [askForWindow()]
  }
}
