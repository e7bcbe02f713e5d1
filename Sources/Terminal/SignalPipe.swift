import CNcurses
import Glibc
import Synchronization

/// Signals and calls from other threads, made readable: a descriptor to poll beside the keys.
///
/// While it lives, HUP, INT, QUIT, TERM, TSTP, CONT and WINCH only write their number into a pipe;
/// the loop does what they ask for. There is one at a time.
public final class SignalPipe: Sendable {
  /// Readable as long as something waits to be drained.
  public let descriptor: Int32

  private let writeDescriptor: Int32
  private let isWoken = Atomic<Bool>(false)

  /// Makes the pipe and installs the handlers; signals that were ignored at the start, as under
  /// `nohup`, stay ignored.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .refused(errno) }
    guard khabar_set_pipe_flags(ends[0]) != -1, khabar_set_pipe_flags(ends[1]) != -1 else {
      throw .refused(errno)
    }
    descriptor = ends[0]
    writeDescriptor = ends[1]
    handlerDescriptor.store(ends[1], ordering: .releasing)
    for signal in Self.signals where khabar_is_ignored(signal) == 0 {
      khabar_install(signal, handleSignal, SA_RESTART, nil)
      khabar_unblock(signal)
    }
  }

  deinit {
    for signal in Self.signals where khabar_is_ignored(signal) == 0 {
      khabar_install(signal, SIG_DFL, 0, nil)
    }
    handlerDescriptor.store(-1, ordering: .releasing)
    close(descriptor)
    close(writeDescriptor)
  }

  /// Makes the descriptor readable; from any thread.
  public func wake() {
    guard !isWoken.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 0
    _ = write(writeDescriptor, &byte, 1)
  }

  /// Empties the pipe and returns the signals that came, in order. A call to `wake` shows only in
  /// that the descriptor was readable.
  public func drain() -> [Int32] {
    isWoken.store(false, ordering: .sequentiallyConsistent)
    var signals: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes.prefix(count).filter { $0 != 0 }.map(Int32.init)
    }
  }

  private static let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH]
}

/// Where the handler writes.
private let handlerDescriptor = Atomic<Int32>(-1)

/// Writes the signal's number into the pipe: async-signal-safe.
private func handleSignal(_ signal: Int32) {
  let before = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(handlerDescriptor.load(ordering: .acquiring), &byte, 1)
  errno = before
}
