import Foundation
import Glibc
import Synchronization

/// Waits for the lock that another program holds, and says so after a second.
///
/// SQLite's own waiting sleeps up to 100 ms at a time, and a mark would miss every gap of 1.5 ms that
/// another process leaves between its batches; steps of 0.3 ms miss few, however busy the machine is.
final class LockWait: Sendable {
  /// How long somebody's lock is waited for.
  static let longest = Duration.seconds(10)
  /// How long nothing is said of it.
  static let quiet = Duration.seconds(1)

  private let path: String
  private let longest: Duration
  private let tell: @Sendable (NewsStore.Event) -> Void
  private let state = Mutex((begun: Duration.zero, isSaid: false))
  /// The time of a clock that never goes back.
  private let now: @Sendable () -> Duration
  private let sleep: @Sendable () -> Void

  /// Waits for the lock of the store at `path`.
  convenience init(
    _ path: String, longest: Duration = longest,
    _ tell: @escaping @Sendable (NewsStore.Event) -> Void = { _ in }
  ) {
    let start = ContinuousClock.now
    self.init(
      path, longest: longest, tell, now: { ContinuousClock.now - start }, sleep: { usleep(300) })
  }

  /// The same by another clock.
  init(
    _ path: String, longest: Duration = longest,
    _ tell: @escaping @Sendable (NewsStore.Event) -> Void,
    now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable () -> Void
  ) {
    self.path = path
    self.longest = longest
    self.tell = tell
    self.now = now
    self.sleep = sleep
  }

  /// Waits a moment; false when it was enough. `tries` is 0 when a wait begins.
  func goesOn(_ tries: Int) -> Bool {
    let now = now()
    let (waited, says) = state.withLock { state in
      if tries == 0 { state = (now, false) }
      let waited = now - state.begun
      let says = waited >= Self.quiet && !state.isSaid
      if says { state.isSaid = true }
      return (waited, says)
    }
    if says { tell(.waiting(for: Self.holder(of: path))) }
    guard waited < longest else { return false }
    sleep()
    return true
  }

  /// Which other program holds a lock that lets nobody else write, or read, as Linux tells.
  static func holder(of path: String) -> String? {
    // SQLite's lock of the writer is byte 120 of the log's index (walformat); who is alone, or has no
    // log, has the bytes for pending, reserved and shared locks of the file (fileformat2, "lock-byte
    // page").
    let wanted = [
      (path + "-shm", 120...120), (path, 0x4000_0000...0x4000_0002),
    ].compactMap { file, bytes in identity(file).map { (file: $0, bytes: bytes) } }
    for lock in locks() ?? [] where lock.isForWriting && lock.process != getpid() {
      guard lock.process > 0,
        wanted.contains(where: { $0.file == lock.file && $0.bytes.overlaps(lock.bytes) })
      else { continue }
      let process = lock.process
      let name = (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? "?"
      return "\(name.trimmingCharacters(in: .newlines)) (\(process))"
    }
    return nil
  }

  /// Whether a process other than `own` has the store at `path` open, as Linux tells; also where it
  /// does not. Who has a store with a log open holds a lock for reading on it all the time.
  static func isOpen(_ path: String, elsewhereThan own: pid_t) -> Bool {
    guard let locks = locks(), let file = identity(path) else { return true }
    return locks.contains { $0.file == file && $0.process != own }
  }

  /// A lock on bytes of a file that a process holds.
  private struct Lock {
    let isForWriting: Bool
    /// Its number; less than 1 where the lock belongs to none.
    let process: pid_t
    let file: Substring
    let bytes: ClosedRange<Int>

    /// A line of `/proc/locks`: `1: POSIX  ADVISORY  WRITE 4711 fe:01:131 120 120`; nil for who waits.
    init?(_ line: Substring) {
      let words = line.split(separator: " ")
      guard words.count == 8, let process = pid_t(words[4]), let first = Int(words[6]) else {
        return nil
      }
      let last = Int(words[7]) ?? .max
      guard first <= last else { return nil }
      isForWriting = words[3] == "WRITE"
      self.process = process
      file = words[5]
      bytes = first...last
    }
  }

  /// All locks; nil where the system does not tell.
  ///
  /// It is read in `/proc`: to ask by a descriptor of one's own and close that would give up all of
  /// SQLite's locks (fcntl(2)).
  private static func locks() -> [Lock]? {
    let text = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    return text?.split(separator: "\n").compactMap(Lock.init)
  }

  /// How `/proc/locks` names a file: its device's two numbers in hexadecimal, and its inode.
  private static func identity(_ path: String) -> Substring? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let device = UInt64(status.st_dev)
    // As gnu_dev_major and gnu_dev_minor of <sys/sysmacros.h> take it apart.
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    func digits(_ number: UInt64) -> String {
      let text = String(number, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return "\(digits(major)):\(digits(minor)):\(status.st_ino)"
  }
}
