/// A file of articles taken into an empty store: `khabar scan` of JSON Lines, newsboat's reload of
/// the same as RSS, and the floor's bare insertion of the headlines.
struct ImportSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let contenders = try workshop.contenders(&report).filter(\.opensArticles)
    for size in workshop.options.sizes {
      report.progress("import, \(size) articles")
      let library = try workshop.library(of: size)
      var imports = contenders.map { Import($0) }
      for _ in 0..<max(1, workshop.options.turns / 2) {
        for index in imports.indices {
          try imports[index].measure(library, in: workshop)
        }
      }
      add(imports, size, to: &report)
    }
  }
}

extension ImportSection {
  private struct Import {
    let contender: Contender
    var cpu = Samples()
    var wall = Samples()
    var peak = Samples()
    var store = 0

    init(_ contender: Contender) {
      self.contender = contender
    }

    mutating func measure(_ library: Library, in workshop: Workshop) throws {
      let run = try contender.takeIn(library, in: workshop)
      cpu.add(run.cpu)
      wall.add(run.wall)
      peak.add(run.peak)
      store = library.bytes(of: contender.name)
    }
  }

  private func add(_ imports: [Import], _ size: Int, to report: inout Report) {
    guard let own = imports.first else { return }
    let peer = imports.dropFirst().first
    func line(_ what: String, _ unit: String, _ bar: Figure.Bar?, _ value: (Import) -> Double) {
      report.add(what, unit, value(own), peer?.contender.name, peer.map(value), bar)
    }
    line("\(size) articles taken in, CPU", "s", .timesAtMost(1)) { $0.cpu.best / 1e9 }
    line("… on the wall", "articles/s", .timesAtLeast(1)) { Double(size) * 1e9 / $0.wall.best }
    line("… peak memory", "MB", .atMost(64)) { $0.peak.median / 1e6 }
    line("… store", "MB", .timesAtMost(1.5)) { Double($0.store) / 1e6 }
  }
}
