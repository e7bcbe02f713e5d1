import Display
import Foundation
import Reader
import TestSupport
import Testing
import Words

/// The manual page lists the keys that the program has, made from the same list.
@Suite struct ManualTests {
  private static let begin = ".\\\" keys: begin (written from the list of commands)\n"
  private static let end = ".\\\" keys: end\n"

  /// The key table in the manual's markup.
  private static var table: String {
    Command.allCases.map { command in
      let keys = command.keys.map { $0.name(reading: .leftToRight) }.map { key in
        ".B " + key.replacingOccurrences(of: "^", with: "\\(ha")
      }
      let summary = Language.english.plainText(command.summary)
      return ".TP\n" + keys.joined(separator: "\n") + "\n\(summary).\n"
    }.joined()
  }

  @Test func manualListsEveryKey() throws {
    let file = Fixture.resources.appendingPathComponent("khabar.1")
    let manual = try String(contentsOf: file, encoding: .utf8)
    let parts = manual.components(separatedBy: Self.begin)
    try #require(parts.count == 2)
    let rest = parts[1].components(separatedBy: Self.end)
    try #require(rest.count == 2)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let text = parts[0] + Self.begin + Self.table + Self.end + rest[1]
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(rest[0] == Self.table)
  }
}
