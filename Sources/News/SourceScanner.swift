import Glibc

/// Takes in what is new in the files of the library's sources.
///
/// Only files whose size, time or inode changed are read. What was taken in is in the store batch
/// by batch, so a scan may be ended at any moment and goes on next time. An article stays when its
/// file vanishes or turns bad.
public struct SourceScanner {
  /// How far a scan has come.
  public struct Progress: Equatable, Sendable {
    /// Files that were looked at, changed or not.
    public var files = 0
    /// Articles that were read.
    public var articles = 0
    /// Bytes that were read of the files that changed.
    public var bytes = 0
    /// How many bytes those have.
    public var size = 0

    /// How much was read, in millions of bytes, where there is no telling of how much: of a pipe.
    public var megabytes: Int? { size == 0 && bytes > 0 ? bytes / 1_000_000 : nil }

    /// How much was read, of a hundred; nil where there is no telling.
    public var percent: Int? { size > 0 ? min(100, bytes * 100 / size) : nil }
  }

  /// What a scan brought.
  public struct Report: Equatable, Sendable {
    /// Articles that were not in the library.
    public var new = 0
    /// Articles whose text is another now.
    public var changed = 0
    /// Problems that were met, told one by one or not.
    public var problems = 0
    /// Whether it was ended before its end.
    public var isCancelled = false

    /// Nothing was brought.
    public init() {}
  }

  private let store: NewsStore

  /// A scanner that takes news into `store`, which is open for writing.
  public init(store: NewsStore) {
    self.store = store
  }

  /// Whether a scan takes news into the store at `path` at the moment, in this process or another.
  public static func isAtWork(on path: String) -> Bool { ScanLock.isHeld(path) }

  /// Looks through sources, or all of them, and takes in what changed.
  ///
  /// - Parameter wanted: the sources; none are all.
  /// - Parameter progress: is told about each batch; false ends the scan, and what was read by
  ///   then is kept.
  /// - Parameter problem: is told what could not be read, and where; of a file the first hundred, and
  ///   then how many more there were.
  public func scan(
    _ wanted: [SourceID] = [], progress: (Progress) -> Bool, problem: (Problem) -> Void
  ) throws(StoreError) -> Report {
    try store.finishForgetting()
    let sources = try store.sources().filter { source in
      source.path != NewsStore.standardInput
        && (wanted.isEmpty || wanted.contains(source.id))
    }
    // What was taken in before the index of words had to be made anew is not read again.
    let report = try store.renewingIndex {
      try run(progress, problem) { scan throws(StoreError) in
        for source in sources { try scan.look(at: source) }
        try scan.readWhatChanged()
      }
    }
    try store.dropOldChanges()
    return report
  }

  /// Takes in articles from an open descriptor, as a source by the name of `-`.
  ///
  /// - Parameter format: the shape it is of; nil lets what is in it tell.
  public func takeIn(
    standardInput descriptor: Int32, format: String? = nil, progress: (Progress) -> Bool,
    problem: (Problem) -> Void
  ) throws(StoreError) -> Report {
    let source = try store.add(NewsStore.standardInput)
    return try run(progress, problem) { scan throws(StoreError) in
      let file = FileReading(
        source: source.rawValue, path: NewsStore.standardInput, format: format)
      try scan.read(descriptor, file)
    }
  }

  private func run(
    _ progress: (Progress) -> Bool, _ problem: (Problem) -> Void,
    _ body: (inout Scan) throws(StoreError) -> Void
  ) throws(StoreError) -> Report {
    let lock = ScanLock(store.path)
    defer { withExtendedLifetime(lock) {} }
    return try withoutActuallyEscaping(progress) { progress throws(StoreError) in
      try withoutActuallyEscaping(problem) { problem throws(StoreError) in
        var scan = Scan(store: store, progress: progress, problem: problem)
        try body(&scan)
        return scan.report
      }
    }
  }
}
