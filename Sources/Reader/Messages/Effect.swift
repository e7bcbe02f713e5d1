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
