import Foundation
import Glibc

/// Where khabar keeps its things, by the XDG Base Directory Specification.
enum Paths {
  /// The store, unless told: `$XDG_DATA_HOME/khabar/news.sqlite`.
  ///
  /// Nil where neither `XDG_DATA_HOME` nor a home is known.
  static func store() -> String? {
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/khabar/news.sqlite"
    }
    guard let home = environment("HOME") else { return nil }
    return home + "/.local/share/khabar/news.sqlite"
  }

  /// `path` as an absolute one, without `.`, `..` and doubled slashes; links are left as they are.
  static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : workingDirectory() + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

extension Paths {
  private static func workingDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
