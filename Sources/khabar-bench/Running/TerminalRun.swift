import Foundation
import Glibc

/// A program on a pseudo-terminal of its own: its output is read and counted, keys are sent, its
/// CPU time is asked for. Whatever becomes of the run, the program does not outlive it.
final class TerminalRun {
  private let name: String
  private let master: Int32
  private let process: pid_t
  private var isReaped = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// When it was started, on `Clock.wall`.
  let start: Int
  /// How many bytes it has written.
  private(set) var written = 0
  /// When it last wrote, on `Clock.wall`.
  private(set) var lastWrite = 0

  init(_ arguments: [String], environment: [String], rows: Int, columns: Int) throws {
    name = arguments.first ?? ""
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var master: Int32 = -1
    start = Clock.wall
    process = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        let process = forkpty(&master, nil, nil, &size)
        if process == 0 {
          if let program = arguments[0] { execve(program, arguments, environment) }
          _exit(127)
        }
        return process
      }
    }
    self.master = master
    guard process > 0 else { throw BenchError.start(name) }
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Nanoseconds of CPU it has used.
  var cpu: Int { Clock.cpu(of: process) ?? 0 }

  /// The most memory it had resident, in bytes.
  var peak: Int { Memory.peak(of: process) ?? 0 }

  /// Sends keys, all in one write.
  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until `text` has been written and a millisecond passes without more.
  func wait(for text: String, seconds: Int = 60) throws {
    let deadline = Clock.wall + seconds * 1_000_000_000
    let wanted = Array(text.utf8)
    var seen: [UInt8] = []
    while !seen.contains(wanted) {
      guard Clock.wall < deadline else { throw BenchError.late("“\(text)” from \(name)") }
      guard let bytes = read(milliseconds: 100) else { throw BenchError.failed("\(name) ended") }
      seen = Array(seen.suffix(wanted.count)) + bytes
    }
    while let bytes = read(milliseconds: 1), !bytes.isEmpty {}
  }

  /// Reads until it neither writes nor works for 20 ms.
  func settle(seconds: Int = 60) throws {
    let deadline = Clock.wall + seconds * 1_000_000_000
    var before = cpu
    while true {
      guard Clock.wall < deadline else { throw BenchError.late(name) }
      guard let bytes = read(milliseconds: 20) else { throw BenchError.failed("\(name) ended") }
      let now = cpu
      if bytes.isEmpty && now - before < 100_000 { return }
      before = now
    }
  }

  /// What ending cost, from the keys on, in nanoseconds.
  struct Ending {
    /// Of CPU.
    let cpu: Int
    /// Until it had written its last and the terminal's modes were as they had been.
    let givenBack: Int
    /// Until the process was gone, and a shell would say what comes next.
    let gone: Int
  }

  /// Sends the keys that end it, and reads until it has ended.
  func end(by keys: String, seconds: Int = 10) throws -> Ending {
    let (from, before) = (Clock.wall, cpu)
    var usage = rusage()
    var restored: Int?
    lastWrite = from
    send(keys)
    while Clock.wall - from < seconds * 1_000_000_000 {
      while let bytes = read(milliseconds: 0), !bytes.isEmpty {}
      if restored == nil, isCanonical { restored = Clock.wall }
      if wait4(process, nil, WNOHANG, &usage) == process {
        isReaped = true
        let gone = Clock.wall
        while let bytes = read(milliseconds: 0), !bytes.isEmpty {}
        return Ending(
          cpu: usage.cpu - before, givenBack: max(lastWrite, restored ?? gone) - from,
          gone: gone - from)
      }
      usleep(100)
    }
    throw BenchError.late("the end of \(name)")
  }

  /// Whether the terminal hands over whole lines, as before a program took it.
  private var isCanonical: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) != 0
  }

  /// What it wrote within so many milliseconds; nil when it has hung up.
  private func read(milliseconds: Int32) -> ArraySlice<UInt8>? {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return [] }
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return nil }
    written += count
    lastWrite = Clock.wall
    return buffer[..<count]
  }
}
