/// What a key costs in the list: CPU from the key to the end of its work, bytes to the terminal. For
/// the last one, how long one waits for it too.
struct KeySection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let contenders = try workshop.contenders(&report).filter { $0.name != "sfeed" }
    let library = try workshop.library(of: workshop.options.keySize)
    for (columns, rows) in [(200, 50), (80, 24)] {
      report.progress("keys, \(columns)×\(rows)")
      var hands = contenders.map { KeyHand($0) }
      for _ in 0..<max(1, workshop.options.turns / 2) {
        for index in hands.indices {
          try hands[index].play(library, in: workshop, rows: rows, columns: columns)
        }
      }
      add(hands, "\(columns)×\(rows)", isWide: columns == 200, to: &report)
    }
    try compare(workshop.options.hugeSize ?? workshop.options.sizes.last ?? 0, to: &report)
    try quit(library, to: &report)
  }
}

extension KeySection {
  /// What keys cost in a list of so many.
  private func compare(_ size: Int, to report: inout Report) throws {
    let khabar = try workshop.khabar
    let least = workshop.options.sizes[0]
    guard least < size else { return }
    report.progress("keys, \(size) articles beside \(least)")
    var hands = [KeyHand(.khabar(khabar)), KeyHand(.khabar(khabar))]
    let libraries = [try workshop.library(of: size), try workshop.library(of: least)]
    for _ in 0..<workshop.options.turns {
      for index in hands.indices {
        try hands[index].play(libraries[index], in: workshop, rows: 50, columns: 200)
      }
    }
    func line(_ what: String, _ samples: KeyPath<KeyHand, Samples>) {
      report.add(
        "\(what) of \(size), CPU", "ms", hands[0][keyPath: samples].median / 1e6, "of \(least)",
        hands[1][keyPath: samples].median / 1e6, .timesAtMost(1.5))
    }
    line("a row down", \.rowCPU)
    line("100 rows held", \.heldCPU)
    line("a page down", \.pageCPU)
    line("an article opened", \.openCPU)
    line("quitting", \.quitCPU)
  }

  /// How long one waits for the end. The kernel takes its time to give back what a program watched,
  /// and a program that only watches one folder pays for that too.
  private func quit(_ library: Library, to report: inout Report) throws {
    report.progress("quitting")
    var hands = try workshop.contenders(&report).filter { $0.name != "sfeed" }.map { KeyHand($0) }
    hands.append(KeyHand(.watcher(try workshop.driver("watch", ""))))
    for _ in 0..<workshop.options.turns * 2 {
      for index in hands.indices { try hands[index].quit(library, in: workshop) }
    }
    func lines(
      _ what: String, _ samples: KeyPath<KeyHand, Samples>, _ bar: Figure.Bar?
    ) {
      let own = hands[0][keyPath: samples].median / 1e6
      for peer in hands.dropFirst() {
        report.add(
          what, "ms", own, peer.contender.name, peer[keyPath: samples].median / 1e6, bar)
      }
    }
    lines("quitting, CPU", \.quitCPU, .atMost(10))
    lines("… until the terminal is given back", \.givenBack, .atMost(10))
    lines("… until the process is gone", \.gone, nil)
  }

  private func add(_ hands: [KeyHand], _ size: String, isWide: Bool, to report: inout Report) {
    func line(
      _ what: String, _ unit: String, _ samples: KeyPath<KeyHand, Samples>, _ scale: Double,
      _ bar: Figure.Bar
    ) {
      let peers = hands.dropFirst().filter { !$0[keyPath: samples].isEmpty }
      guard let own = hands.first?[keyPath: samples], !own.isEmpty else { return }
      for peer in peers {
        report.add(
          what, unit, own.median / scale, peer.contender.name,
          peer[keyPath: samples].median / scale, bar)
      }
      if peers.isEmpty { report.add(what, unit, own.median / scale, nil, nil, bar) }
    }
    line("a row down at \(size), CPU", "ms", \.rowCPU, 1e6, .atMost(0.33))
    line("… written", "bytes", \.rowBytes, 1, .atMost(isWide ? 800 : 350))
    line("100 rows held at \(size), CPU", "ms", \.heldCPU, 1e6, .atMost(10))
    line("a page down at \(size), CPU", "ms", \.pageCPU, 1e6, .atMost(2))
    line("… written", "bytes", \.pageBytes, 1, .atMost(20_000))
    line("an article opened at \(size), CPU", "ms", \.openCPU, 1e6, .atMost(2.5))
    line("… written", "bytes", \.openBytes, 1, .atMost(20_000))
  }
}
