import Foundation
import Glibc

/// A real terminal without a window: one pane of a tmux server of its own, which ends with it.
///
/// The pane runs a program with an environment that holds nothing but what is given; keys go in by
/// tmux's names (`Down`, `C-z`, `Enter`), and the screen comes out as text, in visual order.
public final class Tmux {
  /// What went wrong while driving a terminal.
  public enum Failure: Error, CustomStringConvertible {
    /// tmux itself failed; its arguments and what it said.
    case tmux([String], String)
    /// The screen never became what was waited for; what was waited for and the last screen.
    case neverShown(String, screen: String)

    /// The failure in words, with the screen.
    public var description: String {
      switch self {
      case .tmux(let arguments, let message):
        "tmux \(arguments.joined(separator: " ")): \(message)"
      case .neverShown(let what, let screen): "never shown: \(what)\n\(screen)"
      }
    }
  }

  /// Whether tmux is installed.
  public static var isInstalled: Bool { path != nil }

  private static let path = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let socket = FileManager.default.temporaryDirectory
    .appending(path: "khabar-\(UInt32.random(in: .min ... .max)).tmux").path
  private let environment: [String: String]

  /// Starts a program in a terminal of `columns` × `rows`.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments; a shell without a prompt to speak of, unless told.
  ///   - environment: what the program finds beside PATH, HOME and LANG.
  ///   - folder: where it starts.
  public init(
    columns: Int, rows: Int, command: [String] = ["/bin/sh"], environment: [String: String] = [:],
    folder: String? = nil
  ) throws {
    let inherited = ProcessInfo.processInfo.environment
    self.environment = [
      "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": inherited["HOME"] ?? "/",
      "LANG": "C.UTF-8", "PS1": "$ ", "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    let place = folder.map { ["-c", $0] } ?? []
    try run(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + place + ["--"] + command)
  }

  deinit {
    _ = try? run(["kill-server"])
    unlink(socket)
  }

  /// Presses keys, each named as tmux names it; a name it doesn't know is typed as text.
  public func press(_ keys: String...) throws { try run(["send-keys", "--"] + keys) }

  /// Presses keys, as above.
  public func press(_ keys: [String]) throws { try run(["send-keys", "--"] + keys) }

  /// Lets the last screen of a program stay when it has ended, until `respawn`.
  public func keepDeadScreens() throws { try run(["set-option", "-g", "remain-on-exit", "on"]) }

  /// Starts another program in the place of the one that runs or has ended.
  public func respawn(_ command: [String]) throws {
    try run(["respawn-pane", "-k", "--"] + command)
  }

  /// Types a text as it is, and Enter after it.
  public func enter(_ line: String) throws {
    try run(["send-keys", "-l", "--", line])
    try run(["send-keys", "Enter"])
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen as they stand, without trailing spaces.
  public func screen() throws -> String { try run(["capture-pane", "-p"]) }

  /// The same with the sequences (ECMA-48 SGR) that give it its colours.
  public func styledScreen() throws -> String { try run(["capture-pane", "-p", "-e"]) }

  /// The screen once it fulfils a condition, looked at every 20 ms.
  ///
  /// - Throws: `Failure.neverShown` when it does not within `seconds`.
  @discardableResult
  public func wait(
    for what: String, seconds: Double = 30, until condition: (String) throws -> Bool
  ) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let screen = try screen()
      if try condition(screen) { return screen }
      guard Date() < end else { throw Failure.neverShown(what, screen: screen) }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// The screen once it shows a text.
  @discardableResult
  public func wait(for text: String, seconds: Double = 30) throws -> String {
    try wait(for: text, seconds: seconds) { $0.contains(text) }
  }

  /// Whether the alternate screen is on.
  public func isAlternateScreen() throws -> Bool { try format("#{alternate_on}") == "1" }

  /// Whether the cursor is shown.
  public func isCursorShown() throws -> Bool { try format("#{cursor_flag}") == "1" }

  /// The process that the pane was started with.
  public func process() throws -> Int32? { Int32(try format("#{pane_pid}")) }

  /// What tmux says of the pane; a format of tmux(1).
  public func format(_ format: String) throws -> String {
    try run(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// Closes the terminal under the program.
  public func close() throws { try run(["kill-server"]) }
}

extension Tmux {
  /// Runs tmux and returns what it writes.
  ///
  /// Its output goes to a file, and it gets no other descriptor: the server that it
  /// leaves behind would keep a pipe of this or of any other test open.
  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    guard let path = Self.path else { throw Failure.tmux(arguments, "not installed") }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { unlink(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor: Int32 in 3..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    // Threads of a test run block signals, and a child inherits that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([path, "-u", "-S", socket, "-f", "/dev/null"] + arguments).map { strdup($0) }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + variables).forEach { free($0) } }
    words.append(nil)
    variables.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw Failure.tmux(arguments, String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    guard status == 0 else { throw Failure.tmux(arguments, text) }
    return text
  }
}
