/// Why reading can't go on, and where.
struct JSONFault: Error, Equatable {
  enum Reason: Equatable {
    /// Not JSON as RFC 8259 has it.
    case syntax(String)
    /// The system would not read; what it said.
    case unreadable(String)
    /// More came through a pipe than is kept.
    case tooLong(limit: Int)
    /// One value of a pipe has no end, as far as one may wait for it.
    case endless(limit: Int)
  }

  var place: JSONPlace
  var reason: Reason
}

extension JSONFault {
  /// Whether there is more of the text than is waited for.
  var isOfLimit: Bool {
    switch reason {
    case .tooLong, .endless: true
    case .syntax, .unreadable: false
    }
  }

  /// Whether the text is at fault, not the reading of it.
  var isSyntax: Bool {
    if case .syntax = reason { true } else { false }
  }
}
