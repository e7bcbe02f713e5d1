import Glibc
import Words

/// Standard output and standard error as bytes, written in pieces.
///
/// A closed pipe ends the program quietly: whoever read had enough.
final class Output {
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  /// An output that collects up to 64 KiB before it writes.
  init(_ descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    bytes.reserveCapacity(Self.piece)
  }

  /// Whether a person at a terminal reads this.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Adds a line and its end.
  func line(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
    end()
  }

  /// Ends the line whose bytes were added by `append`.
  func end() {
    bytes.append(0x0A)
    if bytes.count >= Self.piece { flush() }
  }

  /// Lets `body` add bytes.
  func append(_ body: (inout [UInt8]) -> Void) { body(&bytes) }

  /// Writes what was collected.
  func flush() {
    write(all: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  deinit { write(all: bytes) }

  private static let piece = 65_536
}

extension Output {
  private func write(all bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 { rest = rest.dropFirst(written) }
        if written < 0, errno != EINTR { fail(errno) }
      }
    }
  }

  /// Ends the program: quietly where the reader of a pipe had enough, else with the reason.
  private func fail(_ number: Int32) -> Never {
    guard number != EPIPE else { exit(0) }
    if descriptor != STDERR_FILENO {
      Speech.say(.outputFailed(String(cString: strerror(number))))
    }
    exit(2)
  }
}
