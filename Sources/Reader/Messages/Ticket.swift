/// Names one job that was begun; an answer with another ticket comes too late and is dropped.
public struct Ticket: Hashable, Sendable {
  /// The number; tickets are handed out from 1.
  let number: Int

  /// The ticket of that number.
  public init(_ number: Int) { self.number = number }
}
