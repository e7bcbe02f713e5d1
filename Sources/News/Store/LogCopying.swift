import Foundation
import GRDB
import Synchronization

/// Copies the log into the store's file while longer work goes on writing, on a thread of its own.
///
/// SQLite itself copies in the commit that makes the log long, and whoever commits then waits for the
/// disk. It still does where the log grows quicker than it is copied here, and begins the log anew
/// where it finds all of it copied.
final class LogCopying: Sendable {
  /// The log is copied after so many transactions: the disk is kept at work, and a mark that waits
  /// for it finds as little to wait for as where SQLite copies 4,000 pages at a time.
  private static let often = 8

  private let path: String
  private let written = Atomic(0)
  private let thread = DispatchQueue(label: "khabar.log")
  private let turn = DispatchGroup()
  private let connection = Mutex<DatabaseQueue?>(nil)

  /// Copies the log of the store at `path`.
  init(_ path: String) {
    self.path = path
  }

  /// Notes that a transaction of longer work was written. Where the copying is a whole turn behind, it
  /// is waited for: so the log stays short on a slow disk too.
  func note() {
    guard written.add(1, ordering: .relaxed).newValue.isMultiple(of: Self.often) else { return }
    turn.wait()
    thread.async(group: turn) { [self] in copy() }
  }

  /// Waits for the copying to end, and closes its connection; the next turn opens another.
  func end() {
    turn.wait()
    connection.withLock { $0 = nil }
  }

  /// Copies what the log holds. Where it can't, SQLite does when the log is long.
  private func copy() {
    connection.withLock { connection in
      if connection == nil {
        // Never made where it was removed.
        connection = try? DatabaseQueue(
          path: NewsStore.uri(path, "mode=rw"),
          configuration: NewsStore.configuration(LockWait(path)))
      }
      _ = try? connection?.writeWithoutTransaction { db in try db.checkpoint(.passive) }
    }
  }
}
