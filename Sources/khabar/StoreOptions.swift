import ArgumentParser
import News

/// What every command that uses the library takes.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: "The library's file.", completion: .file())
  var path: String?

  func validate() throws {
    if path == "" { throw ValidationError("--store takes the name of a file.") }
  }

  /// The library, opened for `access`; writing makes it where it is missing.
  func open(_ access: NewsStore.Access) throws -> NewsStore {
    try NewsStore(at: Paths.store(named: path), access)
  }
}

extension StoreOptions {
  /// The library with `paths` as sources, after a scan of them, or of all without any.
  func openShelf(_ paths: [String], _ format: FormatOptions) throws -> OpenShelf {
    try OpenShelf(paths, format, in: open(.writing))
  }
}
