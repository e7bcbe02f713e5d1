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
  ///
  /// It is read in `/proc`: to ask by a descriptor of one's own and close that would give up all of
  /// SQLite's locks (fcntl(2)).
  static func holder(of path: String) -> String? {
    guard let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
      return nil
    }
    // SQLite's lock of the writer is byte 120 of the log's index (walformat); who is alone, or has no
    // log, has the bytes for pending, reserved and shared locks of the file (fileformat2, "lock-byte
    // page").
    let wanted = [
      (path + "-shm", 120...120), (path, 0x4000_0000...0x4000_0002),
    ].compactMap { file, bytes in identity(file).map { (file: $0, bytes: bytes) } }
    for line in locks.split(separator: "\n") {
      // 1: POSIX  ADVISORY  WRITE 4711 fe:01:131 120 120
      let words = line.split(separator: " ")
      guard words.count == 8, words[3] == "WRITE", let process = Int32(words[4]),
        process > 0, process != getpid(), let first = Int(words[6])
      else { continue }
      let last = Int(words[7]) ?? .max
      guard first <= last,
        wanted.contains(where: { $0.file == words[5] && $0.bytes.overlaps(first...last) })
      else { continue }
      let name = (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? "?"
      return "\(name.trimmingCharacters(in: .newlines)) (\(process))"
    }
    return nil
  }

  /// How `/proc/locks` names a file: its device's two numbers in hexadecimal, and its inode.
  private static func identity(_ path: String) -> String? {
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
