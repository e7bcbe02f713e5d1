import ArgumentParser
import Glibc
import News
import Reader
import Terminal
import Words

/// `khabar`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read the news: what khabar does without a command.",
    usage: "khabar [<path> ...] [--store <file>] [--lang ar|en] [--direction auto|ltr|rtl]")

  @Argument(help: "Files and folders of JSON; - is standard input. Without any, the whole library.")
  var paths: [ArgumentRun] = []

  @Option(
    name: .customLong("lang"), help: "The language of the interface; your locale's unless told.")
  var language: InterfaceLanguage?

  @Option(help: "Which way the list reads; as most of its headlines do unless told.")
  var direction: BaseDirection = .auto

  @Flag(name: .customLong("keep-unread"), help: "Opening an article does not mark it read.")
  var keepsUnread = false

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws {
    try format.validate(paths.values)
    let commands = Khabar.configuration.subcommands.map { $0._commandName }
    let ended = CommandLine.arguments.contains("--")
    if !ended, let name = paths.values.first(where: commands.contains) {
      throw ValidationError(Speech.language.plainText(.commandAfterOptions(name)))
    }
  }

  func run() throws {
    try Self.read(
      paths.values, store: store.path, format,
      Look(
        language: language?.language ?? Speech.language, keepsMarks: false,
        direction: direction.listDirection, opensAsRead: !keepsUnread))
  }

  /// Runs the reader on `paths`, or the whole library, in the library at `store`.
  static func read(
    _ paths: [String], store: String?, _ format: FormatOptions?, _ look: Look
  ) throws {
    try reporting(in: look.language) {
      try ReaderStart(paths: paths, format, store: store).run(look)
    }
  }
}

/// A language of the interface as the command line spells it.
struct InterfaceLanguage: ExpressibleByArgument {
  /// The language.
  let language: Language

  init?(argument: String) {
    guard let language = Language(rawValue: argument) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] { Language.allCases.map(\.rawValue) }
}

extension BaseDirection {
  /// The reader's name for it.
  var listDirection: Look.ListDirection {
    switch self {
    case .auto: .automatic
    case .ltr: .leftToRight
    case .rtl: .rightToLeft
    }
  }
}
