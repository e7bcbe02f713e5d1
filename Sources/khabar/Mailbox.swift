import Glibc
import Reader
import Synchronization

/// Where the other threads leave messages for the loop.
///
/// Posting wakes the loop by one byte in its pipe; the loop takes all messages at once.
final class Mailbox: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// A mailbox that calls `wake` when a message has come in.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Leaves a message; any thread may.
  func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wake()
  }

  /// Takes everything that was left, in order.
  func take() -> [Message] {
    waiting.withLock { messages in
      defer { messages.removeAll(keepingCapacity: true) }
      return messages
    }
  }
}
