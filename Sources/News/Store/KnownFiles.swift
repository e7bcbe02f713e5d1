import Glibc

/// The files of a source as the last scan left them, and which of them this one has found.
///
/// A file that has not changed is recognised by its inode and the bytes of its path, without a
/// String of its own: a folder of 10,000 costs little more than asking the system for them.
struct KnownFiles {
  private var files: [KnownFile] = []
  private var isFound: [Bool] = []
  private var byInode: [Int64: Int] = [:]

  /// Has the next scan read files whether they changed or not, in SQL; which ones is to follow.
  static let readAgain = "UPDATE files SET size = NULL, digest = NULL, read_to = NULL"

  /// Files of which none was found yet.
  init(_ files: [KnownFile] = []) {
    self.files = files
    isFound = Array(repeating: false, count: files.count)
    byInode.reserveCapacity(files.count)
    for (index, file) in files.enumerated() {
      if let stamp = file.stamp { byInode[stamp.inode] = index }
    }
  }

  /// Whether the file of that name in `folder` is as it was read, which it then counts as found.
  mutating func hasUnchanged(
    _ stamp: FileStamp, _ folder: String, _ name: UnsafePointer<CChar>
  ) -> Bool {
    guard let index = byInode[stamp.inode], files[index].stamp == stamp, !isFound[index],
      Self.isPath(&files[index].path, folder, name)
    else { return false }
    isFound[index] = true
    return true
  }

  /// The same for a file by its path.
  mutating func hasUnchanged(_ stamp: FileStamp, at path: String) -> Bool {
    guard let index = byInode[stamp.inode], files[index].stamp == stamp, !isFound[index],
      files[index].path == path
    else { return false }
    isFound[index] = true
    return true
  }

  /// Those that were not found, by their paths.
  var rest: [String: KnownFile] {
    var rest: [String: KnownFile] = [:]
    for (index, file) in files.enumerated() where !isFound[index] { rest[file.path] = file }
    return rest
  }

  private static func isPath(
    _ path: inout String, _ folder: String, _ name: UnsafePointer<CChar>
  ) -> Bool {
    let size = strlen(name)
    return path.withUTF8 { path in
      guard let start = path.baseAddress else { return false }
      var folder = folder
      return folder.withUTF8 { folder in
        guard path.count == folder.count + 1 + size, let other = folder.baseAddress,
          path[folder.count] == UInt8(ascii: "/")
        else { return false }
        return memcmp(start + folder.count + 1, name, size) == 0
          && memcmp(start, other, folder.count) == 0
      }
    }
  }
}
