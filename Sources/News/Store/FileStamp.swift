import Glibc

/// What tells a file that was written to from one that wasn't.
struct FileStamp: Hashable {
  var device: Int64
  var inode: Int64
  /// In bytes.
  var size: Int64
  /// In nanoseconds since 1970.
  var modified: Int64
}

extension FileStamp {
  /// The stamp of a file that was looked at.
  init(_ status: stat) {
    self.init(
      device: Int64(bitPattern: UInt64(status.st_dev)),
      inode: Int64(bitPattern: UInt64(status.st_ino)), size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}
