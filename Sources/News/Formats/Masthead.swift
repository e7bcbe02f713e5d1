/// What stands above all articles of a file and serves those that say nothing themselves.
struct Masthead: Equatable, Sendable {
  var publication: Publication?
  var language: String?
  var authors: [String] = []
  /// How the file writes days in figures.
  var dayOrders = DayOrders()
  /// Names of people and papers by the ids that articles refer to them with.
  var names: [String: String] = [:]
}
