import GRDB
import Synchronization

extension NewsStore {
  /// Marks articles read or unread: all of them or none, on the disk when this returns.
  ///
  /// What is so already changes nothing, and an article that the library doesn't have is passed
  /// over.
  @discardableResult
  public func mark(_ ids: [ArticleID], read: Bool) throws(StoreError) -> Marked {
    try command { try $0.mark(ids, read: read) }
  }

  /// Marks every unread article of a list read, as one command.
  @discardableResult
  public func markAllRead(in scope: Scope) throws(StoreError) -> Marked {
    try command { try $0.markAllRead(of: scope.sources) }
  }

  /// Takes back the last command of this connection that changed marks, as one.
  ///
  /// Where another process has changed a mark since, that stays as it is now. Nil when there is
  /// nothing to take back.
  public func undo() throws(StoreError) -> Marked? {
    guard let step = ownSteps.withLock({ $0.last }) else { return nil }
    let marked = try write { db in try Marking(db).undo(step) }
    ownSteps.withLock { steps in steps.removeAll { $0 == step } }
    return marked
  }

  private func command(_ body: (Marking) throws -> Marked) throws(StoreError) -> Marked {
    let marked = try write { db in try body(Marking(db)) }
    if marked.count > 0 { ownSteps.withLock { $0.append(marked.change.rawValue) } }
    return marked
  }
}
