import Glibc
import News
import Synchronization

/// The PATHs that the reader was given, as sources of the library.
///
/// What the library knows already is shown at once. A new PATH has to be added, which may have to
/// wait for another program's lock, and standard input has to be read: both are left to the first
/// scan, behind the first screen.
final class NamedSources: Sendable {
  /// A source that holds nothing, for PATHs that are not added yet; no store gives this number.
  private static let none = SourceID(rawValue: -1)

  private let names: [String]
  /// The shape that they are said to be of, if anything is said of it.
  private let format: (isGiven: Bool, name: String?)
  private let found: Mutex<(sources: [SourceID], isWhole: Bool)>

  /// The sources at `paths` as far as `store` knows them; without paths, the whole library.
  init(_ paths: [String], _ format: FormatOptions?, in store: NewsStore) throws {
    self.format = (format?.isGiven == true, format?.name)
    names = try SourcePath.named(paths, known: { try store.source(at: $0) != nil })
    let known = try names.compactMap { try store.source(at: $0) }
    let isWhole =
      known.count == names.count && !names.contains(NewsStore.standardInput)
      && !self.format.isGiven
    found = Mutex((known.isEmpty && !names.isEmpty ? [Self.none] : known, isWhole))
  }

  /// What the reader shows by now; none stands for the whole library.
  var sources: [SourceID] { found.withLock { $0.sources } }

  /// The one path that was named; nil for none or several.
  var onlyName: String? { names.count == 1 ? names[0] : nil }

  /// Adds what the library lacks, once; the sources, where that changed them.
  ///
  /// `readInput` takes in standard input, where that was named, of the shape it is said to be of.
  func open(
    _ store: NewsStore, readInput: (_ format: String?) throws(StoreError) -> Void
  ) throws(StoreError) -> [SourceID]? {
    guard !found.withLock({ $0.isWhole }) else { return nil }
    let sources = try store.add(names)
    if format.isGiven { try store.setFormat(format.name, of: sources) }
    found.withLock { $0 = (sources, true) }
    if names.contains(NewsStore.standardInput) { try readInput(format.name) }
    return sources
  }
}
