import Foundation
import Glibc
import TestSupport

/// khabar started from a shell in a real terminal, so that what it leaves behind can be looked at.
struct Session {
  let khabar: Khabar
  let tmux: Tmux

  /// A shell of so many columns and rows, with `khabar` on its path.
  init(_ khabar: Khabar, columns: Int = 80, rows: Int = 24) throws {
    self.khabar = khabar
    var environment = khabar.environment
    let folder = URL(filePath: Khabar.binary).deletingLastPathComponent().path
    environment["PATH"] = folder + ":" + (environment["PATH"] ?? "")
    environment["TERM"] = "tmux-256color"
    tmux = try Tmux(
      columns: columns, rows: rows, command: ["/bin/sh", "-i"], environment: environment,
      folder: khabar.folder.path)
    try tmux.wait(for: "$")
  }

  /// Starts the reader and waits for its list.
  func start(_ arguments: String, until text: String) throws {
    try tmux.enter("stty -g > before; khabar \(arguments)")
    try tmux.wait(for: text)
  }

  /// Waits for the reader's end, and returns what the shell shows of it: `left` and its exit code.
  @discardableResult
  func waitForEnd() throws -> String {
    // What is typed before the reader has gone would be typed into its modes.
    try tmux.wait(for: "the reader's end") { _ in
      try !tmux.isAlternateScreen() && children().isEmpty
    }
    try tmux.enter("echo left $?; stty -g > after")
    return try tmux.wait(for: "the shell to go on") { screen in
      screen.range(of: #"(?m)^left \d"#, options: .regularExpression) != nil
    }
  }

  /// The screen once it stays the same for a while.
  func settledScreen() throws -> String {
    var last = ""
    return try tmux.wait(for: "a screen that stays") { screen in
      defer {
        last = screen
        usleep(150_000)
      }
      return screen == last
    }
  }

  /// The reader's process: the shell's child.
  func process() throws -> Int32 {
    for _ in 0..<500 {
      if let child = try children().last { return child }
      usleep(10_000)
    }
    throw Missing.process
  }

  private func children() throws -> [Int32] {
    guard let shell = try tmux.process() else { throw Missing.process }
    let file = "/proc/\(shell)/task/\(shell)/children"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: " ").compactMap { Int32($0) }
  }

  /// What may be missing in a test.
  enum Missing: Error {
    case process
  }

  /// Whether the terminal's modes are what they were before the reader.
  func modesAreRestored() throws -> Bool {
    let files = try ["before", "after"].map { name in
      let file = khabar.folder.appending(path: name)
      for _ in 0..<200 where (try? Data(contentsOf: file).isEmpty) ?? true { usleep(10_000) }
      return try String(contentsOf: file, encoding: .utf8)
    }
    return !files[0].isEmpty && files[0] == files[1]
  }

  /// How many rows bear the sign of the unread.
  static func unreadRows(_ screen: String) -> Int {
    screen.split(separator: "\n").count { $0.contains("●") }
  }
}
