import Foundation

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
    files = try Corpus(articles: articles, words: workshop.options.words)
      .write(into: folder, isForPeers: isForPeers)
    try Data("file://\(files.feed)\n".utf8).write(to: URL(filePath: "\(folder)/urls"))
    try Data("confirm-exit no\n".utf8).write(to: URL(filePath: "\(folder)/config"))
  }

  /// A path of its own for a program's store; sfeed's is the table itself.
  func store(of program: String) -> String {
    program == "sfeed" ? files.table : "\(folder)/\(program).store"
  }

  /// Whether that store has been made.
  func hasStore(of program: String) -> Bool {
    FileManager.default.fileExists(atPath: store(of: program))
  }

  /// Removes a program's store.
  func removeStore(of program: String) {
    for end in ["", "-wal", "-shm", ".lock"] {
      try? FileManager.default.removeItem(atPath: store(of: program) + end)
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
