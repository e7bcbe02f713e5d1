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

extension JSONFault {
  /// Whether the text is at fault, not the reading of it.
  var isSyntax: Bool {
    if case .syntax = reason { true } else { false }
  }
}
