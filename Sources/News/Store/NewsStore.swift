import Foundation
import GRDB
import Glibc
import Synchronization

/// The library on disk: articles, where they stand in the list, and which of them were read.
///
/// One file of SQLite, one connection. Open it for reading to show the first screen (nothing is
/// created or changed, and it costs half a millisecond); open another for writing to take articles
/// in and to mark them. Any number of processes may have it open.
public final class NewsStore: Sendable {
  /// What a store is opened for.
  public enum Access: Sendable {
    case reading
    /// Creates the store where there is none, and brings an older one up to date.
    case writing
  }

  /// What a store does by itself, and a person should know of.
  public enum Event: Equatable, Sendable {
    /// The index of words was damaged and is empty now; `index` fills it.
    case indexRenewed
    /// Another program has held the lock for a second, and is waited for; which one, where the
    /// system tells, as a name and the number of its process.
    case waiting(for: String?)
  }

  /// The file.
  public let path: String

  private let isWriting: Bool
  /// Says when a change is, in milliseconds since 1970-01-01T00:00:00Z.
  let now: @Sendable () -> Int64
  /// Which file was opened; nil where the system didn't say.
  let file: FileIdentity?
  let queue: DatabaseQueue
  /// Copies the log meanwhile where much is written.
  let log: LogCopying
  /// The steps that this connection made.
  let ownSteps = Mutex(OwnSteps())
  /// How many marks wait for this connection: a batch ends early for them.
  let waitingMarks = Atomic(0)
  /// Transactions of longer work.
  private let transactions = Atomic(0)
  /// The search that goes on, if one does.
  let searching = Mutex(Searching())
  /// How many articles waited for the index of words.
  let lastWaiting = Mutex<Waiting?>(nil)
  /// Where ranks go on for seconds that are full (`RankGiver`).
  let fullSeconds = Mutex<[Int64: Int64]>([:])
  /// Whether the store held nothing when this connection first took something in.
  let foundEmpty = Mutex<Bool?>(nil)
  /// How often this connection made the index of words anew.
  let renewals = Mutex(0)
  /// Is told what the store does by itself.
  let tell: @Sendable (Event) -> Void

  /// Opens the store at `path`.
  ///
  /// - Parameter patience: how long somebody else's lock is waited for.
  /// - Parameter tell: is told what the store does by itself, on whatever thread it comes up.
  /// - Throws: for reading `missing`, `needsMigration` (open it for writing first) and
  ///   `newerVersion`; for either access `damaged`, `notAStore`, `foreign`, `locked`, `forbidden`,
  ///   `readOnly`, `full` and `io`.
  public convenience init(
    at path: String, _ access: Access, patience: Duration = .seconds(10),
    tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(StoreError) {
    try self.init(at: path, access, patience: patience, now: Clock.milliseconds, tell: tell)
  }

  /// Opens the store as one whose changes are dated by another clock.
  init(
    at path: String, _ access: Access, patience: Duration = LockWait.longest,
    now: @escaping @Sendable () -> Int64,
    tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(StoreError) {
    self.path = path
    self.now = now
    self.tell = tell
    isWriting = access == .writing
    log = LogCopying(path)
    let waiting = LockWait(path, longest: patience, tell)
    do {
      switch access {
      case .reading: queue = try Self.openForReading(path, waiting)
      case .writing: queue = try Self.openForWriting(path, waiting)
      }
    } catch {
      throw Self.explained(StoreError(error, path: path), access)
    }
    file = FileIdentity(path)
  }

  /// Whose connection closes last puts the log into the file and removes it: this one's.
  deinit { log.end() }

  /// Whether the file that was opened is still the one at its path.
  public var isInPlace: Bool { FileIdentity(path) == file }

  /// The number of the last change to any mark; a list opened now remembers it.
  public func changeNumber() throws(StoreError) -> ChangeNumber {
    try read { db in ChangeNumber(rawValue: try Marking.lastStep(db)) }
  }

  /// A number that changes whenever another connection, of any process, changed the store.
  ///
  /// It is to be compared with what the same `NewsStore` said before; -1 where it can't be read.
  public func dataVersion() -> Int {
    let version = try? queue.unsafeRead { db in
      try db.cachedStatement(sql: "PRAGMA data_version").int()
    }
    return version.map(Int.init) ?? -1
  }
}

extension NewsStore {
  /// Reads in one transaction: what several statements see is one state of the store.
  ///
  /// The writing connection reads without GRDB's `read`, which sets `query_only` and takes it back:
  /// that pragma makes SQLite compile every cached statement anew, 0.5 ms of a mark.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      guard isWriting else { return try queue.read(body) }
      return try transaction(.deferred, body)
    } catch {
      throw noted(StoreError(error, path: path))
    }
  }

