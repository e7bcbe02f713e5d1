public import News

/// What the update wants done; data, so that a test compares it. The program's runtime does it.
public enum Effect: Hashable, Sendable {
  /// Answer this on the loop, before the next message.
  case ask(Question)
  /// Store this; answered by `.written` or `.writeFailed`, in the order of writing.
  case write(Change)
  /// Do this on a thread of its own; what it says bears the ticket.
  case begin(Job, Ticket)
  /// Nobody waits for this job any more.
  case cancel(Ticket)
  /// Paint every cell anew, whatever the terminal shows.
  case redraw
  /// End the program, once what was written is kept.
  case quit
}

/// A change of what was read; the store keeps it in one transaction.
public enum Change: Hashable, Sendable {
  /// These articles are read, or not.
  case mark([ArticleID], read: Bool)
  /// Everything on the shelf is read.
  case markAllRead(Shelf)
  /// The last change that was not undone is undone.
  case undo
}

/// Work that takes longer than a key may.
public enum Job: Hashable, Sendable {
  /// Take in what is new in these sources; none stands for all of the library's.
  case scan([SourceID])
  /// Count where a row stands, and how many there are. Answer: `.placed`.
  case place(of: Rank, in: Shelf)
}

/// Names one job that was begun; an answer with another ticket comes too late and is dropped.
public struct Ticket: Hashable, Sendable {
  /// The number; tickets are handed out from 1.
  public let number: Int

  /// The ticket of that number.
  public init(_ number: Int) { self.number = number }
}
