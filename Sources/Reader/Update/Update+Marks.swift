import News
import Words

extension Model {
  /// Asks the writer for the other mark of the article in front; what was asked last counts, not
  /// what the screen still shows.
  mutating func toggleRead() -> [Effect] {
    guard let headline = page?.headline ?? selected else { return [] }
    let isRead = pending[headline.id]?.read ?? !headline.isUnread
    directionIsProvisional = false
    if cursor == nil { cursor = headline.rank }
    return mark(headline.id, read: !isRead)
  }

  /// Asks the writer for a mark. Nothing is shown before it is kept.
  mutating func mark(_ id: ArticleID, read: Bool) -> [Effect] {
    let due = pending[id]?.answersDue ?? 0
    pending[id] = PendingMark(read: read, answersDue: due + 1)
    return [.write(.mark([id], read: read))]
  }

  /// A change is kept: now it is shown.
  mutating func take(_ written: Written, of change: Change) -> [Effect] {
    standing = written.standing
    switch change {
    case .mark(let ids, let read):
      for id in ids {
        answered(id)
        show(id, read: read)
      }
      return []
    case .markAllRead:
      say(.allMarkedRead(written.count, undo: Command.undo.keyName))
      return [askForWindow()]
    case .undo:
      say(written.count == 0 ? .nothingToUndo : .undone(written.count))
      return written.count == 0 ? [] : [askForWindow()]
    }
  }

  /// A change is not kept: that is said, and nothing else changes.
  mutating func takeFailure(of change: Change, because reason: Phrase) {
    switch change {
    case .mark(let ids, _):
      ids.forEach { answered($0) }
      say(.couldNotMark(because: reason), isFailure: true)
    case .markAllRead:
      say(.couldNotMark(because: reason), isFailure: true)
    case .undo:
      say(.couldNotUndo(because: reason), isFailure: true)
    }
  }
}

extension Model {
  private mutating func answered(_ id: ArticleID) {
    pending[id]?.answersDue -= 1
    if pending[id]?.answersDue == 0 { pending[id] = nil }
  }

  private mutating func show(_ id: ArticleID, read: Bool) {
    if page?.headline.id == id { page?.headline.isUnread = !read }
    if let index = window.rows.firstIndex(where: { $0.id == id }) {
      window.rows[index].isUnread = !read
    }
  }
}
