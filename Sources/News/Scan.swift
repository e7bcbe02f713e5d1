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
  private let way: ScanWay
  private let problem: (Problem) -> Void

  private var batch: [NewsStore.Part] = []
  private var rows = 0
  private var bytes = 0
  private var batchStart = monotonicNow()
  /// What `look` found, in the order in which it is read.
  private var toRead: [Waiting] = []
  /// Files that are gone.
  private var toDrop: [Int64] = []
  /// The bytes of the files that were read.
  private var passed = 0

  /// A file that is to be read, and how it was before.
  private struct Waiting {
    var source: Source
    var file: FolderWalk.Found
    var before: KnownFile?
  }

  init(
    store: NewsStore, progress: @escaping (SourceScanner.Progress) -> Bool,
    problem: @escaping (Problem) -> Void
  ) {
    self.store = store
    way = ScanWay(progress)
    self.problem = problem
  }

  /// Finds what changed in a source; it is read by `readWhatChanged`.
  mutating func look(at source: Source) throws(StoreError) {
    guard !way.isOver else { return }
    let walk = FolderWalk(source.path, known: try store.knownFiles(of: source.id))
    for found in walk.problems { tell(found) }
    // Only what is read is put in order: sorting 10,000 paths costs more than finding them.
    let changed = walk.files.sorted { $0.path < $1.path }
    way.reached.files += walk.unchanged
    var gone = walk.known.rest
    var before: [String: KnownFile] = [:]
    for file in changed { before[file.path] = gone.removeValue(forKey: file.path) }
    let moved = Self.moved(changed, among: gone)
    try store.move(moved.map { (gone[$0.key]?.id ?? 0, $0.value) })
    for (old, new) in moved {
      gone[old] = nil
      before[new] = nil
    }
    let places = Set(moved.values)
    way.reached.files += places.count
    for file in changed where !places.contains(file.path) {
      way.reached.size += Int(file.stamp.size)
      toRead.append(Waiting(source: source, file: file, before: before[file.path]))
    }
    // What lies under an unreadable folder is not gone.
    if walk.isWhole || walk.isMissing { toDrop += gone.values.map(\.id) }
  }

  /// Reads the files that changed, source by source.
  mutating func readWhatChanged() throws(StoreError) {
    for next in toRead where !way.isOver {
      try read(next)
      way.reached.files += 1
      passed += Int(next.file.stamp.size)
      way.reached.bytes = passed
    }
    if !way.isOver { try store.drop(toDrop) }
  }

  /// Reads articles from a descriptor; nil where it did not come to the end, or could not.
  @discardableResult
  mutating func read(
    _ descriptor: Int32, _ file: FileReading, from end: FileEnd? = nil
  ) throws(StoreError) -> NewsFile.Reading? {
    var failure: StoreError?
    var isWhole = true
    let way = way
    let reading = NewsFile(name: file.path, format: file.format).read(
      descriptor, from: end, while: { way.goesOn() },
      article: { article, _, offset in
        do throws(StoreError) {
          way.reached.bytes = passed + offset
          try take(article, from: file)
        } catch {
          failure = error
        }
        return failure == nil && !way.isOver
      },
      problem: {
        if case .unreadable = $0.reason { isWhole = false }
        if !way.isOver { tell($0) }
      })
    if let failure { throw failure }
    return isWhole && !way.isOver ? reading : nil
  }

  /// Stores what is left.
  mutating func finish() throws(StoreError) {
    try flush()
    report.isCancelled = way.isOver
  }
}

extension Scan {
  private mutating func tell(_ found: Problem) {
    report.problems += 1
    problem(found)
  }

  private mutating func read(_ waiting: Waiting) throws(StoreError) {
    let path = waiting.file.path
    // Not blocking: what was a file a moment ago may be a pipe by now.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return tell(
        Problem(
          file: path, line: 0, column: 0, reason: .unreadable(String(cString: strerror(errno)))))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    // The stamp of before the reading: what was written meanwhile is seen next time.
    let stamp = FileStamp(status)
    let before = waiting.before
    let text = try before.map { known throws(StoreError) in try store.knownText(of: known.id) }
    let way = way
    if let before, let digest = text?.digest, stamp.size == before.stamp?.size,
      ByteSource(descriptor, while: { way.goesOn() }).wholeDigest() == digest
    {
      return try store.touched(before.id, stamp)
    }
    let end = text?.end.flatMap { known in
      known.offset <= stamp.size && stamp.size > before?.stamp?.size ?? .max
        ? FileEnd(offset: known.offset, line: known.line, mark: known.mark, in: descriptor) : nil
    }
    let file = FileReading(
      source: waiting.source.id.rawValue, path: path, format: waiting.source.format, known: before,
      text ?? KnownText(), isContinued: end != nil,
      beginsInLine: end.map { Int64($0.offset) < before?.stamp?.size ?? 0 } ?? false)
    guard let reading = try read(descriptor, file, from: end) else { return }
    var finished = NewsStore.Finished(stamp: stamp, digest: reading.digest)
    // Lines that were not closed yet are read again when more follows.
    if let end = reading.end ?? end, let mark = end.mark(in: descriptor) {
      finished.end = (end, mark)
    }
    part(of: file) { $0.finished = finished }
    rows += 1
    if isFull { try flush() }
  }

  private mutating func take(_ article: Article, from file: FileReading) throws(StoreError) {
    var arrival = Arrival(article)
    arrival.comesSecond = file.isContinued && !file.beginsInLine
    file.beginsInLine = false
    bytes += arrival.text.count + article.title.utf8.count
    part(of: file) { $0.arrivals.append(arrival) }
    rows += 1
    way.reached.articles += 1
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
    while !batch.isEmpty {
      let outcome = try store.takeIn(&batch)
      report.new += outcome.new
      report.changed += outcome.changed
      usleep(2_000)  // a mark, or another process, may be waiting for the lock
    }
    rows = 0
    bytes = 0
    batchStart = monotonicNow()
    _ = way.goesOn()
  }
}

extension Scan {
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

/// How far a scan is and whether it goes on, for all who read for it.
private final class ScanWay {
  var reached = SourceScanner.Progress()
  /// Whether it was ended.
  private(set) var isOver = false
  private let progress: (SourceScanner.Progress) -> Bool

  init(_ progress: @escaping (SourceScanner.Progress) -> Bool) {
    self.progress = progress
  }

  /// Tells how far the scan is, and learns whether it goes on.
  func goesOn() -> Bool {
    if !isOver, !progress(reached) { isOver = true }
    return !isOver
  }
}

/// Nanoseconds of a clock that never goes back.
private func monotonicNow() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}
