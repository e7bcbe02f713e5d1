/// Tells the first problems of a file as they are, and of the others how many there are: a file may
/// have a million lines that are broken.
struct ProblemLimit {
  /// How many problems of a file are told as they are.
  static let most = 100

  private var told = 0
  /// The first of those that were not told.
  private var first: Problem?
  private var others = 0

  /// Tells a problem, or counts it. What ended the reading is always told.
  mutating func take(_ found: Problem, _ tell: (Problem) -> Void) {
    if told < Self.most || found.reason.endsReading {
      told += 1
      return tell(found)
    }
    if first == nil { first = found }
    others += 1
  }

  /// Tells how many problems were only counted, at the place of the first.
  func end(_ tell: (Problem) -> Void) {
    guard var rest = first else { return }
    if others > 1 { rest.reason = .more(others) }
    tell(rest)
  }
}

extension Problem.Reason {
  fileprivate var endsReading: Bool {
    switch self {
    case .unreadable, .endless: true
    case .syntax, .stopped, .damaged, .wrongType, .missing, .dropped, .unreadableDate, .tooLong,
      .cut, .unknownShape, .more:
      false
    }
  }
}
