import Glibc
import News
import Words

/// The library opened for writing, and put aside where it is damaged: renamed, never written over,
/// with a new one in its place that has the sources and marks which could still be read.
enum StoreRescue {
  /// The library at `path`; `say` is told what was done with a damaged one, and on whatever thread it
  /// comes up what the library does by itself.
  static func open(
    _ path: String, say: @escaping @Sendable (Phrase) -> Void
  ) throws(StoreError) -> NewsStore {
    let inode = Self.inode(path)
    do {
      let store = try openAsItIs(path, say: say)
      if NewsStore.isSuspected(path) { try store.verify() }
      return store
    } catch {
      // What a person named by mistake is left alone. Another process may have been quicker: then
      // there is another file by now.
      let isOurs = error.kind == .damaged || error.kind == .notAStore && isInOurPlace(path)
      guard isOurs, Self.inode(path) == inode else { throw error }
    }
    if let saved = try DamagedStore.putAside(path, while: { Self.inode(path) == inode }) {
      say(Phrase(saved))
    }
    return try openAsItIs(path, say: say)
  }

  /// The library at `path`, which stays where it is even if it is damaged.
  static func openAsItIs(
    _ path: String, patience: Duration = .seconds(10),
    say: @escaping @Sendable (Phrase) -> Void
  ) throws(StoreError) -> NewsStore {
    try NewsStore(at: path, .writing, patience: patience, tell: { say(Phrase($0)) })
  }

  /// Does `work` on the library at `path`; once more on a new one where the damage comes up then.
  static func doing<T>(_ path: String, _ work: (NewsStore) throws -> T) throws -> T {
    let store = try open(path) { Speech.say($0) }
    do {
      return try work(store)
    } catch let error as StoreError {
      guard error.kind == .damaged, store.isInPlace else { throw error }
      if let saved = try DamagedStore.putAside(path, while: { store.isInPlace }) {
        Speech.say(Phrase(saved))
      }
    }
    return try work(try open(path) { Speech.say($0) })
  }

  /// Whether a library lies there unless one is told otherwise: no other file has any business there.
  static func isInOurPlace(_ path: String) -> Bool { (try? Paths.store(named: nil)) == path }

  private static func inode(_ path: String) -> UInt? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : nil
  }
}

extension Phrase {
  /// What the library does by itself.
  init(_ event: NewsStore.Event) {
    self =
      switch event {
      case .indexRenewed: .indexRenewed
      case .waiting(let name): .storeWaiting(for: name)
      }
  }

  /// What became of a damaged library.
  init(_ saved: DamagedStore.Saved) {
    self = .storeSetAside(saved.aside, articles: saved.articles, isWhole: saved.isWhole)
  }
}
