import Glibc

/// Reads files for their problems only: no library is touched.
public struct FileCheck {
  private let problem: (Problem) -> Void

  /// A check that tells `problem` what is wrong, and where.
  public init(problem: @escaping (Problem) -> Void) {
    self.problem = problem
  }

  /// Reads a file, or every news file in a folder; `-` is standard input.
  public func read(_ path: String) {
    if path == NewsStore.standardInput { return read(STDIN_FILENO, named: path) }
    let walk = FolderWalk(path)
    walk.problems.forEach(problem)
    for file in walk.files {
      let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
      if descriptor >= 0 {
        read(descriptor, named: file.path)
        close(descriptor)
      } else {
        let reason = String(cString: strerror(errno))
        problem(Problem(file: file.path, line: 0, column: 0, reason: .unreadable(reason)))
      }
    }
  }
}

extension FileCheck {
  private func read(_ descriptor: Int32, named name: String) {
    _ = NewsFile(name: name).read(descriptor, article: { _, _ in true }, problem: problem)
  }
}
