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

  /// The same for a command that only reads: a library that can't be written, or is damaged, is shown
  /// as it is, which is said.
  func readableShelf(
    _ paths: [String], _ format: FormatOptions?, isIndexed: Bool = false
  ) throws -> OpenShelf {
    do {
      return try OpenShelf(paths, format, in: open(.writing), isIndexed: isIndexed)
    } catch let error as StoreError where [.readOnly, .full, .damaged].contains(error.kind) {
      guard let store = try? open(.reading), (try? store.tally(of: [])) != nil else { throw error }
      Speech.say(Phrase(error))
      return try OpenShelf(paths, asItIs: store)
    }
  }
}
