import Glibc

/// One scan on its way: what it found, what it read and has not stored yet, what it brought.
struct Scan {
  /// At most this many articles go into one transaction, so that nobody waits for long.
  private static let batchRows = 400
  /// … or those that could be read in this many nanoseconds.
  private static let batchTime: UInt64 = 150_000_000
  /// … or this many bytes of text.
  private static let batchBytes = 2 << 20

  private(set) var report = SourceScanner.Report()

  private let store: NewsStore
  private let progress: (SourceScanner.Progress) -> Bool
  private let problem: (Problem) -> Void

  private var reached = SourceScanner.Progress()
  private var batch: [NewsStore.Part] = []
  private var rows = 0
  private var bytes = 0
  private var batchStart = monotonicNow()

  init(
    store: NewsStore, progress: @escaping (SourceScanner.Progress) -> Bool,
    problem: @escaping (Problem) -> Void
  ) {
    self.store = store
    self.progress = progress
    self.problem = problem
  }

  /// Looks through a source.
  mutating func look(at source: Source) throws(StoreError) {
    guard !report.isCancelled else { return }
    let walk = FolderWalk(source.path)
    for found in walk.problems { tell(found) }
    var known = try store.knownFiles(of: source.id)
    // Only what is read is put in order: sorting 10,000 paths costs more than finding them.
    let unknown = walk.files.filter { known[$0.path]?.stamp != $0.stamp }
      .sorted { $0.path < $1.path }
    reached.files += walk.files.count - unknown.count
    let gone = Self.remove(walk.files, from: known)
    let moved = Self.moved(unknown, among: gone)
    try store.move(moved.map { (gone[$0.key]?.id ?? 0, $0.value) })
    for file in unknown where !report.isCancelled {
      defer { reached.files += 1 }
      if moved.values.contains(file.path) { continue }
      let before = known[file.path]
      try read(
        file,
        FileReading(
          source: source.id.rawValue, path: file.path, format: source.format, known: before))
    }
    known = gone.filter { moved[$0.key] == nil }
    // What lies under an unreadable folder is not gone.
    let isComplete = walk.problems.isEmpty || walk.isMissing
    if isComplete && !report.isCancelled { try store.drop(known.values.map(\.id)) }
  }

  /// Reads articles from a descriptor; true when it came to the end, and the system let it.
  @discardableResult
  mutating func read(_ descriptor: Int32, _ file: FileReading) throws(StoreError) -> Bool {
    var failure: StoreError?
    var isWhole = true
    _ = NewsFile(name: file.path, format: file.format).read(
      descriptor,
      article: { article, _ in
        do throws(StoreError) {
          try take(article, from: file)
        } catch {
          failure = error
        }
        return failure == nil && !report.isCancelled
      },
      problem: {
        if case .unreadable = $0.reason { isWhole = false }
        tell($0)
      })
    if let failure { throw failure }
    return isWhole && !report.isCancelled
  }

  /// Stores what is left.
  mutating func finish() throws(StoreError) {
    try flush()
  }
}

extension Scan {
  private mutating func tell(_ found: Problem) {
    report.problems += 1
    problem(found)
  }

  private mutating func read(_ found: FolderWalk.Found, _ file: FileReading) throws(StoreError) {
    // Not blocking: what was a file a moment ago may be a pipe by now.
    let descriptor = open(found.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return tell(
        Problem(
          file: found.path, line: 0, column: 0,
          reason: .unreadable(String(cString: strerror(errno)))))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    guard try read(descriptor, file) else { return }
    // The stamp of before the reading: what was written meanwhile is seen next time.
    part(of: file) { $0.finished = FileStamp(status) }
    rows += 1
    if isFull { try flush() }
  }

  private mutating func take(_ article: Article, from file: FileReading) throws(StoreError) {
    let arrival = Arrival(article)
    bytes += arrival.text.count + article.title.utf8.count
    part(of: file) { $0.arrivals.append(arrival) }
    rows += 1
    reached.articles += 1
    if isFull { try flush() }
  }

  private mutating func part(of file: FileReading, _ change: (inout NewsStore.Part) -> Void) {
    if batch.last?.file !== file { batch.append(NewsStore.Part(file)) }
    change(&batch[batch.count - 1])
  }

  private var isFull: Bool {
    rows >= Self.batchRows || bytes >= Self.batchBytes
      || monotonicNow() - batchStart >= Self.batchTime
  }

  private mutating func flush() throws(StoreError) {
    if !batch.isEmpty {
      let outcome = try store.takeIn(batch)
      report.new += outcome.new
      report.changed += outcome.changed
      batch = []
      rows = 0
      bytes = 0
      usleep(2_000)  // another process may be waiting for the lock
    }
    batchStart = monotonicNow()
    if !progress(reached) { report.isCancelled = true }
  }
}

extension Scan {
  /// The known files that were not found again.
  private static func remove(
    _ found: [FolderWalk.Found], from known: [String: KnownFile]
  ) -> [String: KnownFile] {
    var gone = known
    for file in found { gone[file.path] = nil }
    return gone
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

/// Nanoseconds of a clock that never goes back.
private func monotonicNow() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}
