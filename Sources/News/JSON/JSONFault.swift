/// Why reading can't go on, and where.
struct JSONFault: Error, Equatable {
  enum Reason: Equatable {
    /// Not JSON as RFC 8259 has it.
    case syntax(String)
    /// The system would not read; what it said.
    case unreadable(String)
    /// More came through a pipe than is kept.
    case tooLong(limit: Int)
  }

  var place: JSONPlace
  var reason: Reason
}

/// A text that was read though something in it is no text; U+FFFD stands in its place.
struct JSONDamage: Equatable {
  var place: JSONPlace
  var what: String
}
