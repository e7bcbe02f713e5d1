import Foundation
import TestSupport

/// The project's own source files, as text.
enum SourceTree {
  /// One Swift file.
  struct File {
    /// Its path from the top of the project.
    let path: String
    /// Its text, without line comments.
    let code: String

    /// The modules it imports.
    var imports: [String] {
      code.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1 else {
          return nil
        }
        if at == 1, !["public", "internal", "package", "private", "fileprivate"].contains(words[0])
        {
          return nil
        }
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
        let name = kinds.contains(words[at + 1]) ? words[at + 2] : words[at + 1]
        return String(name.split(separator: ".")[0])
      }
    }
  }

  /// Every Swift file under a folder.
  static func files(under folder: String) throws -> [File] {
    let root = Fixture.package.appending(path: folder).path
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      let code = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
        .joined(separator: "\n")
      return File(path: folder + "/" + name, code: code)
    }
  }

  /// The names of the folders in `Sources`.
  static func rooms() throws -> Set<String> {
    let root = Fixture.package.appending(path: "Sources").path
    return Set(
      try FileManager.default.contentsOfDirectory(atPath: root).filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
          && isFolder.boolValue
      })
  }
}
