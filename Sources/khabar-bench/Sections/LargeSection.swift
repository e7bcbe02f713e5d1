import Foundation
import Glibc
import News

/// A file that may be larger than memory, as JSON Lines and as one array: how soon its first
/// headlines are there when it has never been scanned, how soon a scan of it ends that is not wanted
/// any more, and what memory a whole one takes.
struct LargeSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    report.progress("large files, \(workshop.options.largeSize) articles")
    let library = try workshop.library(of: workshop.options.largeSize)
    let array = try library.writeArray()
    defer { try? FileManager.default.removeItem(atPath: array) }
    for (shape, path) in [("JSON Lines", library.files.lines), ("an array", array)] {
      let file = File(
        path: path, name: "\(shape) of \(try Self.size(path))", store: "\(library.folder)/first",
        khabar: khabar)
      defer { Library.remove(file.store) }
      try firstHeadlines(file, &report)
      try interrupt(file, &report)
      try takeIn(file, of: library, &report)
    }
  }
}

extension LargeSection {
  /// A file, and a store that is made anew for each use of it.
  private struct File {
    let path: String
    let name: String
    let store: String
    let khabar: String
  }

  private static func size(_ path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BenchError.file(path) }
    let bytes = Double(status.st_size)
    return bytes >= 1e9 ? "\(Figure.text(bytes / 1e9)) GB" : "\(Figure.text(bytes / 1e6)) MB"
  }

  /// From exec, so that the reader's own start is in it; then Esc, which ends the scan.
  private func firstHeadlines(_ file: File, _ report: inout Report) throws {
    report.progress("first headlines of \(file.name)")
    var first = Samples()
    var stopped = Samples()
    for _ in 0..<workshop.options.turns {
      Library.remove(file.store)
      let run = try TerminalRun(
        [file.khabar, file.path, "--store", file.store], environment: workshop.environment,
        rows: 50, columns: 200)
      try run.wait(for: Corpus.marker)
      first.add(run.lastWrite - run.start)
      if workshop.options.largeSize > 1_000 {
        let from = Clock.wall
        run.send("\u{1B}")
        try run.wait(for: "was stopped")
        stopped.add(run.lastWrite - from)
      }
      _ = try run.end(by: "Q")
    }
    report.add(
      "first headlines of \(file.name), never scanned", "s", first.median / 1e9, nil, nil,
      .atMost(0.3))
    if !stopped.isEmpty {
      report.add("… Esc, until the scan is over", "s", stopped.median / 1e9, nil, nil, .atMost(0.5))
    }
  }

  /// ^C in the middle of `khabar scan`: what was there before is there afterwards.
  private func interrupt(_ file: File, _ report: inout Report) throws {
    var ended = Samples()
    var before = 0
    var after = 0
    for turn in 1...workshop.options.turns {
      Library.remove(file.store)
      let process = try PlainRun.begin(
        [file.khabar, "scan", file.path, "--store", file.store], environment: workshop.environment)
      // At another place each time, the reading and the making of the index.
      usleep(UInt32(turn) * 150_000)
      while PlainRun.isRunning(process), try count(file.store) == 0 { usleep(2_000) }
      let kept = try count(file.store)
      ended.add(try PlainRun.interrupt(process))
      before += kept
      after += try count(file.store)
    }
    report.add(
      "^C in a scan of it, until its end", "s", ended.quantile(1) / 1e9, nil, nil, .atMost(0.5))
    report.add(
      "… articles kept, \(workshop.options.turns) scans", "", Double(after), "before ^C",
      Double(before), .timesAtLeast(1))
  }

  /// How many articles a store holds; none where there is none yet.
  private func count(_ path: String) throws -> Int {
    do throws(StoreError) {
      return try NewsStore(at: path, .reading).tally(of: []).all
    } catch {
      guard [.missing, .needsMigration].contains(error.kind) else { throw error }
      return 0
    }
  }

  /// All of it, with the index. The store of the lines is the one that other sections open.
  private func takeIn(_ file: File, of library: Library, _ report: inout Report) throws {
    report.progress("all of \(file.name)")
    Library.remove(file.store)
    let isLines = file.path == library.files.lines
    let run =
      isLines
      ? try Contender.khabar(file.khabar).takeIn(library, in: workshop)
      : try PlainRun(
        [file.khabar, "scan", file.path, "--store", file.store],
        environment: workshop.environment, seconds: library.secondsToRead)
    let store = isLines ? library.store(of: "khabar") : file.store
    guard try count(store) == library.articles else {
      throw BenchError.failed("\(file.name) was not taken in whole")
    }
    report.add(
      "all of \(file.name) with its index, peak memory", "MB", Double(run.peak) / 1e6, nil, nil,
      .atMost(64))
    report.add("… CPU", "s", Double(run.cpu) / 1e9)
    report.add(
      "… on the wall", "articles/s", Double(library.articles) * 1e9 / Double(run.wall))
  }
}
