import GRDB
import Synchronization

/// Throws the index of words away where it is damaged, and nothing else is: it is made of what the
/// library has.
///
/// The pages of a damaged tree may point anywhere, so none of them is freed: the tables are taken out
/// of the schema, and the room that they had comes back by a `VACUUM`.
struct IndexRenewal {
  /// The tables of the index, FTS5's own among them.
  private static let tables = ["words", "heads"].flatMap { name in
    [name] + ["data", "idx", "content", "docsize", "config"].map { "\(name)_\($0)" }
  }

  private let queue: DatabaseQueue

  /// A renewal in the file at `path`, by a connection of its own.
  init(_ path: String) throws {
    queue = try DatabaseQueue(path: path, configuration: NewsStore.configuration(LockWait(path)))
  }

  /// Makes an empty index, for which all articles wait; false where more than the index is damaged,
  /// and then nothing was changed.
  func run() throws -> Bool {
    try queue.writeWithoutTransaction { db in
      var isRenewed = false
      try db.inTransaction(.immediate) {
        guard try Self.isSoundElsewhere(db) else { return .rollback }
        let names = Self.tables.map { "'\($0)'" }.joined(separator: ", ")
        try db.execute(
          sql: """
            PRAGMA writable_schema = ON;
            DELETE FROM sqlite_master WHERE tbl_name IN (\(names));
            PRAGMA writable_schema = RESET;
            \(Schema.index)
            INSERT OR REPLACE INTO unindexed(rank) SELECT rank FROM headlines;
            """)
        isRenewed = true
        return .commit
      }
      // Without room for a copy, or while others read, the file stays as large as it is.
      if isRenewed { try? db.execute(sql: "VACUUM") }
      return isRenewed
    }
  }

  /// Where a store is damaged.
  enum Damage {
    case none, ofTheIndex, ofMore
  }

  /// Where SQLite finds the store damaged.
  func damage() throws -> Damage {
    try queue.read { db in
      guard try Self.isSoundElsewhere(db) else { return .ofMore }
      return try Self.areSound(db) { Self.tables.contains($0) } ? .none : .ofTheIndex
    }
  }

  /// Whether SQLite finds nothing wrong in any other table.
  private static func isSoundElsewhere(_ db: Database) throws -> Bool {
    try areSound(db) { !tables.contains($0) }
  }

  private static func areSound(_ db: Database, _ isMeant: (String) -> Bool) throws -> Bool {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    return try names.allSatisfy { name in
      guard isMeant(name) else { return true }
      return try String.fetchAll(db, sql: "PRAGMA quick_check('\(name)')") == ["ok"]
    }
  }
}

extension NewsStore {
  /// Makes the index of words anew where it is damaged and nothing else is; `index` fills it.
  ///
  /// - Returns: false where more than the index is damaged; then nothing was changed.
  public func renewDamagedIndex() throws(StoreError) -> Bool {
    try renewIndex(after: renewals.withLock { $0 })
  }

  /// Does `work`, once more where the index of words had to be made anew for it.
  func renewingIndex<T>(_ work: () throws -> T) throws(StoreError) -> T {
    let before = renewals.withLock { $0 }
    do {
      return try work()
    } catch {
      let error = StoreError(error, path: path)
      guard error.kind == .damaged, isInPlace, try renewIndex(after: before) else {
        throw noted(error)
      }
    }
    do { return try work() } catch { throw StoreError(error, path: path) }
  }

  /// Renews the index unless another thread did so since `before` was counted.
  private func renewIndex(after before: Int) throws(StoreError) -> Bool {
    do {
      return try renewals.withLock { count in
        if count != before { return true }
        guard try IndexRenewal(path).run() else { return false }
        count += 1
        tell(.indexRenewed)
        return true
      }
    } catch {
      let error = StoreError(error, path: path)
      if error.kind == .damaged { return false }
      throw error
    }
  }
}
