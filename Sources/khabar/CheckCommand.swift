import ArgumentParser
import News

/// `khabar check`: what is wrong in files, without touching the library.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every problem as file:line:column: reason.",
    discussion: "Exits 1 when there is one. Touches no library.")

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  /// Taken as by every command; no library is touched.
  @OptionGroup(visibility: .hidden) var store: StoreOptions

  func run() throws {
    try reporting {
      let output = Output()
      var count = 0
      let check = FileCheck { problem in
        count += 1
        output.line(Speech.line(of: problem))
      }
      for path in try SourcePath.named(paths, known: { _ in false }) { check.read(path) }
      output.flush()
      if count > 0 { throw ExitCode(1) }
    }
  }
}
