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

  /// The library, opened for `access`; writing makes it where it is missing.
  func open(_ access: NewsStore.Access) throws -> NewsStore {
    let path = try Paths.store(named: path)
    switch access {
    case .reading: return try NewsStore(at: path, .reading)
    case .writing: return try StoreRescue.open(path) { Speech.say($0) }
    }
  }
}

extension StoreOptions {
  /// The library with `paths` as sources, after a scan of them, or of all without any.
  func openShelf(
    _ paths: [String], _ format: FormatOptions?, isIndexed: Bool = false
  ) throws -> OpenShelf {
    try OpenShelf(paths, format, in: open(.writing), isIndexed: isIndexed)
  }

  /// The same for a command that only reads: a library that can't be written is shown as it is,
  /// which is said.
  func readableShelf(
    _ paths: [String], _ format: FormatOptions?, isIndexed: Bool = false
  ) throws -> OpenShelf {
    do {
      return try openShelf(paths, format, isIndexed: isIndexed)
    } catch let error as StoreError where error.kind == .readOnly || error.kind == .full {
      guard let store = try? open(.reading) else { throw error }
      Speech.say(Phrase(error))
      return try OpenShelf(paths, asItIs: store)
    }
  }
}
