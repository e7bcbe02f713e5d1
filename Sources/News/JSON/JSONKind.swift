/// The kind of a JSON value (RFC 8259 §3).
enum JSONKind: UInt8, Equatable, Sendable {
  case object, array, string, number, yes, no, null
  /// A string longer than was asked for; its text was not kept.
  case longString
}
