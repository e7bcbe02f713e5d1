import Glibc

/// Reads files for their problems and their shape only: no library is touched.
public struct FileCheck {
  private let format: String?
  private let problem: (Problem) -> Void
  private let read: (_ file: String, NewsFile.Outcome) -> Void
  private let progress: (_ bytes: Int) -> Void

  /// A check that tells `problem` what is wrong, and where, and after each file `read` what it was. Of a
  /// file the first hundred problems are told, and then how many more there were.
  ///
  /// - Parameter format: the shape that the files are of; nil lets each tell by what is in it.
  /// - Parameter progress: is told how many bytes of a file were read, again and again.
  public init(
    format: String? = nil, problem: @escaping (Problem) -> Void,
    read: @escaping (_ file: String, NewsFile.Outcome) -> Void = { _, _ in },
    progress: @escaping (_ bytes: Int) -> Void = { _ in }
  ) {
    self.format = format
    self.problem = problem
    self.read = read
    self.progress = progress
  }

  /// Reads a file, or every news file in a folder; `-` is standard input.
  public func read(_ path: String) {
    if path == NewsStore.standardInput { return read(STDIN_FILENO, named: path) }
    let walk = FolderWalk(path)
    walk.problems.forEach(problem)
    for file in walk.files.sorted(by: { $0.path < $1.path }) {
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
    var problems = ProblemLimit()
    let reading = NewsFile(name: name, format: format).read(
      descriptor,
      while: { read in
        progress(read)
        return true
      },
      article: { _, _, _ in true }, problem: { problems.take($0, problem) })
    problems.end(problem)
    read(name, reading.outcome)
  }
}
