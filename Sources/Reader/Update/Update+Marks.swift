import News
import Words

extension Model {
  /// Asks the writer for the other mark of the article in front; what was asked last counts, not
  /// what the screen still shows.
  mutating func toggleRead() -> [Effect] {
    guard let headline = headlineToMark() else { return [] }
    let isRead = pending[headline.id]?.read ?? !headline.isUnread
    return mark(headline.id, [.read(!isRead)])
  }

  /// Asks the writer for a star on the article in front, or to take it off.
  mutating func toggleStar() -> [Effect] {
    guard let headline = headlineToMark() else { return [] }
    let isStarred = pending[headline.id]?.starred ?? headline.isStarred
    return mark(headline.id, [.starred(!isStarred)])
  }

  /// Asks the writer for marks. Nothing is shown before they are kept.
  mutating func mark(_ id: ArticleID, _ marks: [Mark]) -> [Effect] {
    var due = pending[id] ?? PendingMark(answersDue: 0)
    due.answersDue += 1
    for mark in marks {
      switch mark {
      case .read(let isRead): due.read = isRead
      case .starred(let isStarred): due.starred = isStarred
      case .tag: break
      }
    }
    pending[id] = due
    return [.write(.mark([id], marks))]
  }

  /// A change is kept: now it is shown.
  mutating func take(_ written: Written, of change: Change) -> [Effect] {
    standing = written.standing
    // Nothing is waited for any more.
    if case .storeWaiting = notice?.phrase { notice = nil }
    switch change {
    case .mark(let ids, let marks):
      for id in ids {
        answered(id)
        keepHit(id)
        for mark in marks { show(id, mark) }
      }
      sayTags(in: marks)
      // What was marked just before another list was opened may stand in it.
      let isMissing = ids.contains { id in !window.rows.contains { $0.id == id } }
      let asked: [Effect] = shelf.kind != .all && isMissing ? [askForWindow()] : []
      // Nothing changed: it was so already, or the article is in the library no more.
      return asked + (written.count == 0 ? ids.map { .ask(.status($0)) } : [])
    case .markAllRead:
      guard written.count > 0 else {
        say(.nothingUnread)
        return []
      }
      say(.allMarkedRead(written.count, undo: Command.undo.keyName))
      return [askForWindow()]
    case .undo:
      say(written.count == 0 ? .nothingToUndo : .undone(written.count))
      return written.count == 0 ? [] : [askForWindow()] + askForStatus()
    case .redo:
      say(written.count == 0 ? .nothingToRedo : .redone(written.count))
      return written.count == 0 ? [] : [askForWindow()] + askForStatus()
    case .place:
      return []
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
    case .redo:
      say(.couldNotRedo(because: reason), isFailure: true)
    case .place:
      say(.couldNotMark(because: reason), isFailure: true)
    }
  }
}

extension Model {
  private mutating func answered(_ id: ArticleID) {
    pending[id]?.answersDue -= 1
    if pending[id]?.answersDue == 0 { pending[id] = nil }
  }

  /// The article in front, as one that is marked: the list stays with it.
  private mutating func headlineToMark() -> Headline? {
    guard let headline = page?.headline ?? selected else { return nil }
    directionIsProvisional = false
    if cursor == nil { cursor = headline.rank }
    return headline
  }

  /// Says which tags an article has now, and which no more.
  private mutating func sayTags(in marks: [Mark]) {
    var (on, off): ([String], [String]) = ([], [])
    for case .tag(let tag, let isSet) in marks {
      if isSet { on.append(tag) } else { off.append(tag) }
    }
    switch (on.isEmpty, off.isEmpty) {
    case (true, true): break
    case (false, true): say(.tagged(on))
    case (true, false): say(.untagged(off))
    case (false, false): say(.retagged(on, off: off))
    }
  }

  private mutating func show(_ id: ArticleID, _ mark: Mark) {
    let isOpen = page?.headline.id == id
    let index = window.rows.firstIndex { $0.id == id }
    switch mark {
    case .read(let isRead):
      if isOpen { page?.headline.isUnread = !isRead }
      if let index { window.rows[index].isUnread = !isRead }
    case .starred(let isStarred):
      if isOpen { page?.headline.isStarred = isStarred }
      if let index { window.rows[index].isStarred = isStarred }
    case .tag(let tag, let isSet):
      guard isOpen, var tags = page?.status.tags else { return }
      tags.removeAll { $0 == tag }
      if isSet { tags = (tags + [tag]).sorted() }
      page?.status.tags = tags
      page?.layout = nil
    }
  }
}
