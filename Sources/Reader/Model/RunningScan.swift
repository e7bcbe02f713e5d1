/// A scan that goes on behind the reader.
struct RunningScan: Equatable, Sendable {
  var ticket: Ticket
  /// Whether a key asked for it.
  var isAskedFor: Bool
  var files = 0
  var articles = 0
  /// How much of what changed was read; nil is unknown.
  var percent: Int?
}
