import Glibc
import News
import Words

/// The library with the sources that a command speaks of, after a scan of them.
struct OpenShelf {
  /// The library, open for writing.
  let store: NewsStore
  /// What was named; none stands for the whole library.
  let sources: [SourceID]
  /// What the scan took in.
  let report: SourceScanner.Report

  /// Adds `paths` to the library at `storePath`, and takes in what is new in them.
  ///
  /// Problems are said on standard error. A path that neither exists nor is a source yet is a
  /// failure, and then nothing was added.
  ///
  /// - Parameter isIndexed: whether the index of words is brought up to date as well.
  init(
    _ paths: [String], _ format: FormatOptions?, in store: NewsStore, isIndexed: Bool = false
  ) throws {
    self.store = store
    let named = try SourcePath.named(paths, known: { try store.source(at: $0) != nil })
    sources = try store.add(named)
    if let format, format.isGiven { try store.setFormat(format.name, of: sources) }
    let scanner = SourceScanner(store: store)
    let progress = ScanProgress()
    defer { progress.end() }
    var reports: [SourceScanner.Report] = []
    if named.contains(NewsStore.standardInput) {
      reports.append(
        try scanner.takeIn(
          standardInput: STDIN_FILENO, format: format?.name, progress: progress.goesOn,
          problem: Speech.say))
    }
    let files = zip(sources, named).filter { $0.1 != NewsStore.standardInput }.map(\.0)
    if !files.isEmpty || named.isEmpty {
      reports.append(
        try scanner.scan(files, progress: progress.goesOn, problem: Speech.say))
    }
    report = reports.reduce(into: SourceScanner.Report()) { sum, report in
      sum.new += report.new
      sum.changed += report.changed
      sum.problems += report.problems
    }
    if reports.contains(where: \.isCancelled) { throw Failure(.interrupted) }
    if isIndexed, try !store.index(progress.goesOn) { throw Failure(.interrupted) }
  }
}

extension OpenShelf {
  /// The sources at `paths` in a library that can't be written, without a scan.
  init(_ paths: [String], asItIs store: NewsStore) throws {
    self.store = store
    report = SourceScanner.Report()
    sources = try paths.map { path in
      guard let source = try store.source(at: path) else { throw Failure(.notASource(path)) }
      return source
    }
  }
}

/// The PATHs of a command, each once.
enum SourcePath {
  /// The paths that were typed, if each exists or is a source already.
  static func named(_ paths: [String], known: (String) throws -> Bool) throws -> [String] {
    var seen: Set<String> = []
    let named = paths.filter { seen.insert($0).inserted }
    for path in named where path != NewsStore.standardInput {
      var status = stat()
      guard stat(path, &status) == 0 else {
        let reason = errno
        guard try known(path) else { throw Failure(Phrase(path, notFound: reason)) }
        continue
      }
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG || kind == S_IFDIR else { throw Failure(.notAFile(path)) }
    }
    return named
  }
}
