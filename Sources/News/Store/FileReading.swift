/// One file that is being read into the store, across as many batches as it takes.
///
/// It is handed from the thread that reads the file to the one that stores what was read; what
/// changes in it belongs to the second.
final class FileReading: @unchecked Sendable {
  /// The source that it belongs to.
  let source: Int64
  /// Its path; `-` for standard input.
  let path: String
  /// The shape it is said to be of.
  let format: String?
  /// Whether it was read before.
  let wasReadBefore: Bool
  /// Whether only what was added to it since is read.
  let isContinued: Bool
  /// The rows that stand in it, once an article is met that only its id there tells from others; nil
  /// where nothing was read of it before, or what was read then is not read again.
  var rows: FileRows?
  /// Its number in the store, once it has one.
  var id: Int64?
  /// The publication it was of when it was read last.
  var former: Int64?
  /// The articles it brought so far.
  var seen = StatusSet()
  /// The publications of these.
  var publications: Set<Int64?> = []

  init(
    source: Int64, path: String, format: String? = nil, known: KnownFile? = nil,
    _ text: KnownText = KnownText(), isContinued: Bool = false
  ) {
    self.source = source
    self.path = path
    self.format = format
    self.isContinued = isContinued
    id = known?.id
    wasReadBefore = known != nil
    former = text.publication
  }
}
