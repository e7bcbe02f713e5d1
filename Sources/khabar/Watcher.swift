import Foundation
import News
import Synchronization

/// Has the loop look at files again when they change, from a thread of its own.
///
/// What comes at once is told once, at most twice a second. Where not all folders can be watched,
/// it asks for a look every other second.
final class Watcher: Sendable {
  private let watch = FileWatch()
  private let hasThread = Mutex(false)
  private let tell: @Sendable () -> Void

  /// A watcher that calls `tell` after a change.
  init(tell: @escaping @Sendable () -> Void) {
    self.tell = tell
  }

  /// Watches these paths too; the first call starts the thread.
  func watch(_ paths: [String]) {
    watch.watch(paths)
    let starts = hasThread.withLock { hasThread in
      defer { hasThread = true }
      return !hasThread
    }
    if starts { Thread.detachNewThread { [self] in run() } }
  }

  /// Watches nothing any more, so that the program can go at once.
  func end() { watch.end() }
}

extension Watcher {
  private func run() {
    while true {
      Self.step(
        wait: { [watch] in watch.wait(milliseconds: $0) }, isWhole: { [watch] in watch.isWhole },
        tell: tell)
    }
  }

  /// Waits once for a change, and for what follows it at once, and tells it: half a second after the
  /// first at most. Where not all is watched, it tells after a second and a half in any case.
  static func step(
    wait: (_ milliseconds: Int32) -> Bool, isWhole: () -> Bool, tell: () -> Void
  ) {
    let isChanged = wait(1_500)
    guard isChanged || !isWhole() else { return }
    // A file is often written in several pieces, and many files one after another.
    var pauses = 0
    while isChanged, pauses < 5, wait(100) { pauses += 1 }
    tell()
  }
}
