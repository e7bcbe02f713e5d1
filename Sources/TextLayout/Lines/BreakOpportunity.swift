/// Whether a line may end before a scalar (UAX #14).
enum BreakOpportunity: UInt8, Sendable {
  /// No break: ×.
  case prohibited
  /// A break opportunity: ÷.
  case allowed
  /// A mandatory break: !.
  case mandatory
}
