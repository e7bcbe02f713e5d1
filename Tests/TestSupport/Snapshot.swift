import Foundation

/// A stored text that a test compares with, in `Snapshots/` beside the test's file.
///
/// With `RECORD_SNAPSHOTS=1` in the environment it is written anew, and the test still fails, so
/// that nobody records by accident.
public struct Snapshot {
  private let file: URL

  /// The snapshot `name` of the tests in `testFile`.
  public init(_ name: String, beside testFile: String = #filePath) {
    file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name + ".txt")
  }

  /// What `text` differs in from what is stored, line by line; nil where they are the same.
  public func difference(from text: String) -> String? {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" { return record(text) }
    guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
      return "\(file.lastPathComponent) is missing; RECORD_SNAPSHOTS=1 writes it"
    }
    guard stored != text else { return nil }
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["\(file.lastPathComponent) differs:"]
    for index in 0..<max(old.count, new.count) {
      let was = index < old.count ? String(old[index]) : nil
      let now = index < new.count ? String(new[index]) : nil
      guard was != now else { continue }
      if let was { lines.append("\(index + 1) - \(was)") }
      if let now { lines.append("\(index + 1) + \(now)") }
    }
    return lines.joined(separator: "\n")
  }

  private func record(_ text: String) -> String {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return "\(file.lastPathComponent) was recorded; run again without RECORD_SNAPSHOTS"
    } catch {
      return "\(file.lastPathComponent) could not be recorded: \(error)"
    }
  }
}