  /// The same error; where it is damage, a note of that is left for who may mend it.
  func noted(_ error: StoreError) -> StoreError {
    if error.kind == .damaged, isInPlace { DamageNote(path).leave() }
    return error
  }

  /// Writes in one transaction that takes the lock at once (a deferred one could fail half-way).
  ///
  /// Where nothing but the index of words is damaged, that is made anew and `body` called again.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try renewingIndex { try transaction(.immediate, body) }
  }

  /// Takes news in, in one transaction that a power cut may take back: the files would be read
  /// again. A mark that follows makes sure of it too.
  func writeLoosely<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      let result = try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        return try transaction(db, .immediate, body)
      }
      log.note()
      return result
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Leaves the lock free between two transactions of longer work, for another process that may wait
  /// for it: whoever does asks three times a millisecond. Who waits in this process has its turn.
  func letOthersIn() {
    if leavesGap() { usleep(1_500) }
  }

  /// Whether the lock is left free now: always where another process has the store open, else every
  /// eighth time, as the system does not show all of them (another container's, say).
  ///
  /// - Parameter own: the process that is no other.
  func leavesGap(but own: pid_t = getpid()) -> Bool {
    transactions.add(1, ordering: .relaxed).newValue.isMultiple(of: 8)
      || LockWait.isOpen(path, elsewhereThan: own)
  }

  private func transaction<T>(
    _ kind: Database.TransactionKind, _ body: (Database) throws -> T
  ) throws -> T {
    try queue.writeWithoutTransaction { db in try transaction(db, kind, body) }
  }

  private func transaction<T>(
    _ db: Database, _ kind: Database.TransactionKind, _ body: (Database) throws -> T
  ) throws -> T {
    var result: T?
    try db.inTransaction(kind) {
      // A file that was removed takes in whatever it is given, and loses it with the last
      // connection: nothing may be called kept that isn't. This is asked under the lock, which who
      // puts a damaged store aside holds meanwhile.
      guard kind == .deferred || isInPlace else { throw StoreError(.removed, path: path) }
      result = try body(db)
      return .commit
    }
    guard let result else { throw StoreError(.unexpected, path: path) }
    return result
  }
}

extension NewsStore {
  private static func openForReading(
    _ path: String, _ waiting: LockWait
  ) throws -> DatabaseQueue {
    guard access(path, F_OK) == 0 else {
      throw StoreError(.missing, path: path, message: String(cString: strerror(errno)))
    }
    do {
      return try openForReading(path, as: path, waiting)
    } catch let error as DatabaseError
      where error.isOfAFolder && access(path, R_OK) == 0
      || error.resultCode == .SQLITE_IOERR && isOnFullDisk(path)
        && (hasNoLog(path) || hasNoIndexOfLog(path))
    {
      // A log needs files beside the store, and on a medium that can't be written, or is full, there
      // can't be any. Nor can anyone change the store there, which is what `immutable` promises
      // SQLite.
      if hasNoLog(path) { return try openForReading(path, as: uri(path, "immutable=1"), waiting) }
      // A log that a killed process left: who is alone has its index in memory, and has no need of
      // locks.
      let name = uri(path, "mode=ro&vfs=unix-none")
      return try openForReading(path, as: name, isAlone: true, waiting)
    }
  }

  private static func openForReading(
    _ path: String, as name: String, isAlone: Bool = false, _ waiting: LockWait
  ) throws -> DatabaseQueue {
    var configuration = configuration(waiting)
    configuration.readonly = true
    if isAlone {
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    }
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    try queue.unsafeRead { db in
      guard try Schema.version(of: db, path: path) == Schema.steps.count else {
        throw StoreError(.needsMigration, path: path)
      }
    }
    return queue
  }

  /// The path as a URI (RFC 3986) by which SQLite opens a file in a way of its own.
  static func uri(_ path: String, _ query: String) -> String {
    let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3F")
      .replacing("#", with: "%23")
    return "file:\(escaped)?\(query)"
  }

