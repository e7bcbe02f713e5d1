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
  private let named: NamedSources

  /// Opens the library, with `paths` as what the reader shows.
  init(paths: [String], _ format: FormatOptions?, store file: String?) throws {
    path = try Paths.store(named: file)
    library = Library(path: path)
    store = try Self.reading(path, library)
    library.expect(store)
    named = try NamedSources(paths, format, in: store)
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
    let writer = Writer(library: library, named: named, mailbox: mailbox)
    let jobs = Jobs(library: library, path: path, named: named, mailbox: mailbox)
    var runtime = Runtime(
      model: Model(
        size: terminal.size, look: look, shelf: Shelf(sources: named.sources),
        name: name(in: look.language)),
      terminal: terminal, answers: Answers(store: store), mailbox: mailbox, writer: writer,
      jobs: jobs)
    library.tell { mailbox.post(.news($0)) }
    let ending = runtime.run()
    terminal.leave()
    if let signal = ending.signal {
      if let failure = ending.failure { Speech.say(failure, in: look.language) }
      Self.die(of: signal)
    }
    if let failure = ending.failure { throw Failure(failure) }
  }
}

extension ReaderStart {
  /// What the reader calls the one path that it shows.
  private func name(in language: Language) -> String? {
    named.onlyName.map { name in
      name == NewsStore.standardInput ? language.plainText(.standardInput) : name
    }
  }

  /// The store for the loop's questions; made or brought up to date first where that is needed.
  private static func reading(_ path: String, _ library: Library) throws -> NewsStore {
    do {
      // Before anything is shown of it, a library that is damaged can still be put aside.
      if NewsStore.isSuspected(path) { _ = try library.store() }
      return try NewsStore(at: path, .reading)
    } catch {
      guard [.missing, .needsMigration, .damaged, .notAStore].contains(error.kind) else {
        throw error
      }
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
