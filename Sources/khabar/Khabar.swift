import ArgumentParser
import UnicodeData

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
      - is standard input, -- ends the options, and a folder called like a command is written ./list.

      Exit codes: 0 done, 1 found problems or nothing, 2 could not do it, 64 wrong usage.
      """,
    version: "khabar \(Version.number) (Unicode \(UnicodeVersion.version))",
    subcommands: [
      ReadCommand.self, ScanCommand.self, ListCommand.self, ShowCommand.self, MarkCommand.self,
      CountCommand.self, SourcesCommand.self, ForgetCommand.self, LayoutCommand.self,
      CheckCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)
}

/// Which khabar this is.
enum Version {
  /// The number of the release (`CHANGELOG.md`).
  static let number = "0.1.0"
}
