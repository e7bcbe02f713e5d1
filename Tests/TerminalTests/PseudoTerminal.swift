import CNcurses
import Glibc

/// A terminal without a window: what is written to it can be read back, and keys can be put in.
final class PseudoTerminal {
  /// The side that the program under test uses.
  let device: Int32
  private let master: Int32

  init(rows: UInt16, columns: UInt16) throws {
    var master: Int32 = -1
    var device: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &device, nil, nil, &size) == 0 else { throw Refused(code: errno) }
    for end in [master, device] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.master = master
    self.device = device
  }

  struct Refused: Error { var code: Int32 }

  // The device stays open: ncurses keeps a stream on it.
  deinit { close(master) }

  /// All bytes written so far.
  func written() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 20) > 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Types text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
    var waiting = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, 1000)
  }

  /// The modes of its line.
  var localModes: tcflag_t {
    var modes = termios()
    tcgetattr(device, &modes)
    return modes.c_lflag
  }
}
