import Glibc

/// Held while a process takes news in, so that others need not read the same files: an advisory lock
/// (flock(2)) on a file beside the store, which the system gives up when the process ends.
///
/// It is a file of its own: to close any other descriptor of the store's would give up all of SQLite's
/// locks (fcntl(2)).
final class ScanLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of the store at `path`; nil where another scan has it, or the file can't be made.
  init?(_ path: String) {
    descriptor = open(
      path + "-scan", O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether a scan has the lock of the store at `path`.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path + "-scan", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
