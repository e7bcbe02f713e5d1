import Glibc
import News
import Synchronization
import Words

/// What a command shows of a long scan on a terminal, and how ^C ends it: what was taken in stays.
final class ScanProgress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var hasWritten = false

  private let hearsInterrupt: Bool

  /// Begins to listen for SIGINT, unless that is to end the program at once.
  init(hearsInterrupt: Bool = true) {
    self.hearsInterrupt = hearsInterrupt
    last = begun
    if hearsInterrupt {
      signal(SIGINT) { _ in wasInterrupted.store(true, ordering: .relaxed) }
    }
  }

  /// Says how much was read of what is no scan.
  func show(bytes: Int) {
    _ = goesOn(.reading(articles: nil, megabytes: bytes / 1_000_000))
  }

  /// Says how far the scan is, four times a second after the first second; false when it is to end.
  func goesOn(_ progress: SourceScanner.Progress) -> Bool {
    goesOn(
      progress.megabytes.map { .reading(articles: progress.articles, megabytes: $0) }
        ?? .scanning(
          files: progress.files, articles: progress.articles, percent: progress.percent))
  }

  /// Says the same of the index of words.
  func goesOn(done: Int, left: Int) -> Bool {
    goesOn(.indexing(done, of: done + left))
  }

  private func goesOn(_ phrase: Phrase) -> Bool {
    let now = ContinuousClock.now
    if isShown, now - begun > .seconds(1), now - last > .milliseconds(250) {
      last = now
      hasWritten = true
      write("\r" + Speech.language.plainText(phrase) + Self.clearLine)
    }
    return !wasInterrupted.load(ordering: .relaxed)
  }

  /// Takes the line away again; a later SIGINT ends the program.
  func end() {
    if hearsInterrupt { signal(SIGINT, SIG_DFL) }
    if hasWritten { write("\r" + Self.clearLine) }
  }

  private func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// EL, erase to the end of the line (ECMA-48).
  private static let clearLine = "\u{1B}[K"
}

/// Set by the handler, which may do little else.
private let wasInterrupted = Atomic(false)
