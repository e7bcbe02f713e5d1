import Foundation

/// An import with its index, beside a C program that has SQLite alone put the same rows into tables
/// of the same shape and the same terms, already folded, into the same index.
struct IndexSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    let driver = try workshop.driver("index", "sqlite3")
    for size in workshop.options.sizes {
      report.progress("index, \(size) articles")
      let library = try workshop.library(of: size)
      let contender = Contender.khabar(khabar)
      if !library.hasStore(of: contender.name) {
        _ = try contender.takeIn(library, in: workshop)
      }
      let terms = "\(library.folder)/terms"
      _ = try PlainRun(
        [driver, "terms", library.store(of: contender.name), terms],
        environment: workshop.environment)
      var own = Cost()
      var alone = Cost()
      for _ in 0..<max(2, workshop.options.turns / 2) {
        let run = try contender.takeIn(library, in: workshop)
        own.cpu.add(run.cpu)
        own.wall.add(run.wall)
        try alone.measure(driver, terms, library, in: workshop)
      }
      try? FileManager.default.removeItem(atPath: terms)
      add(own, alone, size, to: &report)
    }
  }
}

extension IndexSection {
  private struct Cost {
    var cpu = Samples()
    var wall = Samples()

    mutating func measure(
      _ driver: String, _ terms: String, _ library: Library, in workshop: Workshop
    ) throws {
      library.removeStore(of: "sqlite")
      let output = "\(library.folder)/seconds"
      _ = try PlainRun(
        [driver, "make", terms, library.store(of: "sqlite")], environment: workshop.environment,
        output: output)
      let seconds = try String(contentsOfFile: output, encoding: .utf8)
        .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard seconds.count == 2 else { throw BenchError.failed("\(driver) said nothing") }
      cpu.add(seconds[0] * 1e9)
      wall.add(seconds[1] * 1e9)
      library.removeStore(of: "sqlite")
    }
  }

  private func add(_ own: Cost, _ alone: Cost, _ size: Int, to report: inout Report) {
    report.add(
      "\(size) articles with their index, CPU", "s", own.cpu.best / 1e9, "SQLite",
      alone.cpu.best / 1e9, .timesAtMost(2))
    report.add(
      "… on the wall", "articles/s", Double(size) * 1e9 / own.wall.best, "SQLite",
      Double(size) * 1e9 / alone.wall.best, .timesAtLeast(0.75))
  }
}
