/// A place in a file of JSON.
struct JSONPlace: Hashable, Sendable {
  /// Bytes from the start of the file.
  var offset: Int
  /// The line, from 1; lines end in LF.
  var line: Int
  /// The column in UTF-8 bytes, from 1; a byte order mark is no column.
  var column: Int

  /// The first byte of a file.
  static let start = JSONPlace(offset: 0, line: 1, column: 1)
}
