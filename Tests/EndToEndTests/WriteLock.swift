import GRDB

/// Another program at work on the store: it holds the write lock until it is released.
struct WriteLock {
  private let queue: DatabaseQueue

  /// Takes the write lock of the store at `path`.
  init(on path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
  }

  /// Lets it go.
  func release() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
  }
}
