import Foundation
import Glibc
import News
import Words

/// Opens the library for writing, and puts a damaged one aside: it is renamed, never written over,
/// and a new one is made in its place.
enum StoreRescue {
  /// The library at `path`; `say` is told where the damaged one went, if there was one.
  static func open(
    _ path: String, say: (Phrase) -> Void
  ) throws(StoreError) -> NewsStore {
    let inode = Self.inode(path)
    do {
      return try NewsStore(at: path, .writing)
    } catch {
      // Another process may have been quicker: then there is another file by now.
      guard error.kind == .damaged, isOurs(path), Self.inode(path) == inode,
        let other = setAside(path)
      else { throw error }
      let store = try NewsStore(at: path, .writing)
      say(.storeSetAside(path, to: other))
      return store
    }
  }

  /// Renames the store and the log beside it; the new name, nil where that can't be done.
  private static func setAside(_ path: String) -> String? {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var stamp = [CChar](repeating: 0, count: 32)
    let count = strftime(&stamp, stamp.count, "%Y%m%d-%H%M%S", &parts)
    let date = String(decoding: stamp.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let dated = "\(path).damaged-\(date)"
    var names = [dated]
    for number in 2...99 { names.append("\(dated)-\(number)") }
    let name = names.first { access($0, F_OK) != 0 }
    guard let name, rename(path, name) == 0 else { return nil }
    for suffix in ["-wal", "-shm"] { rename(path + suffix, name + suffix) }
    return name
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
