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
      let isChanged = watch.wait(milliseconds: 1_500)
      guard isChanged || !watch.isWhole else { continue }
      // A file is often written in several pieces, and many files one after another.
      var pauses = 0
      while isChanged, pauses < 5, watch.wait(milliseconds: 100) { pauses += 1 }
      tell()
    }
  }
}
