/// What a file makes known of how its dates are written, where one of them could mean two days.
struct DateHabits: Equatable, Sendable {
  /// Which of two small numbers is the day.
  var orders = DayOrders()
  /// The article's language, an RFC 5646 tag.
  var language: String?
  /// Whether a time without a zone is UTC; else it is local.
  var isUTC = false
}
