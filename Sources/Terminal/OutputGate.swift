import CNcurses
import Glibc

/// Gathers what ncurses writes for one screen into a single write.
///
/// ncurses flushes at every move of its cursor: some ninety small writes a page, each of which wakes
/// the terminal. While a screen is painted, the descriptor that ncurses writes to is a file in
/// memory; then its bytes go out at once. Where there is no such file, ncurses writes as it does.
struct OutputGate {
  /// What ncurses writes to: a descriptor of its own for the terminal.
  let descriptor: Int32

  private let terminal: Int32
  private let memory: Int32

  /// A gate before the terminal that is open as `terminal`; nil where there is no descriptor left.
  init?(before terminal: Int32) {
    let descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.terminal = terminal
    memory = khabar_memory_file()
  }

  /// Lets `paint` write, and sends what it wrote.
  func gather(_ paint: () -> Void) {
    guard memory >= 0, dup2(memory, descriptor) >= 0 else { return paint() }
    paint()
    dup2(terminal, descriptor)
    // Both share one offset, so it is where ncurses stopped.
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    send(count)
    lseek(memory, 0, SEEK_SET)
  }

  private func send(_ count: Int) {
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { bytes in
      var rest = bytes[..<max(0, pread(memory, bytes.baseAddress, count, 0))]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let written = write(terminal, part.baseAddress, part.count)
        guard written > 0 || errno == EINTR else { return }
        rest = rest.dropFirst(max(0, written))
      }
    }
  }
}
