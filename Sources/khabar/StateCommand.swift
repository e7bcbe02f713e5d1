import ArgumentParser
import Glibc
import News
import Words

/// `khabar state`: what a reader keeps of articles, moved from one machine to another.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Move what you read, starred and tagged to another library.",
    discussion: """
      One JSON object a line: keys (what the article is known by, as hashes), read, starred, tags, \
      place, each with the time of its last change in milliseconds since 1970, read_at, first_seen. \
      A library that takes it in keeps the newest of each, and keeps for later what is told of \
      articles that it has not seen yet.
      """,
    subcommands: [Export.self, Import.self])

  /// `khabar state export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write it to standard output.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        let output = Output()
        try store.open(.reading).exportState { output.line($0) }
      }
    }
  }

  /// `khabar state import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take in what was exported, all that is right in it or nothing.",
      discussion: """
        A line that is wrong is said on standard error as file:line:column: reason, and costs itself; \
        the others are taken in, and the exit code is 1.
        """)

    @Argument(help: "A file; - is standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        // A pipe that nobody writes to yet is waited for in sight, and not in the opening of it.
        let isInput = file == NewsStore.standardInput
        let descriptor = isInput ? STDIN_FILENO : open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
          throw Failure(.pathUnreadable(file, reason: String(cString: strerror(errno))))
        }
        defer { if !isInput { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0, isInput || Self.mayBeRead(status) else {
          guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure(.notAFile(file)) }
          throw Failure(.pathUnreadable(file, reason: String(cString: strerror(EISDIR))))
        }
        let progress = ScanProgress(hearsInterrupt: false)
        let merged = try store.open(.writing).importState(
          from: descriptor, name: file, progress: progress.show(bytes:), problem: Speech.say)
        progress.end()
        Speech.tell(
          .stateMerged(
            articles: merged.articles, changed: merged.changed, problems: merged.problems))
        if merged.problems > 0 { throw ExitCode(1) }
      }
    }

    /// A file, or the pipe that a shell names where a command's output is meant.
    private static func mayBeRead(_ status: stat) -> Bool {
      status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFIFO
    }
  }
}
