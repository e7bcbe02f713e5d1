import Foundation
import GRDB
import Glibc

/// Puts a damaged store aside, under another name and never written over, and makes a new one in its
/// place, with the sources and the marks that can still be read.
///
/// Meanwhile the damaged one is locked where it still can be: no mark goes into it that is not read,
/// and whoever waits for the lock finds the store replaced. Who is killed at it leaves a note
/// (`DamageNote`), so that the next one begins anew, and with the log that went aside already.
public struct DamagedStore {
  /// What was done.
  public struct Saved: Equatable, Sendable {
    /// Where the damaged store is now.
    public var aside: String
    /// How many articles' marks are in the new one.
    public var articles = 0
    /// Whether nothing of the marks and the sources was unreadable.
    public var isWhole = true
  }

  /// Puts the store at `path` aside; nil where another process was quicker.
  ///
  /// - Parameter isStill: whether the file at the path is still the damaged one; asked under the lock.
  public static func putAside(
    _ path: String, while isStill: () -> Bool
  ) throws(StoreError) -> Saved? {
    // A link to the store stays one: SQLite, too, has the log beside what it leads to.
    let path = NewsStore.absolute(path, resolved: true)
    guard let aside = freeName(path) else { throw StoreError(.io, path: path) }
    let fresh = "\(path).new-\(getpid())"
    // Open to the end: who closes a file gives up SQLite's lock of it.
    var opened: [StorePages] = []
    defer { withExtendedLifetime(opened) {} }
    defer { for suffix in suffixes { unlink(fresh + suffix) } }
    do {
      let new = try NewsStore(at: fresh, .writing)
      var saved = Saved(aside: aside, isWhole: false)
      let old = try? DatabaseQueue(path: path, configuration: rescuing(path))
      let isLocked = old.map { old in
        (try? old.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }) != nil
      }
      defer {
        if isLocked == true {
          try? old?.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        }
      }
      guard isStill() else { return nil }
      var stores = [(path: path, connection: old)]
      if let begun = try begunAside(path) {
        let configuration = rescuing(begun, readonly: true)
        stores.append((begun, try? DatabaseQueue(path: begun, configuration: configuration)))
      }
      saved.isWhole = true
      for store in stores {
        if let kept = store.connection.flatMap(whole) {
          try new.takeOver(kept.sources, kept.states)
          continue
        }
        saved.isWhole = false
        guard let pages = StorePages(store.path, log: store.path + "-wal") else { continue }
        opened.append(pages)
        var kept = ScatteredState(pages)
        try? store.connection?.unsafeRead { try kept.takeLists(of: $0) }
        try new.takeOver(kept.sources, kept.states)
      }
      saved.articles =
        try new.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM statuses") } ?? 0
      // Its last connection puts what it has into one file.
      try new.queue.close()
      try replace(path, by: fresh, aside)
      return saved
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static let suffixes = ["", "-wal", "-shm"]

  /// As for every connection, but with transactions that last.
  private static func rescuing(_ path: String, readonly: Bool = false) -> Configuration {
    var configuration = NewsStore.configuration(LockWait(path))
    configuration.allowsUnsafeTransactions = true
    configuration.readonly = readonly
    // Else SQLite refuses a file that ends before its header says, and one whose schema can be read
    // in part only. Nothing is written.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    return configuration
  }

  /// What a store keeps; nil where not all of it can be read.
  private static func whole(
    _ queue: DatabaseQueue
  ) -> (sources: [(path: String, format: String?)], states: [KeptState])? {
    try? queue.unsafeRead { db in
      var sources: [(path: String, format: String?)] = []
      var states: [KeptState] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path, format FROM sources WHERE forgotten = 0 ORDER BY id")
      while let row = try rows.next() { sources.append((try row.value(0), try row.value(1))) }
      try KeptState.forEach(in: db) { states.append($0) }
      return (sources, states)
    }
  }

  /// The name of the damaged store beside its own, where who put it aside was killed before the new
  /// one took its place: the log is under that name then.
  private static func begunAside(_ path: String) throws -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_nlink > 1 else { return nil }
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    let file = FileIdentity(path)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(url.lastPathComponent + ".damaged-") }
      .map { folder.appending(path: $0).path }
      .first { FileIdentity($0) == file && access($0 + "-wal", F_OK) == 0 }
  }

  /// A name for the damaged store that no file has.
  private static func freeName(_ path: String) -> String? {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var stamp = [CChar](repeating: 0, count: 32)
    let count = strftime(&stamp, stamp.count, "%Y%m%d-%H%M%S", &parts)
    let date = String(decoding: stamp.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let dated = "\(path).damaged-\(date)"
    return ([dated] + (2...99).map { "\(dated)-\($0)" }).first { access($0, F_OK) != 0 }
  }

  /// Renames the store and the log beside it, and then the new one: at the path there always is one
  /// of the two, where the file system has links.
  private static func replace(_ path: String, by fresh: String, _ aside: String) throws {
    DamageNote(path).leave()
    guard link(path, aside) == 0 || rename(path, aside) == 0 else { throw failure(path) }
    for suffix in suffixes.dropFirst() { rename(path + suffix, aside + suffix) }
    guard rename(fresh, path) == 0 else { throw failure(path) }
    DamageNote(path).remove()
  }

  private static func failure(_ path: String) -> StoreError {
    StoreError(
      errno == EROFS || errno == EACCES || errno == EPERM ? .readOnly : .io, path: path,
      message: String(cString: strerror(errno)))
  }
}

extension NewsStore {
  /// Takes in the sources and the marks of another store.
  fileprivate func takeOver(
    _ sources: [(path: String, format: String?)], _ states: [KeptState]
  ) throws {
    try queue.writeWithoutTransaction { db in
      let merging = try StateMerging(db, now: now())
      try db.inTransaction(.immediate) {
        for source in sources {
          try db.execute(
            sql: "INSERT OR IGNORE INTO sources(path, format) VALUES(?, ?)",
            arguments: [source.path, source.format])
          if db.changesCount > 0 {
            try db.execute(
              sql: "INSERT INTO tallies(source) VALUES(?)", arguments: [db.lastInsertedRowID])
          }
        }
        for state in states { try merging.stage(state) }
        _ = try merging.merge()
        return .commit
      }
      try merging.end()
    }
  }
}
