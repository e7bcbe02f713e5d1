import News
import Synchronization
import Words

/// The library opened for writing, once, by whichever thread needs it first.
final class Library: Sendable {
  private let path: String
  private let opened = Mutex<NewsStore?>(nil)
  private let said = Mutex<Phrase?>(nil)

  /// The library in the file at `path`.
  init(path: String) {
    self.path = path
  }

  /// What there is to say about how it was opened.
  var news: Phrase? { said.withLock { $0 } }

  /// The store, made or brought up to date where that is needed.
  func store() throws(StoreError) -> NewsStore {
    try opened.withLock { opened throws(StoreError) in
      if let store = opened { return store }
      let store = try StoreRescue.open(path) { phrase in said.withLock { $0 = phrase } }
      opened = store
      return store
    }
  }
}
