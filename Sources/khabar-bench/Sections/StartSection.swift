/// From exec to the first headlines on a terminal of 200×50, and the memory they take.
struct StartSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let all = try workshop.contenders(&report)
    let huge = workshop.options.hugeSize
    for size in workshop.options.sizes + [huge].compactMap(\.self) {
      let contenders = size == huge ? all.filter { $0.name == "khabar" || $0.name == "floor" } : all
      report.progress("start, \(size) articles")
      let library = try workshop.library(of: size)
      var starts = contenders.map { Start($0) }
      for turn in 0...workshop.options.turns {
        for index in starts.indices {
          // The first turn makes the stores and warms the files.
          try starts[index].measure(library, in: workshop, isCounted: turn > 0)
        }
      }
      add(starts, size, to: &report)
    }
    try compare(huge ?? workshop.options.sizes.last ?? 0, to: &report)
  }
}

extension StartSection {
  private struct Start {
    let contender: Contender
    var cpu = Samples()
    var wall = Samples()
    var peak = Samples()

    init(_ contender: Contender) {
      self.contender = contender
    }

    mutating func measure(_ library: Library, in workshop: Workshop, isCounted: Bool) throws {
      let run = try contender.start(library, in: workshop, rows: 50, columns: 200)
      let waited = try contender.reachList(run)
      let used = run.cpu
      try run.settle()
      if isCounted {
        wall.add(waited)
        cpu.add(used)
        peak.add(run.peak)
      }
      _ = try run.end(by: contender.quit)
    }
  }

  /// What so many articles cost beside the fewest, by turns.
  private func compare(_ most: Int, to report: inout Report) throws {
    let least = workshop.options.sizes[0]
    guard least < most else { return }
    report.progress("start, \(most) articles beside \(least)")
    let libraries = [try workshop.library(of: most), try workshop.library(of: least)]
    var starts = try libraries.map { _ in Start(.khabar(try workshop.khabar)) }
    for turn in 0...workshop.options.turns * 3 {
      for index in starts.indices {
        try starts[index].measure(libraries[index], in: workshop, isCounted: turn > 0)
      }
    }
    report.add(
      "first headlines of \(most), CPU", "ms", starts[0].cpu.median / 1e6, "of \(least)",
      starts[1].cpu.median / 1e6, .timesAtMost(1.25))
    report.add(
      "… peak memory", "MB", starts[0].peak.median / 1e6, "of \(least)",
      starts[1].peak.median / 1e6, .timesAtMost(1.2))
  }

  private func add(_ starts: [Start], _ size: Int, to report: inout Report) {
    guard let own = starts.first else { return }
    for other in starts.dropFirst() {
      let name = other.contender.name
      report.add(
        "first headlines of \(size), CPU", "ms", own.cpu.median / 1e6, name,
        other.cpu.median / 1e6, bar(beside: name, size))
    }
    for other in starts.dropFirst() {
      report.add(
        "… on the wall", "ms", own.wall.median / 1e6, other.contender.name,
        other.wall.median / 1e6, .atMost(25))
    }
    for other in starts.dropFirst() {
      report.add(
        "… peak memory", "MB", own.peak.median / 1e6, other.contender.name,
        other.peak.median / 1e6, .atMost(40))
    }
    if starts.count == 1 {
      report.add("first headlines of \(size), CPU", "ms", own.cpu.median / 1e6)
      report.add("… on the wall", "ms", own.wall.median / 1e6, nil, nil, .atMost(25))
      report.add("… peak memory", "MB", own.peak.median / 1e6, nil, nil, .atMost(40))
    }
  }

  /// How much of another's CPU time khabar may take. newsboat and sfeed read all of their stores,
  /// and sfeed is quicker than any program with a database while there is little to read.
  private func bar(beside name: String, _ size: Int) -> Figure.Bar? {
    switch name {
    case "floor": .timesAtMost(4)
    case "sfeed": size < 10_000 ? nil : .timesAtMost(0.6)
    default: .timesAtMost(size < 10_000 ? 0.6 : size < 100_000 ? 0.1 : 0.01)
    }
  }
}
