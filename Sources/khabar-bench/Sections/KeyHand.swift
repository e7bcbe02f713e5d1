/// Plays the same keys to one program, again and again, and keeps what they cost.
struct KeyHand {
  let contender: Contender
  private(set) var rowCPU = Samples()
  private(set) var rowBytes = Samples()
  private(set) var heldCPU = Samples()
  private(set) var pageCPU = Samples()
  private(set) var pageBytes = Samples()
  private(set) var openCPU = Samples()
  private(set) var openBytes = Samples()
  private(set) var quitCPU = Samples()
  private(set) var givenBack = Samples()
  private(set) var gone = Samples()

  init(_ contender: Contender) {
    self.contender = contender
  }

  /// Starts the program, plays, and quits.
  mutating func play(_ library: Library, in workshop: Workshop, rows: Int, columns: Int) throws {
    let run = try contender.start(library, in: workshop, rows: rows, columns: columns)
    _ = try contender.reachList(run)
    try run.settle()
    // As many rows as a small screen holds without scrolling; the first warms what is lazy.
    for index in 0..<16 {
      let cost = try press(contender.rowDown, run)
      if index > 0 {
        rowCPU.add(cost.cpu)
        rowBytes.add(cost.bytes)
      }
    }
    heldCPU.add(try press(String(repeating: contender.rowDown, count: 100), run).cpu)
    for _ in 0..<6 {
      let cost = try press(contender.pageDown, run)
      pageCPU.add(cost.cpu)
      pageBytes.add(cost.bytes)
    }
    if contender.opensArticles { try openArticles(run) }
    try quit(run)
  }

  /// Starts the program and quits at once.
  mutating func quit(_ library: Library, in workshop: Workshop) throws {
    let run = try contender.start(library, in: workshop, rows: 50, columns: 200)
    _ = try contender.reachList(run)
    try run.settle()
    try quit(run)
  }

  private mutating func quit(_ run: TerminalRun) throws {
    let ending = try run.end(by: contender.quit)
    quitCPU.add(ending.cpu)
    givenBack.add(ending.givenBack)
    gone.add(ending.gone)
  }

  private mutating func openArticles(_ run: TerminalRun) throws {
    for _ in 0..<5 {
      let cost = try press("\r", run)
      openCPU.add(cost.cpu)
      openBytes.add(cost.bytes)
      _ = try press("q", run)
      _ = try press(contender.rowDown, run)
    }
  }

  private func press(_ keys: String, _ run: TerminalRun) throws -> (cpu: Int, bytes: Int) {
    let (cpu, bytes) = (run.cpu, run.written)
    run.send(keys)
    try run.settle()
    return (run.cpu - cpu, run.written - bytes)
  }
}
