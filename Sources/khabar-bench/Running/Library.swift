import Foundation
import Glibc

/// A corpus, and how each program takes it in and opens it.
struct Library {
  let articles: Int
  let folder: String
  let files: Corpus.Files

  /// `isForPeers` says whether other readers are to open it too.
  init(_ articles: Int, isForPeers: Bool, in workshop: Workshop) throws {
    self.articles = articles
    folder = "\(workshop.folder)/\(articles)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    files = try Corpus(articles: articles, words: workshop.options.words(of: articles))
      .write(into: folder, isForPeers: isForPeers)
    try Data("file://\(files.feed)\n".utf8).write(to: URL(filePath: "\(folder)/urls"))
    try Data("confirm-exit no\n".utf8).write(to: URL(filePath: "\(folder)/config"))
  }

  /// The same articles as one array, written when this is asked.
  func writeArray() throws -> String {
    let path = "\(folder)/articles.json"
    guard let input = fopen(files.lines, "r"), let output = fopen(path, "w") else {
      throw BenchError.file(path)
    }
    defer { fclose(input) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    fputs("[", output)
    for index in 0..<articles {
      let count = getline(&line, &room, input)
      guard count > 0 else { break }
      if index > 0 { fputs(",\n", output) }
      fwrite(line, 1, count - 1, output)
    }
    fputs("]\n", output)
    guard fclose(output) == 0 else { throw BenchError.file(path) }
    return path
  }

  /// How long a program may take to read all of it.
  var secondsToRead: Int { 60 + articles / 200 }

  /// A path of its own for a program's store; sfeed's is the table itself.
  func store(of program: String) -> String {
    program == "sfeed" ? files.table : "\(folder)/\(program).store"
  }

  /// Whether that store has been made.
  func hasStore(of program: String) -> Bool {
    FileManager.default.fileExists(atPath: store(of: program))
  }

  /// Removes a program's store.
  func removeStore(of program: String) { Self.remove(store(of: program)) }

  /// Removes a store, and what lies beside it.
  static func remove(_ store: String) {
    for end in ["", "-wal", "-shm", ".lock"] {
      try? FileManager.default.removeItem(atPath: store + end)
    }
  }

  /// How many bytes a program's store takes on disk.
  func bytes(of program: String) -> Int {
    ["", "-wal"].reduce(0) { sum, end in
      let attributes = try? FileManager.default.attributesOfItem(atPath: store(of: program) + end)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }
}
