import Foundation

/// A file that was read before.
struct KnownFile {
  var id: Int64
  var path: String
  /// As it was when it was read to its end; nil when it never was.
  var stamp: FileStamp?
}

/// What else is kept of a file, for when it is read again.
struct KnownText {
  var publication: Int64?
  /// What its bytes are known by; nil where that is not known.
  var digest: Data?
  /// Where its lines ended, and the mark of what stands before.
  var end: (offset: Int, line: Int, mark: Data)?
}
