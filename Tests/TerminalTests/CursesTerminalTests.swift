import Display
import Glibc
import Testing

@testable import Terminal

/// ncurses has one screen a process: one test at a time.
@Suite(.serialized) struct CursesTerminalTests {
  private func screen(_ rows: Int, _ columns: Int, _ text: String = "") -> Screen {
    var screen = Screen(size: Size(rows: rows, columns: columns))
    screen.put(
      text.unicodeScalars.map { Cell(base: $0.value) }, row: 0, column: 0, direction: .leftToRight)
    return screen
  }

  private func open(
    _ pty: PseudoTerminal, _ term: String = "xterm-256color", isMultiplexed: Bool = false
  ) throws -> CursesTerminal {
    try CursesTerminal(
      input: pty.device, output: pty.device,
      traits: TerminalTraits(term: term, isMultiplexed: isMultiplexed))
  }

  @Test func terminalIsTakenAndGivenBackInOrder() throws {
    let pty = try PseudoTerminal(rows: 10, columns: 40)
    let modes = pty.localModes
    let terminal = try open(pty)
    #expect(terminal.size == Size(rows: 10, columns: 40))
    terminal.paint(screen(10, 40, "headline"))
    let start = pty.written()
    let alternate = try #require(start.firstRange(of: "\u{1B}[?1049h"))
    let explicit = try #require(start.firstRange(of: "\u{1B}[8l"))
    let clear = try #require(start.firstRange(of: "\u{1B}[2J"))
    #expect(alternate.lowerBound < explicit.lowerBound && explicit.lowerBound < clear.lowerBound)
    #expect(start.contains("\u{1B}[?2004h") && start.contains("headline"))
    #expect(pty.localModes & tcflag_t(ECHO | ICANON) == 0)

    terminal.leave()
    let end = pty.written()
    let implicit = try #require(end.firstRange(of: "\u{1B}[8h"))
    let main = try #require(end.firstRange(of: "\u{1B}[?1049l"))
    #expect(implicit.lowerBound < main.lowerBound)
    #expect(end.contains("\u{1B}[?2004l") && end.contains("\u{1B}[?25h"))
    #expect(pty.localModes == modes)
    terminal.leave()
    #expect(pty.written().isEmpty)
  }

  @Test func sizeIsTheTerminalsOwn() throws {
    setenv("LINES", "7", 1)
    setenv("COLUMNS", "70", 1)
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    let pty = try PseudoTerminal(rows: 12, columns: 34)
    let terminal = try open(pty)
    #expect(terminal.size == Size(rows: 12, columns: 34))
  }

