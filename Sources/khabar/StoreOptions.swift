import ArgumentParser
import News
import Words

/// What every command that uses the library takes.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: "The library's file.", completion: .file())
  var path: String?

  /// The library, opened for `access`; writing makes it where it is missing.
  func open(_ access: NewsStore.Access) throws -> NewsStore {
    guard let path = path.map(Paths.absolute) ?? Paths.store() else {
      throw Failure(.noHome)
    }
    return try NewsStore(at: path, access)
  }
}