  /// What SQLite calls an unopenable file is, where the file or its folder can't be read or written,
  /// just that; and what it calls damaged may be no store at all.
  private static func explained(_ error: StoreError, _ access: Access) -> StoreError {
    var explained = error
    switch error.kind {
    case .damaged where !beginsAsAStore(error.path): explained.kind = .notAStore
    case .missing where isForbidden(error.path), .io where isForbidden(error.path),
      .readOnly where isForbidden(error.path):
      explained.kind = .forbidden
    case .io where isOnFullDisk(error.path): explained.kind = .full
    case .io where access == .writing && isUnwritable(error.path): explained.kind = .readOnly
    default: break
    }
    return explained
  }

  private static func isForbidden(_ path: String) -> Bool {
    access(path, R_OK) != 0 && errno == EACCES
  }

  private static func isUnwritable(_ path: String) -> Bool {
    let isThere = access(path, F_OK) == 0
    guard isThere || access(folder(of: path), F_OK) == 0 else { return false }
    return isThere && access(path, W_OK) != 0 || access(folder(of: path), W_OK) != 0
  }

  /// Whether the file has the first bytes of a database of SQLite's, and in them a store's name.
  private static func beginsAsAStore(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(upToCount: 72), head.count == 72
    else { return false }
    // The application id stands at byte 68 of SQLite's header.
    let name = withUnsafeBytes(of: Int32(Schema.application).bigEndian) { Data($0) }
    return head.starts(with: Array("SQLite format 3\0".utf8)) && head.suffix(4) == name
  }

  /// Whether nothing more can be written where the store lies: SQLite, which fails to make the files
  /// beside it, calls that an error of the disk.
  private static func isOnFullDisk(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(folder(of: path), &status) == 0 && status.f_bavail == 0
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// Whether all that the store has is in its file.
  private static func hasNoLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) != 0 || status.st_size == 0
  }

  /// Whether nobody has the store's log open: its index is a file that lives as long as one does.
  private static func hasNoIndexOfLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-shm", &status) != 0 || status.st_size == 0
  }

  private static func openForWriting(
    _ path: String, _ waiting: LockWait
  ) throws -> DatabaseQueue {
    makeFolder(of: path)
    let queue = try DatabaseQueue(path: path, configuration: configuration(waiting))
    try queue.writeWithoutTransaction { db in
      let version = try Schema.version(of: db, path: path)
      try useLog(db)
      if version < Schema.steps.count {
        // What a power cut takes back of these steps is taken again. To wait for the disk after each
        // takes a fifth of a second where other programs write much.
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        try Schema.migrate(db, path: path)
      }
      // By hand: GRDB's own set-up of WAL would leave `synchronous` at NORMAL, and a power cut could
      // then take back a mark that the screen called kept.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // The identities of a million articles lie all over their table: 16 MB of it at hand, and
      // every page copied from the log once for many changes. While much is written, `LogCopying` is
      // quicker.
      try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 12000")
      // Debian's SQLite fills what becomes free with zeros, and reads and writes whole pages for that:
      // all the pieces of the index that are merged. What is written anyway is still filled.
      try db.execute(sql: "PRAGMA secure_delete = FAST")
    }
    return queue
  }

  /// Turns WAL on. SQLite doesn't wait for others here, as it does everywhere else, and two
  /// processes may be making the same store.
  private static func useLog(_ db: Database) throws {
    for _ in 0..<5_000 {
      do {
        return try db.execute(sql: "PRAGMA journal_mode = WAL")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(2_000)
      }
    }
    try db.execute(sql: "PRAGMA journal_mode = WAL")
  }

  /// How a connection is made that waits for another's lock so.
  static func configuration(_ waiting: LockWait) -> Configuration {
    MemoryCount.leaveOut()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .callback { tries in waiting.goesOn(tries) }
    return configuration
  }

  /// Makes the folder that the store lies in, and those above it; opening reports what fails.
  private static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if access(folder, F_OK) != 0 { mkdir(folder, 0o700) }
    }
  }
}

/// Which file is at a path.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}

extension DatabaseError {
  /// Whether the files beside a store can't be made or written.
  fileprivate var isOfAFolder: Bool {
    resultCode == .SQLITE_CANTOPEN || resultCode == .SQLITE_READONLY
  }
}
