/// Marks that the writer was asked for: what was asked last, and how many answers are due.
struct PendingMark: Equatable, Sendable {
  var read: Bool?
  var starred: Bool?
  var answersDue: Int
}
