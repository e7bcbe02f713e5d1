/// One file that is being read into the store, across as many batches as it takes.
final class FileReading {
  /// The source that it belongs to.
  let source: Int64
  /// Its path; `-` for standard input.
  let path: String
  /// The shape it is said to be of.
  let format: String?
  /// Its number in the store, once it has one.
  var id: Int64?
  /// Whether it was read before.
  let wasReadBefore: Bool
  /// Whether only what was added to it since is read.
  let isContinued: Bool
  /// Whether that begins with a line that was read before it was closed.
  var beginsInLine: Bool
  /// The publication it was of when it was read last.
  var former: Int64?
  /// The articles it brought so far.
  var seen: Set<Int64> = []
  /// The publications of these.
  var publications: Set<Int64?> = []

  init(
    source: Int64, path: String, format: String? = nil, known: KnownFile? = nil,
    _ text: KnownText = KnownText(), isContinued: Bool = false, beginsInLine: Bool = false
  ) {
    self.source = source
    self.path = path
    self.format = format
    self.isContinued = isContinued
    self.beginsInLine = beginsInLine
    id = known?.id
    wasReadBefore = known != nil
    former = text.publication
  }
}
