import GRDB

extension NewsStore {
  /// A log of so many pages is read in a third of a millisecond.
  private static let shortLog = 250

  /// Puts what the log holds into the store's file and begins the log anew: who opens the store when
  /// nobody else has it open reads all of the log, and after a long scan that takes 6 ms.
  ///
  /// It waits for no reader: while one is at work, or where it can't be done, the log stays as it is.
  public func shortenLog() {
    // Only one copies at a time.
    self.log.end()
    let log = try? queue.writeWithoutTransaction { db in try db.checkpoint(.passive) }
    guard let log, log.walFrameCount > Self.shortLog,
      log.checkpointedFrameCount == log.walFrameCount
    else { return }
    // SQLite begins a log that was copied whole anew with the next change, whatever that is; a row
    // that stays as it was is none.
    try? writeLoosely { db in
      try db.execute(
        sql: "UPDATE folding SET version = version + 1; UPDATE folding SET version = version - 1")
    }
  }
}
