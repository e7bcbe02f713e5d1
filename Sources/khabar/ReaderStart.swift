import Glibc
import News
import Reader
import Terminal
import Words

/// What happens between `exec` and the first screen: the store is opened for reading only, and
/// nothing is made, changed or scanned that the first screen does not need.
struct ReaderStart {
  private let library: Library
  private let path: String
  private let store: NewsStore
  private let sources: [SourceID]
  private let names: [String]

  /// Opens the library, with `paths` as what the reader shows.
  init(paths: [String], store named: String?) throws {
    path = try Paths.store(named: named)
    library = Library(path: path)
    store = try Self.reading(path, library)
    let (store, library) = (store, library)
    let names = try SourcePath.named(paths, known: { try store.source(at: $0) != nil })
    sources = try names.map { try store.source(at: $0) ?? library.store().add($0) }
    self.names = names
    if names.contains(NewsStore.standardInput) {
      let progress = ScanProgress()
      defer { progress.end() }
      _ = try SourceScanner(store: library.store()).takeIn(
        standardInput: STDIN_FILENO, progress: progress.goesOn, problem: Speech.say)
    }
  }

  /// Runs the reader on the terminal until it is left; a signal that ended it ends the process.
  func run(_ look: Look) throws {
    let terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal()
    } catch {
      throw Failure(Phrase(error))
    }
    let signals = terminal.signals
    let mailbox = Mailbox { signals.wake() }
    let writer = Writer(library: library, sources: sources, mailbox: mailbox)
    let jobs = Jobs(library: library, path: path, mailbox: mailbox)
    var runtime = Runtime(
      model: Model(
        size: terminal.size, look: look, shelf: Shelf(sources: sources),
        name: name(in: look.language)),
      terminal: terminal, answers: Answers(store: store), mailbox: mailbox, writer: writer,
      jobs: jobs)
    let ending = runtime.run()
    terminal.leave()
    if let ending { Self.die(of: ending) }
  }
}

extension ReaderStart {
  /// What the reader calls the one path that it shows.
  private func name(in language: Language) -> String? {
    guard names.count == 1 else { return nil }
    return names[0] == NewsStore.standardInput
      ? language.plainText(.standardInput) : names[0]
  }

  /// The store for the loop's questions; made or brought up to date first where that is needed.
  private static func reading(_ path: String, _ library: Library) throws -> NewsStore {
    do {
      return try NewsStore(at: path, .reading)
    } catch {
      guard error.kind == .missing || error.kind == .needsMigration else { throw error }
      _ = try library.store()
      return try NewsStore(at: path, .reading)
    }
  }

  /// Ends the process as the signal would have.
  private static func die(of number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
  }
}
