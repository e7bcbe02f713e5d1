import Foundation
import Glibc
import News

/// What changes while the reader is open, and how soon it is on its screen: marks of others, and
/// files that come, change and go.
struct WatchSection {
  private let workshop: Workshop
  /// Until something is seen.
  private static let limit = Figure.Bar.atMost(2)

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    report.progress("watching")
    let library = try workshop.library(of: workshop.options.sizes[0])
    let folder = "\(workshop.folder)/watched"
    let store = "\(workshop.folder)/watched.store"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: library.files.lines, toPath: "\(folder)/articles.jsonl")
    _ = try PlainRun(
      [khabar, "scan", folder, "--store", store], environment: workshop.environment)
    let reader = try open([khabar, folder, "--store", store])
    try marks([khabar, folder, "--store", store], reader, &report)
    try files(folder, store, reader, &report)
    _ = try reader.end(by: "Q")
  }
}

extension WatchSection {
  private func open(_ command: [String]) throws -> TerminalRun {
    let reader = try TerminalRun(
      command, environment: workshop.environment, rows: 50, columns: 200)
    try reader.wait(for: Corpus.marker)
    try reader.settle()
    return reader
  }

  /// Calls `change`; nanoseconds until `text` is on the reader's screen.
  private func time(_ text: String, on reader: TerminalRun, _ change: () throws -> Void) throws
    -> Int
  {
    try reader.settle()
    let start = Clock.wall
    try change()
    try reader.wait(for: text, seconds: 20)
    return reader.lastWrite - start
  }

  /// A row that becomes read is painted anew: its headline is seen again.
  private func marks(
    _ command: [String], _ reader: TerminalRun, _ report: inout Report
  ) throws {
    var byReader = Samples()
    var byProcess = Samples()
    let other = try open(command)
    for turn in 1...workshop.options.turns {
      other.send("j")
      try other.settle()
      byReader.add(
        try time("\(Corpus.marker)\(turn) ", on: reader) { other.send("m") })
      let row = 20 + turn
      byProcess.add(
        try time("\(Corpus.marker)\(row) ", on: reader) {
          _ = try PlainRun(
            [command[0], "mark", "--read", "b\(row)"] + command.suffix(2),
            environment: workshop.environment)
        })
    }
    _ = try other.end(by: "Q")
    add("another reader's mark, until it is seen", byReader, &report)
    add("another process's mark, until it is seen", byProcess, &report)
  }

  /// A file's articles stay when it goes: that it is gone only the library knows.
  private func files(
    _ folder: String, _ path: String, _ reader: TerminalRun, _ report: inout Report
  ) throws {
    var appeared = Samples()
    var changed = Samples()
    var vanished = Samples()
    let store = try NewsStore(at: path, .reading)
    for turn in 0..<workshop.options.turns {
      let file = "\(folder)/\(turn).json"
      // No two headlines that may stand in one place share a letter there.
      let (first, second) = (Self.word(2 * turn), Self.word(2 * turn + 1))
      appeared.add(
        try time(first, on: reader) { try Self.article(turn, first).write(to: file) })
      changed.add(
        try time(second, on: reader) { try Self.article(turn, second).write(to: file) })
      try reader.settle()
      let version = store.dataVersion()
      let start = Clock.wall
      unlink(file)
      while store.dataVersion() == version {
        guard Clock.wall - start < 20_000_000_000 else { throw BenchError.late("a file's end") }
        usleep(5_000)
      }
      vanished.add(Clock.wall - start)
    }
    add("a file that appeared, until it is seen", appeared, &report)
    add("a file that changed, until it is seen", changed, &report)
    add("a file that vanished, until the library knows", vanished, &report)
  }

  private static func word(_ number: Int) -> String {
    String(repeating: Character(Unicode.Scalar(UInt8(65 + number % 26))), count: 6)
  }

  /// One that stands in the middle of the first screen.
  private static func article(_ turn: Int, _ title: String) -> String {
    let date = Date(timeIntervalSince1970: Double(Corpus.newest - 3_000 - turn))
      .formatted(.iso8601)
    return #"{"id": "w\#(turn)", "title": "\#(title)", "date": "\#(date)", "source": "S"}"#
  }

  /// The longest of them is what a reader may have to wait for.
  private func add(_ what: String, _ samples: Samples, _ report: inout Report) {
    report.add(what, "s", samples.quantile(1) / 1e9, nil, nil, Self.limit)
  }
}

extension String {
  /// Makes it a file, as an editor does: all at once.
  fileprivate func write(to path: String) throws {
    try Data(utf8).write(to: URL(filePath: path))
  }
}
