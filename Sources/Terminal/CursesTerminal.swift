import CNcurses
public import Display
import Glibc

/// The terminal, taken for a full screen and always given back: on leaving, on every way out of the
/// process, on a fatal signal.
///
/// Of one thread, the loop's; only `signals` may be used from others.
public final class CursesTerminal {
  /// Signals and other threads' calls, to poll beside `input`.
  public let signals: SignalPipe
  /// The descriptor that keys come from: standard input, or the controlling terminal where that is
  /// something else. At its end (`POLLHUP`) there will be no more keys.
  public let input: Int32

  private let output: Int32
  private let bidiMode: BidiMode
  private let modes: termios
  private var keyboard: CursesKeyboard
  private var painter: CursesPainter
  private var isEntered = true

  /// Takes the terminal of the process: alternate screen, keys without echo, cursor hidden.
  ///
  /// - Throws: `TerminalError` where there is no terminal or it can't be used; it is then as it was.
  public convenience init() throws(TerminalError) {
    let isKeyed = isatty(STDIN_FILENO) == 1
    try self.init(
      input: isKeyed ? STDIN_FILENO : khabar_open_tty(), output: STDOUT_FILENO,
      traits: TerminalTraits.ofEnvironment)
  }

  /// Takes the terminal that is open as `input` and `output`.
  init(input: Int32, output: Int32, traits: TerminalTraits) throws(TerminalError) {
    takeLocale()
    var modes = termios()
    guard input >= 0, isatty(output) == 1, tcgetattr(output, &modes) == 0 else {
      throw .notATerminal
    }
    self.input = input
    self.output = output
    self.modes = modes
    bidiMode = traits.bidiMode
    // Before ncurses, which leaves signals alone that have a handler.
    signals = try SignalPipe()
    // The size is what the terminal says, whatever LINES and COLUMNS once were.
    use_tioctl(true)
    guard let gate = OutputGate(before: output) else { throw .refused(errno) }
    guard !traits.term.isEmpty, khabar_newterm(traits.term, input, gate.descriptor) != nil else {
      close(gate.descriptor)
      throw .unknownTerminal(traits.term)
    }
    guard khabar_capability("cup") != nil else {
      endwin()
      throw .unknownTerminal(traits.term)
    }
    EmergencyRestore.arm(descriptor: output, bytes: Self.restoreBytes(bidiMode), modes: modes)
    typeahead(-1)
    keyboard = CursesKeyboard()
    painter = CursesPainter(
      style: CursesStyle(inColour: traits.wantsColour && Self.startColour()), gate: gate)
    idlok(khabar_stdscr(), true)
    // The cursor is hidden: moving it back after each screen is six bytes for nothing.
    leaveok(khabar_stdscr(), true)
    send(bidiMode.start + Self.pasteOn)
    resize()
  }

  deinit { leave() }

  /// Gives the terminal back as it was; nothing to do where it was left already.
  public func leave() {
    guard isEntered else { return }
    isEntered = false
    send(Self.pasteOff + bidiMode.end)
    endwin()
    EmergencyRestore.disarm()
  }

  /// Takes the terminal again after `leave`; the next screen is painted whole.
  public func enter() {
    guard !isEntered else { return }
    isEntered = true
    EmergencyRestore.arm(
      descriptor: output, bytes: Self.restoreBytes(bidiMode), modes: modes)
    reset_prog_mode()
    // Enters the alternate screen and clears it. The mode must be set before a clear, so the next
    // paint clears once more.
    werase(khabar_stdscr())
    wnoutrefresh(khabar_stdscr())
    doupdate()
    send(bidiMode.start + Self.pasteOn)
    resize()
    painter.forget()
  }

  /// Does what SIGTSTP asks for: leaves the terminal, stops the process, and takes the terminal
  /// again when it is continued.
  public func suspend() {
    leave()
    khabar_stop()
    enter()
  }

  /// Repairs what may have been changed while the process was stopped from outside (SIGCONT); the
  /// next screen is painted whole. Nothing to do while the terminal is left.
  public func resume() {
    guard isEntered else { return }
    reset_prog_mode()
    send(bidiMode.start + Self.pasteOn)
    resize()
    painter.forget()
  }

  /// The size of the terminal as it was last asked for.
  public var size: Size {
    let window = khabar_stdscr()
    return Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
  }

  /// Asks the terminal for its size (SIGWINCH); if that changed, the next screen is painted whole.
  public func resize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard khabar_window_size(output, &rows, &columns) == 0, is_term_resized(rows, columns) else {
      return
    }
    resizeterm(rows, columns)
    painter.forget()
  }

  /// Forgets what the terminal shows; the next screen is painted whole.
  public func redraw() { painter.forget() }

  /// Shows a screen; what stands there already is not sent again.
  public func paint(_ screen: Screen) {
    guard isEntered else { return }
    painter.paint(screen)
  }

  /// The keys that wait, without waiting for more.
  public func keys() -> [Key] { isEntered ? keyboard.keys() : [] }

  /// Whether the terminal is gone: closed, or hung up.
  public var isGone: Bool {
    var poll = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, 0) > 0 else { return false }
    return poll.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }
}

extension CursesTerminal {
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// Sends a sequence of our own. ncurses holds nothing back at that time: setting up the keypad and
  /// `doupdate` both end by sending what they have.
  private func send(_ sequence: String) {
    var rest = Array(sequence.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// What gives the terminal back, as far as bytes can.
  private static func restoreBytes(_ bidiMode: BidiMode) -> [UInt8] {
    var bytes = Array((pasteOff + bidiMode.end).utf8)
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      guard let value = khabar_capability(name) else { continue }
      bytes += unpadded(String(cString: value)).utf8
    }
    return bytes
  }

  /// A capability without its delays, `$<…>` (terminfo(5)).
  static func unpadded(_ capability: String) -> String {
    var text = ""
    var rest = capability[...]
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      text += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  private static func startColour() -> Bool {
    has_colors() && start_color() == OK && use_default_colors() == OK && khabar_colours() >= 8
  }
}
