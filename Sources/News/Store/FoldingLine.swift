import Foundation
import GRDB

/// Folds what waits for the index on a thread of its own, two batches ahead of who writes them.
final class FoldingLine: Sendable {
  private struct State {
    var ready: [Result<SearchIndexing.Batch, StoreError>] = []
    var isOver = false
  }

  private static let ahead = 2

  private let store: NewsStore
  private let condition = NSCondition()
  nonisolated(unsafe) private var state = State()  // only touched while `condition` is locked

  /// Begins to fold what `store`, open for reading, has waiting.
  init(_ store: NewsStore) {
    self.store = store
    Thread.detachNewThread { [self] in run() }
  }

  /// The next batch; an empty one at the end.
  func next() throws(StoreError) -> SearchIndexing.Batch {
    let result = locked { () -> Result<SearchIndexing.Batch, StoreError> in
      while state.ready.isEmpty { condition.wait() }
      defer { condition.broadcast() }
      return state.ready.removeFirst()
    }
    return try result.get()
  }

  /// Nobody takes any more.
  func end() {
    locked {
      state.isOver = true
      condition.broadcast()
    }
  }
}

extension FoldingLine {
  private func locked<T>(_ body: () -> T) -> T {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }

  private func run() {
    var folder = DocumentFolder()
    var last = Int64.min
    while true {
      let result: Result<SearchIndexing.Batch, StoreError>
      do throws(StoreError) {
        result = .success(try store.read { db in try .init(db, above: last, &folder) })
      } catch {
        result = .failure(error)
      }
      let batch = try? result.get()
      let goesOn = locked { () -> Bool in
        state.ready.append(result)
        condition.broadcast()
        while state.ready.count >= Self.ahead, !state.isOver { condition.wait() }
        return !state.isOver
      }
      guard goesOn, let highest = batch?.documents.last?.rank else { return }
      last = highest
    }
  }
}
