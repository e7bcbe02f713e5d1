/// One scan on its way: what it found, and what it brought. It stores what a `ScanReader` reads.
struct Scan {
  private(set) var report = SourceScanner.Report()

  private let store: NewsStore
  private let way = ScanWay()
  private let progress: (SourceScanner.Progress) -> Bool
  private let problem: (Problem) -> Void

  private var brought = BroughtArticles()
  /// What `look` found, in the order in which it is read.
  private var changed: [ChangedFile] = []
  /// Files that are gone.
  private var gone: [Int64] = []

  init(
    store: NewsStore, progress: @escaping (SourceScanner.Progress) -> Bool,
    problem: @escaping (Problem) -> Void
  ) {
    self.store = store
    self.progress = progress
    self.problem = problem
  }

  /// Finds what changed in a source; it is read by `readWhatChanged`.
  mutating func look(at source: Source) throws(StoreError) {
    guard !way.isOver else { return }
    let walk = FolderWalk(source.path, known: try store.knownFiles(of: source.id))
    for found in walk.problems { tell(found) }
    // Only what is read is put in order: sorting 10,000 paths costs more than finding them.
    let files = walk.files.sorted { $0.path < $1.path }
    var rest = walk.known.rest
    var before: [String: KnownFile] = [:]
    for file in files { before[file.path] = rest.removeValue(forKey: file.path) }
    let moved = Self.moved(files, among: rest)
    try store.move(moved.map { (rest[$0.key]?.id ?? 0, $0.value) })
    for (old, new) in moved {
      rest[old] = nil
      before[new] = nil
    }
    let places = Set(moved.values)
    let toRead = files.filter { !places.contains($0.path) }
    changed += toRead.map { ChangedFile(source: source, file: $0, before: before[$0.path]) }
    way.reach { reached in
      reached.files += walk.unchanged + places.count
      reached.size += toRead.reduce(0) { $0 + Int($1.stamp.size) }
    }
    // What lies under an unreadable folder is not gone.
    if walk.isWhole || walk.isMissing { gone += rest.values.map(\.id) }
  }

  /// Reads the files that changed, source by source.
  mutating func readWhatChanged() throws(StoreError) {
    if !changed.isEmpty {
      try read { [changed, way] reader throws(StoreError) in
        for file in changed where !way.isOver { try reader.read(file) }
      }
    }
    if !way.isOver { try store.drop(gone) }
    finish()
  }

  /// Reads articles from a descriptor.
  mutating func read(_ descriptor: Int32, _ file: FileReading) throws(StoreError) {
    try read { reader throws(StoreError) in reader.read(descriptor, file) }
    finish()
  }
}

extension Scan {
  /// As often, in seconds, a scan is asked whether it goes on while nothing is read.
  private static let pulse = 0.05

  private mutating func read(
    _ work: @escaping @Sendable (ScanReader) throws(StoreError) -> Void
  ) throws(StoreError) {
    ask()
    let steps = ScanReader.start(for: store, on: way, work)
    var failure: StoreError?
    while true {
      switch steps.next(within: Self.pulse) {
      case nil: break
      case .batch(let batch):
        guard failure == nil else { continue }
        do throws(StoreError) {
          try take(batch)
        } catch {
          failure = error
          way.end()
        }
      case .problem(let found): tell(found)
      case .end(let failed):
        if let failure = failure ?? failed { throw failure }
        return
      }
      ask()
    }
  }

  private mutating func take(_ batch: [NewsStore.Part]) throws(StoreError) {
    var batch = batch
    while !batch.isEmpty {
      let outcome = try store.takeIn(&batch)
      brought.count(outcome)
      store.letOthersIn()
    }
  }

  private mutating func tell(_ found: Problem) {
    report.problems += found.count
    problem(found)
  }

  /// Tells how far the scan is, and learns whether it goes on.
  private func ask() {
    if !way.isOver, !progress(way.progress) { way.end() }
  }

  private mutating func finish() {
    ask()
    report.new = brought.new
    report.changed = brought.changed
    report.isCancelled = way.isOver
  }

  /// Which of the gone files lie elsewhere now, unchanged: old path to new path.
  private static func moved(
    _ found: [FolderWalk.Found], among gone: [String: KnownFile]
  ) -> [String: String] {
    guard !gone.isEmpty else { return [:] }
    var paths: [FileStamp: String] = [:]
    for file in found { paths[file.stamp] = file.path }
    var moved: [String: String] = [:]
    for (path, file) in gone {
      if let stamp = file.stamp, let place = paths.removeValue(forKey: stamp) {
        moved[path] = place
      }
    }
    return moved
  }
}
