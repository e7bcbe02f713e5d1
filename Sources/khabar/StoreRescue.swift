import Foundation
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
      // Another process may have been quicker: then there is another file by now.
      guard error.kind == .damaged, isOurs(path), Self.inode(path) == inode else { throw error }
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

  /// Whether the file is a library, as far as its first bytes tell, or lies where ours does: what a
  /// person named by mistake is left alone.
  private static func isOurs(_ path: String) -> Bool {
    if let ours = try? Paths.store(named: nil), ours == path { return true }
    guard let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(upToCount: 72), head.count == 72
    else { return false }
    // The application id stands at byte 68 of SQLite's header.
    return head.starts(with: Array("SQLite format 3\0".utf8)) && head.suffix(4) == Data("khbr".utf8)
  }

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
