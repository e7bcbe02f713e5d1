import News
import Synchronization
import Words

/// The library opened for writing, once, by whichever thread needs it first.
final class Library: Sendable {
  private let path: String
  private let expected = Mutex<NewsStore?>(nil)
  private let opened = Mutex<NewsStore?>(nil)
  private let hearing = Mutex(Hearing())

  /// Who is told what there is to say of the library, and what was said before anyone listened.
  private struct Hearing {
    var listener: (@Sendable (Phrase) -> Void)?
    var missed: [Phrase] = []
  }

  /// The library in the file at `path`.
  init(path: String) {
    self.path = path
  }

  /// Tells `listener` what there is to say of the library: that it was damaged, and what became of it.
  func tell(_ listener: @escaping @Sendable (Phrase) -> Void) {
    let missed = hearing.withLock { hearing in
      defer { hearing = Hearing(listener: listener) }
      return hearing.missed
    }
    missed.forEach(listener)
  }

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
      // What is shown already has numbers of its own for its articles: another library in its place
      // would take marks for others.
      let isShown = expected.withLock { $0 != nil }
      let store =
        isShown
        ? try StoreRescue.openAsItIs(path) { [self] phrase in say(phrase) }
        : try StoreRescue.open(path) { [self] phrase in say(phrase) }
      // … or may have been put there meanwhile.
      if let expected = expected.withLock({ $0 }), !expected.isInPlace {
        throw StoreError(.removed, path: path)
      }
      opened = store
      return store
    }
  }

  private func say(_ phrase: Phrase) {
    let listener = hearing.withLock { hearing in
      if hearing.listener == nil { hearing.missed.append(phrase) }
      return hearing.listener
    }
    listener?(phrase)
  }
}