  @Test func enteringAgainPaintsEverything() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    terminal.paint(screen(6, 30, "headline"))
    terminal.leave()
    _ = pty.written()
    terminal.enter()
    terminal.paint(screen(6, 30, "headline"))
    let again = pty.written()
    let alternate = try #require(again.firstRange(of: "\u{1B}[?1049h"))
    let explicit = try #require(again.firstRange(of: "\u{1B}[8l"))
    let clear = try #require(again.ranges(of: "\u{1B}[2J").last)
    #expect(alternate.lowerBound < explicit.lowerBound && explicit.lowerBound < clear.lowerBound)
    #expect(again.ranges(of: "headline").count == 1)
    #expect(pty.localModes & tcflag_t(ECHO | ICANON) == 0)
  }

  @Test func aContinuedTerminalIsPaintedWholeUnlessItIsLeft() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    terminal.paint(screen(6, 30, "headline"))
    _ = pty.written()
    terminal.resume()
    terminal.paint(screen(6, 30, "headline"))
    #expect(pty.written().contains("headline"))
    terminal.leave()
    _ = pty.written()
    terminal.resume()
    terminal.paint(screen(6, 30, "another"))
    #expect(pty.written().isEmpty)
    #expect(terminal.keys().isEmpty)
  }

  @Test func multiplexersAreNotToldAboutBidi() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty, isMultiplexed: true)
    terminal.paint(screen(6, 30))
    terminal.leave()
    let all = pty.written()
    #expect(!all.contains("\u{1B}[8l") && !all.contains("\u{1B}[8h"))
  }

  @Test func unchangedScreenSendsNothing() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    terminal.paint(screen(6, 30, "headline"))
    _ = pty.written()
    terminal.paint(screen(6, 30, "headline"))
    #expect(pty.written().isEmpty)
  }

  @Test func aRowDownIsAtMost800Bytes() throws {
    let pty = try PseudoTerminal(rows: 50, columns: 200)
    let terminal = try open(pty)
    let text = "ﺔﻴﺑﺮﻌﻟﺍ ﺔﻐﻠﻟﺎﺑ ﺔﻠﻳﻮﻃ ﻞﻤﺟ ﻦﻣ ﻥﻮﻜﺗ ﺪﻗ ﻲﺘﻟﺍ ﺭﺎﺒﺧﻷﺍ ﻦﻣ ﺮﺒﺧ ﻥﺍﻮﻨﻋ ﺍﺬﻫ".unicodeScalars
    func list(selected: Int) -> Screen {
      var screen = Screen(size: Size(rows: 50, columns: 200))
      for row in 1..<49 {
        let style: Style = row == selected ? .selectedUnread : .unread
        screen.fill(row: row, style: style)
        let cells = (text.map { $0 } + "  18:40  \(row)".unicodeScalars)
          .map { Cell(base: $0.value, style: style) }
        screen.put(cells, row: row, column: 200 - cells.count, direction: .rightToLeft)
      }
      return screen
    }
    terminal.paint(list(selected: 20))
    _ = pty.written()
    terminal.paint(list(selected: 21))
    let bytes = pty.written().utf8.count
    #expect(1...800 ~= bytes)
  }

  @Test func lastCornerIsPaintedWithoutScrolling() throws {
    let pty = try PseudoTerminal(rows: 3, columns: 10)
    let terminal = try open(pty)
    var full = Screen(size: Size(rows: 3, columns: 10))
    for row in 0..<3 {
      for column in 0..<10 { full[row, column] = Cell(base: UInt32(0x61 + row)) }
    }
    full[2, 9] = Cell(base: 0x7A)
    terminal.paint(full)
    let all = pty.written()
    #expect(all.contains("aaaaaaaaaa") && all.contains("z"))
    #expect(!all.contains("\n\n"))
    terminal.paint(full)
    #expect(pty.written().isEmpty)
  }

  @Test func hostileCellsNeverReachTheTerminal() throws {
    let pty = try PseudoTerminal(rows: 3, columns: 40)
    let terminal = try open(pty)
    terminal.paint(screen(3, 40, "before"))
    _ = pty.written()
    var hostile = screen(3, 40, "before")
    let bases: [UInt32] = [
      0x00, 0x07, 0x1B, 0x9B, 0x7F, 0xAD, 0x0600, 0x200F, 0x202E, 0x2066, 0x2028, 0xFEFF, 0xD800,
      0x110000, 0xE0041, 0x4E2D,
    ]
    for (column, base) in bases.enumerated() { hostile[1, column] = Cell(base: base) }
    hostile[2, 0] = Cell(base: 0x62, marks: [0x202E, 0x1B, 0x200F, 0x0301])
    terminal.paint(hostile)
    let written = pty.written()
    let bad = written.unicodeScalars.filter {
      $0.properties.generalCategory == .format || (0x80..<0xA0).contains($0.value)
    }
    #expect(bad.isEmpty)
    #expect(!written.contains("\u{7}") && !written.contains("中"))
    #expect(written.contains("b\u{0301}"))
  }

  @Test func wideCellsKeepTheirTwoColumns() throws {
    let pty = try PseudoTerminal(rows: 3, columns: 20)
    let terminal = try open(pty)
    var wide = Screen(size: Size(rows: 3, columns: 20))
    let cell = Cell(base: 0x4E2D, columns: 2)
    wide.put(
      [cell, .continuation(of: cell), Cell(base: 0x78)], row: 1, column: 0, direction: .leftToRight)
    terminal.paint(wide)
    #expect(pty.written().contains("中x"))
  }

  @Test func waitingKeysAreAllRead() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    #expect(terminal.keys().isEmpty)
    pty.type("jع\u{1B}OB\u{1B}[5~\u{6}\r\u{7F}\t")
    #expect(
      terminal.keys() == [
        .character("j"), .character("ع"), .down, .pageUp, .control("f"), .enter, .backspace, .tab,
      ])
    pty.type("\u{1B}")
    #expect(terminal.keys() == [.escape])
  }

  @Test func pastedTextIsNoCommand() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    pty.type("\u{1B}[200~AQ\r\u{1B}[Bq\u{1B}[201~j")
    #expect(terminal.keys() == [.character("j")])
  }

  @Test func strayReportsAreSwallowed() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(pty)
    pty.type(
      "\u{1B}[<0;10;2M\u{1B}[M !!\u{1B}]11;rgb:00/00/00\u{1B}\\\u{1B}[?65;1c\u{1B}P>|x\u{1B}\\j")
    #expect(terminal.keys() == [.character("j")])
  }

  @Test func typesThatCanNotPlaceACursorAreRefused() throws {
    let pty = try PseudoTerminal(rows: 6, columns: 30)
    let modes = pty.localModes
    for term in ["", "dumb", "no-such-terminal"] {
      #expect(throws: TerminalError.unknownTerminal(term)) { _ = try open(pty, term) }
    }
    #expect(pty.localModes == modes)
  }

  @Test func aFileIsNoTerminal() {
    let file = Glibc.open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(throws: TerminalError.notATerminal) {
      _ = try CursesTerminal(input: file, output: file, traits: TerminalTraits(term: "xterm"))
    }
  }

  @Test func aClosedTerminalIsGone() throws {
    var pty: PseudoTerminal? = try PseudoTerminal(rows: 6, columns: 30)
    let terminal = try open(#require(pty))
    #expect(!terminal.isGone)
    pty = nil
    // A program that another test starts just now may hold the other side until it is running.
    for _ in 0..<500 where !terminal.isGone { usleep(10_000) }
    #expect(terminal.isGone)
    #expect(terminal.keys().isEmpty)
  }

  @Test func signalsBecomeReadable() throws {
    let signals = try SignalPipe()
    var waiting = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 0) == 0)
    kill(getpid(), SIGWINCH)
    #expect(poll(&waiting, 1, 5000) == 1)
    #expect(signals.drain() == [SIGWINCH])
    kill(getpid(), SIGCONT)
    #expect(poll(&waiting, 1, 5000) == 1)
    #expect(signals.drain() == [SIGCONT])
    #expect(poll(&waiting, 1, 0) == 0)
  }

  @Test func wakingIsNoSignal() throws {
    let signals = try SignalPipe()
    var waiting = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<100_000 { signals.wake() }  // more than a pipe holds
    #expect(poll(&waiting, 1, 0) == 1)
    #expect(signals.drain().isEmpty)
    #expect(poll(&waiting, 1, 0) == 0)
    signals.wake()
    #expect(poll(&waiting, 1, 0) == 1)
    #expect(signals.drain().isEmpty)
  }
}
