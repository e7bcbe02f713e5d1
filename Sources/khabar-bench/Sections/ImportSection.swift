import Foundation

/// A file of articles taken into an empty store, by turns: `khabar scan` of JSON Lines with its index
/// of words, newsboat's reload of the same as RSS, and a C program by which SQLite alone puts the
/// same rows and the same terms, already folded, into tables and an index of the same shape.
struct ImportSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let contenders = try workshop.contenders(&report).filter(\.opensArticles)
    let driver = sqlite(&report)
    for size in workshop.options.sizes {
      report.progress("import, \(size) articles")
      let library = try workshop.library(of: size)
      var imports = contenders.map { Import($0) }
      var alone = Import.sqlite
      for _ in 0..<turns(size) {
        for index in imports.indices { try imports[index].measure(library, in: workshop) }
        if let driver { try alone.measure(driver, library, in: workshop) }
      }
      try? FileManager.default.removeItem(atPath: Self.terms(library))
      add(imports + (driver == nil ? [] : [alone]), size, to: &report)
    }
  }
}

extension ImportSection {
  private struct Import {
    let name: String
    var contender: Contender?
    var cpu = Samples()
    var wall = Samples()
    var peak = Samples()
    var store = 0

    init(_ contender: Contender) {
      self.contender = contender
      name = contender.name
    }

    private init(name: String) {
      self.name = name
    }

    static let sqlite = Import(name: "SQLite")

    mutating func measure(_ library: Library, in workshop: Workshop) throws {
      guard let run = try contender?.takeIn(library, in: workshop) else { return }
      cpu.add(run.cpu)
      wall.add(run.wall)
      peak.add(run.peak)
      store = library.bytes(of: name)
    }

    /// Has the driver put the terms of khabar's store into one of its own.
    mutating func measure(_ driver: String, _ library: Library, in workshop: Workshop) throws {
      let terms = ImportSection.terms(library)
      if !FileManager.default.fileExists(atPath: terms) {
        _ = try PlainRun(
          [driver, "terms", library.store(of: "khabar"), terms], environment: workshop.environment,
          seconds: library.secondsToRead)
      }
      library.removeStore(of: name)
      let output = "\(library.folder)/seconds"
      let run = try PlainRun(
        [driver, "make", terms, library.store(of: name)], environment: workshop.environment,
        output: output, seconds: library.secondsToRead)
      let seconds = try String(contentsOfFile: output, encoding: .utf8)
        .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard seconds.count == 2 else { throw BenchError.failed("\(driver) said nothing") }
      // What it costs to read the terms is not SQLite's, and the driver leaves it out.
      cpu.add(seconds[0] * 1e9)
      wall.add(seconds[1] * 1e9)
      peak.add(run.peak)
      store = library.bytes(of: name)
      library.removeStore(of: name)
    }
  }

  fileprivate static func terms(_ library: Library) -> String { "\(library.folder)/terms" }

  private func sqlite(_ report: inout Report) -> String? {
    do {
      return try workshop.driver("index", "sqlite3")
    } catch {
      report.skip("SQLite alone: \(error)")
      return nil
    }
  }

  /// A large file is read once: what disturbs evens out over half a minute.
  private func turns(_ size: Int) -> Int {
    size > 10_000 ? 1 : max(1, workshop.options.turns / 2)
  }

  private func add(_ imports: [Import], _ size: Int, to report: inout Report) {
    guard let own = imports.first else { return }
    func line(
      _ what: String, _ unit: String, _ value: (Import) -> Double,
      _ bar: (_ peer: String) -> Figure.Bar?
    ) {
      for peer in imports.dropFirst() {
        report.add(what, unit, value(own), peer.name, value(peer), bar(peer.name))
      }
      if imports.count == 1 { report.add(what, unit, value(own), nil, nil, bar("")) }
    }
    // newsboat makes no index and waits for no disk: not to be slower on the wall is what is wanted
    // beside it, and its CPU is only told.
    line("\(size) articles taken in, CPU", "s", { $0.cpu.best / 1e9 }) {
      $0 == Import.sqlite.name ? .timesAtMost(2) : nil
    }
    line("… on the wall", "articles/s", { Double(size) * 1e9 / $0.wall.best }) {
      .timesAtLeast($0 == Import.sqlite.name ? 0.75 : 1)
    }
    line("… peak memory", "MB", { $0.peak.median / 1e6 }) { _ in .atMost(64) }
    line("… store with both indexes", "MB", { Double($0.store) / 1e6 }) {
      $0 == Import.sqlite.name ? nil : .timesAtMost(1.5)
    }
  }
}
