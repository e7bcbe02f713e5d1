/// A scan that goes on behind the reader.
struct RunningScan: Equatable, Sendable {
  var ticket: Ticket
  /// Whether a key asked for it.
  var isAskedFor: Bool
  var files = 0
  var articles = 0
}
