import Foundation
import Glibc
import Synchronization

/// Reads files for a scan, on a thread of its own, a few batches ahead of who stores them.
final class ScanReader {
  /// What came of the reading, in order.
  enum Step: Sendable {
    /// Articles, and files that were read to their end, for one transaction.
    case batch([NewsStore.Part])
    case problem(Problem)
    /// Everything was read, or as much as the scan wanted or the store allowed.
    case end(StoreError?)
  }

  /// At most this many articles go into one transaction, so that nobody waits for long.
  private static let batchRows = 400
  /// … or those that could be read in this many nanoseconds.
  private static let batchTime: UInt64 = 150_000_000
  /// … or this many bytes of text.
  private static let batchBytes = 2 << 20

  private let store: NewsStore
  private let way: ScanWay
  private let steps: BoundedQueue<Step>

  private var batch: [NewsStore.Part] = []
  private var rows = 0
  private var bytes = 0
  private var batchStart = monotonicNow()
  /// The bytes of the files that were read.
  private var passed = 0

  /// Begins to read; what comes of it is to be taken from the queue up to its `end`.
  ///
  /// - Parameter work: what is read, on the reader's thread.
  static func start(
    for store: NewsStore, on way: ScanWay,
    _ work: @escaping @Sendable (ScanReader) throws(StoreError) -> Void
  ) -> BoundedQueue<Step> {
    let steps = BoundedQueue<Step>(capacity: 3)
    Thread.detachNewThread {
      let reader = ScanReader(store: store, way: way, steps: steps)
      var failure: StoreError?
      do throws(StoreError) { try work(reader) } catch { failure = error }
      reader.flush()
      steps.put(.end(failure))
    }
    return steps
  }

  private init(store: NewsStore, way: ScanWay, steps: BoundedQueue<Step>) {
    self.store = store
    self.way = way
    self.steps = steps
  }

  /// Reads one file that changed.
  func read(_ changed: ChangedFile) throws(StoreError) {
    try readIfItIsOne(changed)
    passed += Int(changed.file.stamp.size)
    way.reach { reached in
      reached.files += 1
      reached.bytes = passed
    }
  }

  /// Reads articles from a descriptor; nil where it did not come to the end, or could not.
  ///
  /// - Parameter beginsInLine: whether the first article continues a line that was read before.
  @discardableResult
  func read(
    _ descriptor: Int32, _ file: FileReading, from end: FileEnd? = nil, beginsInLine: Bool = false
  ) -> NewsFile.Reading? {
    var isWhole = true
    var problems = ProblemLimit()
    var comesSecond = file.isContinued && !beginsInLine
    let reading = NewsFile(name: file.path, format: file.format).read(
      descriptor, from: end,
      while: { [self] in
        // What came through a pipe does not wait for what comes next.
        flushIfFull()
        return way.goesOn(reading: $0)
      },
      article: { article, _, offset in
        var arrival = Arrival(article)
        arrival.comesSecond = comesSecond
        comesSecond = file.isContinued
        if arrival.fileID != nil, file.wasReadBefore, !file.isContinued, file.rows == nil {
          file.rows = rows(of: file)
        }
        take(arrival, from: file, offset: offset)
        return !way.isOver
      },
      problem: {
        if case .unreadable = $0.reason { isWhole = false }
        if !way.isOver { problems.take($0) { steps.put(.problem($0)) } }
      })
    problems.end { steps.put(.problem($0)) }
    return isWhole && !way.isOver ? reading : nil
  }
}

