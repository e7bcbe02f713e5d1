import Foundation
import Glibc

/// `khabar scan` of a folder of small files that it knows, beside a C program that only asks the
/// system for each file's size and time; then with one file changed, touched, or grown.
struct RescanSection {
  private let workshop: Workshop
  private let files: Int

  init(_ workshop: Workshop) {
    self.workshop = workshop
    files = workshop.options.isQuick ? 1_000 : 10_000
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    report.progress("rescan, \(files) files")
    let folder = try NewsFolder(files, in: workshop)
    let scan = [khabar, "scan", folder.path, "--store", "\(workshop.folder)/rescan.store"]
    let floor = [try workshop.driver("rescan", ""), folder.path]
    for _ in 0..<2 { _ = try run(scan) }
    var still = Cost()
    var bare = Cost()
    var start = Cost()
    for _ in 0..<workshop.options.turns * 2 {
      still.add(try run(scan))
      bare.add(try run(floor))
      start.add(try run([khabar, "--version"]))
    }
    let limit = Double(files) / 250
    report.add(
      "\(files) unchanged files, CPU", "ms", still.cpu.median / 1e6, "readdir and fstatat",
      bare.cpu.median / 1e6, .atMost(limit))
    report.add(
      "… on the wall", "ms", still.wall.median / 1e6, "readdir and fstatat",
      bare.wall.median / 1e6, .atMost(limit))
    report.add("… khabar --version, on the wall", "ms", start.wall.median / 1e6)
    try measure("one file changed", scan, still, &report) { try folder.change($0) }
    try measure("one file touched", scan, still, &report) { _ in try folder.touch() }
    try measure("one line added to \(NewsFolder.lines)", scan, still, &report) {
      try folder.grow($0)
    }
  }
}

extension RescanSection {
  private struct Cost {
    var cpu = Samples()
    var wall = Samples()

    mutating func add(_ run: PlainRun) {
      cpu.add(run.cpu)
      wall.add(run.wall)
    }
  }

  private func run(_ arguments: [String]) throws -> PlainRun {
    try PlainRun(arguments, environment: workshop.environment)
  }

  private func measure(
    _ what: String, _ scan: [String], _ still: Cost, _ report: inout Report,
    _ change: (_ turn: Int) throws -> Void
  ) throws {
    var cost = Cost()
    for turn in 0..<workshop.options.turns {
      try change(turn)
      cost.add(try run(scan))
    }
    report.add(
      "… \(what), CPU", "ms", cost.cpu.median / 1e6, "unchanged", still.cpu.median / 1e6,
      .timesAtMost(1.25))
  }
}

/// A folder of files of one article each, and one of many lines.
private struct NewsFolder {
  /// How many articles the file of JSON Lines has.
  static let lines = 5_000

  let path: String
  private let long: String

  init(_ files: Int, in workshop: Workshop) throws {
    path = "\(workshop.folder)/files"
    long = "\(path)/long.jsonl"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for index in 0..<files { try Self.write(Self.line(index), to: "\(path)/\(index).json") }
    let text = (0..<Self.lines).map { Self.line(1_000_000 + $0) }.joined()
    try Self.write(text, to: long)
  }

  func change(_ turn: Int) throws {
    try Self.write(Self.line(7, "changed \(turn)"), to: "\(path)/7.json")
  }

  func touch() throws {
    guard utimes("\(path)/9.json", nil) == 0 else { throw BenchError.file(path) }
  }

  func grow(_ turn: Int) throws {
    guard let handle = FileHandle(forWritingAtPath: long) else { throw BenchError.file(long) }
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(Self.line(2_000_000 + turn).utf8))
  }

  private static func line(_ number: Int, _ title: String = "a headline") -> String {
    """
    {"id": "\(number)", "title": "\(title) \(number)", "date": "2026-05-01T10:00:00Z", \
    "source": "The Ledger", "url": "https://example.org/\(number)", "body": "a few words"}\n
    """
  }

  private static func write(_ text: String, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw BenchError.file(path)
    }
  }
}
