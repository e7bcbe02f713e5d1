import CNcurses
import Display
import Glibc

/// The keys that wait, read without waiting for more.
struct CursesKeyboard {
  private var decoder = KeyDecoder()
  /// Keys are read through a pad, since reading through a window would paint it first.
  private let window = newpad(1, 1)

  /// Sets ncurses up for keys; after `newterm`, once.
  init() {
    cbreak()
    noecho()
    nonl()
    intrflush(window, false)
    keypad(window, true)
    nodelay(window, true)
    set_escdelay(25)  // milliseconds for the rest of a sequence; a person waits longer
    keyok(KEY_MOUSE, false)  // its reports are swallowed whole by the decoder
    define_key("\u{1B}[200~", KeyDecoder.pasteStart)
    define_key("\u{1B}[201~", KeyDecoder.pasteEnd)
  }

  /// All keys that wait.
  mutating func keys() -> [Key] {
    let now = nanoseconds()
    decoder.expire(at: now)
    var keys: [Key] = []
    while let input = next() { keys += decoder.keys(from: input, at: now) }
    return keys + decoder.pause()
  }

  private func next() -> KeyDecoder.Input? {
    var value: wint_t = 0
    switch wget_wch(window, &value) {
    case OK: return .scalar(value)
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }
}

/// Nanoseconds of a clock that never goes back.
private func nanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
