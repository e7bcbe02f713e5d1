import ArgumentParser
import News

/// `khabar check`: what is wrong in files, without touching the library.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every problem as file:line:column: reason, and the shapes of each file.",
    discussion: """
      Of a file a hundred problems are said, and how many more there are. Exits 1 when there is one. \
      Touches no library.
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [ArgumentRun]

  @OptionGroup var format: FormatOptions

  /// Taken as by every command; no library is touched.
  @OptionGroup(visibility: .hidden) var store: StoreOptions

  func run() throws {
    try reporting {
      let output = Output()
      var count = 0
      let progress = ScanProgress(hearsInterrupt: false)
      defer { progress.end() }
      let check = FileCheck(
        format: format.name,
        problem: { problem in
          count += problem.count
          output.line(Speech.line(of: problem))
        },
        read: { file, outcome in
          if !outcome.shapes.isEmpty { output.line(Speech.line(of: file, outcome.shapes)) }
        },
        progress: progress.show(bytes:))
      for path in try SourcePath.named(paths.values, known: { _ in false }) { check.read(path) }
      output.flush()
      if count > 0 { throw ExitCode(1) }
    }
  }
}
