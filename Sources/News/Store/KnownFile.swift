/// A file that was read before.
struct KnownFile {
  var id: Int64
  var publication: Int64?
  /// As it was when it was read to its end; nil when it never was.
  var stamp: FileStamp?
}
