import ArgumentParser
import News
import Words

/// What every command that uses the library takes.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: "The library's file.", completion: .file())
  var path: String?

  func validate() throws {
    if path == "" { throw ValidationError("--store takes the name of a file.") }
  }

  /// The library, opened for `access`; writing makes it where it is missing. A damaged one stays where
  /// it is.
  func open(_ access: NewsStore.Access) throws -> NewsStore {
    let path = try Paths.store(named: path)
    switch access {
    case .reading: return try NewsStore(at: path, .reading, tell: { Speech.say(Phrase($0)) })
    case .writing: return try StoreRescue.openAsItIs(path) { Speech.say($0) }
    }
  }

  /// Does `work` on the library opened for writing. A damaged one is put aside, which is said, and a
  /// new one with its marks takes its place, also where the damage comes up in `work`.
  func writing<T>(_ work: (NewsStore) throws -> T) throws -> T {
    try StoreRescue.doing(try Paths.store(named: path), work)
  }
}

extension StoreOptions {
  /// The library with `paths` as sources, after a scan of them, or of all without any.
  func openShelf(
    _ paths: [String], _ format: FormatOptions?, isIndexed: Bool = false
  ) throws -> OpenShelf {
    try writing { try OpenShelf(paths, format, in: $0, isIndexed: isIndexed) }
  }

  /// The same for a command that only reads: a library that can't be written, is damaged, or to which
  /// another program writes for long, is shown as it is, which is said.
  func readableShelf(
    _ paths: [String], _ format: FormatOptions?, isIndexed: Bool = false
  ) throws -> OpenShelf {
    let path = try Paths.store(named: path)
    if paths.isEmpty, SourceScanner.isAtWork(on: path), let store = asItIs() {
      Speech.say(.storeShownMeanwhile)
      return try OpenShelf([], asItIs: store)
    }
    do {
      let store = try StoreRescue.openAsItIs(path, patience: .seconds(2)) { Speech.say($0) }
      return try OpenShelf(paths, format, in: store, isIndexed: isIndexed)
    } catch let error as StoreError
      where [.readOnly, .full, .damaged, .locked].contains(error.kind)
    {
      guard let store = asItIs() else { throw error }
      Speech.say(error.kind == .locked ? .storeShownMeanwhile : Phrase(error))
      return try OpenShelf(paths, asItIs: store)
    }
  }

  /// The library opened for reading; nil where it can't be read.
  private func asItIs() -> NewsStore? {
    guard let store = try? open(.reading), (try? store.tally(of: [])) != nil else { return nil }
    return store
  }
}
