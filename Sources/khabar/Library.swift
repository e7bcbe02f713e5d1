import News
import Synchronization

/// The library opened for writing, once, by whichever thread needs it first.
final class Library: Sendable {
  private let path: String
  private let opened = Mutex<NewsStore?>(nil)

  /// The library in the file at `path`.
  init(path: String) {
    self.path = path
  }

  /// The store, made or brought up to date where that is needed.
  func store() throws(StoreError) -> NewsStore {
    try opened.withLock { opened throws(StoreError) in
      if let store = opened { return store }
      let store = try NewsStore(at: path, .writing)
      opened = store
      return store
    }
  }
}