extension ScanReader {
  private func readIfItIsOne(_ changed: ChangedFile) throws(StoreError) {
    let path = changed.file.path
    // Not blocking: what was a file a moment ago may be a pipe by now.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = Problem.Reason.unreadable(String(cString: strerror(errno)))
      steps.put(.problem(Problem(file: path, line: 0, column: 0, reason: reason)))
      return
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    // The stamp of before the reading: what was written meanwhile is seen next time.
    let stamp = FileStamp(status)
    let before = changed.before
    let text = try before.map { known throws(StoreError) in try store.knownText(of: known.id) }
    let way = way
    if let before, let digest = text?.digest, stamp.size == before.stamp?.size,
      ByteSource(descriptor, while: { _ in !way.isOver }).wholeDigest() == digest
    {
      return try store.touched(before.id, stamp)
    }
    let end = text?.end.flatMap { known in
      known.offset <= stamp.size && stamp.size > before?.stamp?.size ?? .max
        ? FileEnd(offset: known.offset, line: known.line, mark: known.mark, in: descriptor) : nil
    }
    let file = FileReading(
      source: changed.source.id.rawValue, path: path, format: changed.source.format, known: before,
      text ?? KnownText(), isContinued: end != nil)
    let beginsInLine = end.map { Int64($0.offset) < before?.stamp?.size ?? 0 } ?? false
    guard let reading = read(descriptor, file, from: end, beginsInLine: beginsInLine) else {
      return
    }
    var finished = NewsStore.Finished(stamp: stamp, digest: reading.digest)
    // Lines that were not closed yet are read again when more follows.
    if let end = reading.end ?? end, let mark = end.mark(in: descriptor) {
      finished.end = (end, mark)
    }
    part(of: file) { $0.finished = finished }
    rows += 1
    flushIfFull()
  }

  /// The rows of a file, by a reading of its own.
  private func rows(of file: FileReading) -> FileRows {
    let rows = FileRows()
    let descriptor = open(file.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return rows }
    defer { close(descriptor) }
    _ = NewsFile(name: file.path, format: file.format).read(
      descriptor, while: { [way] _ in !way.isOver },
      article: { article, _, _ in
        rows.note(article)
        return !rows.isFull
      }, problem: { _ in })
    return rows
  }

  private func take(_ arrival: Arrival, from file: FileReading, offset: Int) {
    bytes += arrival.text.count + arrival.article.title.utf8.count
    part(of: file) { $0.arrivals.append(arrival) }
    rows += 1
    let place = passed + offset
    way.reach { reached in
      reached.articles += 1
      reached.bytes = place
    }
    flushIfFull()
  }

  private func part(of file: FileReading, _ change: (inout NewsStore.Part) -> Void) {
    if batch.last?.file !== file { batch.append(NewsStore.Part(file)) }
    change(&batch[batch.count - 1])
  }

  private func flushIfFull() {
    guard
      rows >= Self.batchRows || bytes >= Self.batchBytes
        || monotonicNow() - batchStart >= Self.batchTime
    else { return }
    flush()
  }

  private func flush() {
    if !batch.isEmpty { steps.put(.batch(batch)) }
    batch = []
    rows = 0
    bytes = 0
    batchStart = monotonicNow()
  }
}

/// A file that is to be read, and how it was before.
struct ChangedFile: Sendable {
  var source: Source
  var file: FolderWalk.Found
  var before: KnownFile?
}

/// How far a scan is and whether it goes on, for the thread that reads and the one that stores.
final class ScanWay: Sendable {
  private let reached = Mutex(SourceScanner.Progress())
  private let ended = Atomic(false)

  /// Whether the scan is to end.
  var isOver: Bool { ended.load(ordering: .relaxed) }

  /// How far it is.
  var progress: SourceScanner.Progress { reached.withLock { $0 } }

  /// Notes how far it is.
  func reach(_ change: (inout SourceScanner.Progress) -> Void) {
    reached.withLock { change(&$0) }
  }

  /// Notes that so many bytes were read; whether the scan goes on.
  func goesOn(reading read: Int) -> Bool {
    // Of a file counts what came of its bytes: an object at the root is read twice.
    reach { reached in
      if reached.size == 0 { reached.bytes = max(reached.bytes, read) }
    }
    return !isOver
  }

  /// Ends it: nothing more is read.
  func end() {
    ended.store(true, ordering: .relaxed)
  }
}

/// Nanoseconds of a clock that never goes back.
private func monotonicNow() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}
