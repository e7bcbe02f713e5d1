import Dispatch
import Foundation
import Glibc
import News
import Reader
import Synchronization
import Words

/// Keeps what the reader changes, one change after the other, on a thread of its own.
final class Writer: Sendable {
  private struct Waiting {
    var changes: [Change] = []
    var isBusy = false
    var hasThread = false
  }

  private let library: Library
  private let named: NamedSources
  private let mailbox: Mailbox
  private let waiting = Mutex(Waiting())
  private let semaphore = DispatchSemaphore(value: 0)

  /// A writer to `library` that tells how what was named stands after each change.
  init(library: Library, named: NamedSources, mailbox: Mailbox) {
    self.library = library
    self.named = named
    self.mailbox = mailbox
  }

  /// Hands a change over; the first one starts the thread.
  func write(_ change: Change) {
    let starts = waiting.withLock { waiting in
      waiting.changes.append(change)
      defer { waiting.hasThread = true }
      return !waiting.hasThread
    }
    if starts { Thread.detachNewThread { [self] in run() } }
    semaphore.signal()
  }

  /// Waits until everything handed over is kept or was refused; false where that takes longer than
  /// `seconds`.
  func finish(within seconds: Int) -> Bool {
    for _ in 0..<seconds * 2_000 where !isIdle { usleep(500) }
    return isIdle
  }

  /// Whether everything handed over is kept or was refused.
  var isIdle: Bool {
    waiting.withLock { $0.changes.isEmpty && !$0.isBusy }
  }
}

extension Writer {
  private func run() {
    while true {
      semaphore.wait()
      guard let change = next() else { continue }
      mailbox.post(perform(change))
      waiting.withLock { $0.isBusy = false }
    }
  }

  private func next() -> Change? {
    waiting.withLock { waiting in
      guard !waiting.changes.isEmpty else { return nil }
      waiting.isBusy = true
      return waiting.changes.removeFirst()
    }
  }

  private func perform(_ change: Change) -> Message {
    do throws(StoreError) {
      let store = try library.store()
      let count =
        switch change {
        case .mark(let ids, let marks): try store.change(ids, marks).count
        case .markAllRead(let shelf): try store.markAllRead(in: NewsStore.Scope(shelf)).count
        case .undo: try store.undo()?.count ?? 0
        case .redo: try store.redo()?.count ?? 0
        case .place(let id, let place): try store.keep(place, of: id)
        }
      let standing = Standing(
        tally: try store.tally(of: named.sources), change: try store.changeNumber())
      return .written(change, Written(count: count, standing: standing))
    } catch {
      return .writeFailed(change, Phrase(error))
    }
  }
}
