import ArgumentParser
import Glibc
import News
import Reader
import UnicodeData
import Words

/// The program: the reader, unless a command is named.
@main
struct Khabar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khabar",
    abstract: "Read the news in the terminal, right to left and left to right.",
    usage: """
      khabar [<path> ...] [--store <file>] [--lang ar|en] [--direction auto|ltr|rtl]
      khabar <command> …
      """,
    discussion: """
      Files and folders of JSON become sources of the library, and what they hold is taken in. With \
      paths the reader and the commands speak of what these hold, without any of the whole library. \
      - is standard input, -- ends the options, and a folder called like a command is written ./list. \
      The reader's options are told by: khabar help read.

      Exit codes: 0 done, 1 found problems or nothing, 2 could not do it, 64 wrong usage.
      """,
    version: "khabar \(Version.number) (Unicode \(UnicodeVersion.version))",
    subcommands: [
      ReadCommand.self, ScanCommand.self, ListCommand.self, ShowCommand.self, MarkCommand.self,
      SearchCommand.self,
      CountCommand.self, SourcesCommand.self, ForgetCommand.self, StateCommand.self,
      PruneCommand.self, LayoutCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// Runs the command that the arguments name.
  ///
  /// Without any there is nothing to parse: the parser's reflection is a third of all that happens
  /// before the first screen.
  static func main() {
    // A limit on the size of files is a full disk, to be said, and no reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
    guard CommandLine.arguments.count == 1 else { return runCommand() }
    do {
      try ReadCommand.read([], store: nil, nil, Look(language: Speech.language))
    } catch {
      end(with: error)
    }
  }
}

extension Khabar {
  private static func runCommand() {
    do {
      var command = try parsed()
      try command.run()
    } catch {
      let isMisread =
        exitCode(for: error) == .validationFailure
        && SearchCommand.tookAWordForAnOption(CommandLine.arguments, message(for: error))
      end(with: error, isMisread ? .minusAfterDashes(command: "khabar search -- foo -bar") : nil)
    }
  }

  /// The command that the arguments name. What is wrong with them is said of them as they were written.
  private static func parsed() throws -> any ParsableCommand {
    do {
      return try parseAsRoot(ArgumentRun.joining(Array(CommandLine.arguments.dropFirst())))
    } catch {
      return try parseAsRoot()
    }
  }

  /// Ends the program as ArgumentParser would, but says of arguments only what can be shown: they may
  /// hold what a terminal obeys.
  private static func end(with error: any Error, _ advice: Phrase? = nil) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success, !text.isEmpty {
      let output = Output()
      output.line(text)
      output.flush()
    } else if !text.isEmpty {
      let output = Output(STDERR_FILENO)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        output.line(Problem.shown(String(line)))
      }
      output.flush()
    }
    if let advice { Speech.say(advice) }
    Glibc.exit(code.rawValue)
  }
}

/// Which khabar this is.
enum Version {
  /// The number of the release (`CHANGELOG.md`).
  static let number = "0.1.0"
}
