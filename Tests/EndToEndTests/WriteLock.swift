import GRDB

/// Another program at work on the store: it holds the write lock until it is released.
struct WriteLock {
  private let queue: DatabaseQueue

  /// Takes the write lock of the database at `path`, which may be made with a table of its own.
  ///
  /// - Parameter isExclusive: whether nobody else may read either.
  init(on path: String, makingTable: Bool = false, isExclusive: Bool = false) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    if makingTable {
      try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE theirs(x)") }
    }
    try queue.writeWithoutTransaction { db in
      if isExclusive { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      try db.execute(sql: "BEGIN IMMEDIATE")
    }
  }

  /// Lets it go.
  func release() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try queue.close()
  }
}
