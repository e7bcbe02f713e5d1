import Glibc
import Words

/// Where khabar keeps its things, by the XDG Base Directory Specification.
enum Paths {
  /// The library's file: the one that was named, else where it is by the environment.
  static func store(named path: String?) throws -> String {
    guard let path = path ?? store() else { throw Failure(.noHome) }
    // SQLite takes names such as `:memory:` and `file:…` for something else than files.
    return path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  /// The store, unless told: `$XDG_DATA_HOME/khabar/news.sqlite`.
  ///
  /// Nil where neither `XDG_DATA_HOME` nor a home is known.
  private static func store() -> String? {
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/khabar/news.sqlite"
    }
    guard let home = environment("HOME") else { return nil }
    return home + "/.local/share/khabar/news.sqlite"
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
