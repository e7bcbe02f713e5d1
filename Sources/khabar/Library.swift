import News
import Synchronization
import Words

/// The library opened for writing, once, by whichever thread needs it first.
final class Library: Sendable {
  private let path: String
  private let expected = Mutex<NewsStore?>(nil)
  private let opened = Mutex<NewsStore?>(nil)
  private let said = Mutex<Phrase?>(nil)

  /// The library in the file at `path`.
  init(path: String) {
    self.path = path
  }

  /// What there is to say about how it was opened.
  var news: Phrase? { said.withLock { $0 } }

  /// From now on the library is the file that `store`, which shows it, has open.
  func expect(_ store: NewsStore) {
    expected.withLock { $0 = store }
  }

  /// The store, made or brought up to date where that is needed.
  ///
  /// - Throws: also `removed`, where the file that is shown is gone: one made in its place would
  ///   take in marks of what it does not hold.
  func store() throws(StoreError) -> NewsStore {
    try opened.withLock { opened throws(StoreError) in
      if let store = opened { return store }
      if let expected = expected.withLock({ $0 }), !expected.isInPlace {
        throw StoreError(.removed, path: path)
      }
      let store = try StoreRescue.open(path) { phrase in said.withLock { $0 = phrase } }
      opened = store
      return store
    }
  }
}
