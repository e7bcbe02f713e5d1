import Glibc
import Synchronization

extension NewsStore {
  /// Drops articles that were published before `seconds` (since 1970-01-01T00:00:00Z) and read;
  /// those without a date go by when they came. What is starred, tagged or unread stays, and what
  /// was done with an article stays known: one that comes back is not new again.
  ///
  /// - Returns: How many were dropped.
  public func prune(before seconds: Int64) throws(StoreError) -> Int {
    var dropped = 0
    var bound: Int64?
    repeat {
      let batch = try write { db in
        var pruning = Pruning(db, before: seconds)
        return try pruning.dropBatch(from: bound)
      }
      dropped += batch.dropped
      bound = batch.next
      if bound != nil { letOthersIn() }
    } while bound != nil
    // Seconds that were full may have room again.
    fullSeconds.withLock { $0 = [:] }
    return dropped
  }

  /// How many articles `prune` would drop.
  public func prunable(before seconds: Int64) throws(StoreError) -> Int {
    try read { db in try Pruning(db, before: seconds).count() }
  }
}
