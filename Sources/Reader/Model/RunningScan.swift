/// A scan that goes on behind the reader.
struct RunningScan: Equatable, Sendable {
  var ticket: Ticket
  /// Whether a key asked for it.
  var isAskedFor: Bool
  /// Whether it only looks at what the system says has changed: then nothing is said of it before
  /// it has read something.
  var isQuiet = false
  var files = 0
  var articles = 0
  /// How much of what changed was read; nil is unknown.
  var percent: Int?
  /// How much was read of a pipe, in millions of bytes.
  var megabytes: Int?
  /// Whether files changed since it began, so that another one has to follow.
  var isOutdated = false
}

extension Model {
  /// The scan that the bars tell of.
  var shownScan: RunningScan? {
    scan.flatMap { $0.isQuiet && $0.articles == 0 ? nil : $0 }
  }
}
