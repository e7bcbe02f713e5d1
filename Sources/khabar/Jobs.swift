import Dispatch
import Foundation
import Glibc
import News
import Reader
import Synchronization
import Words

/// Does the reader's longer work, one thread a kind: scanning writes, counting and searching only
/// read.
///
/// A job that was cancelled ends early and says nothing more.
final class Jobs: Sendable {
  private let library: Library
  private let path: String
  private let named: NamedSources
  private let mailbox: Mailbox
  private let cancelled = Mutex<Set<Ticket>>([])
  private let isEnding = Atomic(false)
  private let watcher: Watcher
  private let scans = Line()
  private let counts = Line()
  private let searcher: Searcher

  /// Jobs on the library in the file at `path`; the first scan opens what was named.
  init(library: Library, path: String, named: NamedSources, mailbox: Mailbox) {
    self.library = library
    self.path = path
    self.named = named
    self.mailbox = mailbox
    searcher = Searcher(library: library, path: path, mailbox: mailbox)
    watcher = Watcher { mailbox.post(.filesChanged) }
  }

  /// Begins a job.
  func begin(_ job: Job, _ ticket: Ticket) {
    switch job {
    case .scan(let sources): scans.add { [self] in scan(sources, ticket) }
    case .place(let rank, let shelf): counts.add { [self] in place(of: rank, in: shelf, ticket) }
    case .search(let question, let order, let end):
      searcher.begin(question, order, end, ticket)
    }
  }

  /// Nobody waits for this job any more.
  func cancel(_ ticket: Ticket) {
    searcher.cancel(ticket)
    cancelled.withLock { _ = $0.insert(ticket) }
  }

  /// Ends whatever runs, so that the program can go.
  func end() {
    isEnding.store(true, ordering: .relaxed)
    watcher.end()
  }
}

extension Jobs {
  private func goesOn(_ ticket: Ticket) -> Bool {
    !isEnding.load(ordering: .relaxed) && !cancelled.withLock { $0.contains(ticket) }
  }

  private func scan(_ sources: [SourceID], _ ticket: Ticket) {
    guard goesOn(ticket) else { return }
    do throws(StoreError) {
      let report = try scanned(sources, ticket)
      if goesOn(ticket) {
        mailbox.post(
          .scanned(ticket, new: report.new, changed: report.changed, problems: report.problems))
      }
      // The index of words follows, also of what a scan took in that was stopped, until there is
      // something else to do here.
      let store = try library.store()
      let isWhole = try store.index { _, _ in
        !isEnding.load(ordering: .relaxed) && !scans.hasWaiting
      }
      if isWhole { store.shortenLog() }
    } catch {
      mailbox.post(.jobFailed(ticket, Phrase(error)))
    }
  }

  private func scanned(
    _ sources: [SourceID], _ ticket: Ticket
  ) throws(StoreError) -> SourceScanner.Report {
    let store = try library.store()
    let scanner = SourceScanner(store: store)
    var input = SourceScanner.Report()
    let opened = try named.open(store) { format throws(StoreError) in
      mailbox.post(.opened(named.sources))
      input = try scanner.takeIn(
        standardInput: STDIN_FILENO, format: format, progress: progress(ticket),
        problem: { _ in })
    }
    if let opened { mailbox.post(.opened(opened)) }
    // Before the scan: what changes while it goes on is looked at again.
    let wanted = opened ?? sources
    watcher.watch(
      try store.sources().filter {
        $0.path != NewsStore.standardInput && (wanted.isEmpty || wanted.contains($0.id))
      }.map(\.path))
    var report = try scanner.scan(
      wanted, progress: progress(ticket), problem: { _ in })
    report.new += input.new
    report.changed += input.changed
    report.problems += input.problems
    return report
  }

  /// Tells the loop how far a scan is, and the scan whether to go on.
  private func progress(_ ticket: Ticket) -> (SourceScanner.Progress) -> Bool {
    var pace = Pace()
    var told = 0
    return { [self] progress in
      if pace.allows(at: .now) {
        mailbox.post(
          .scanning(
            ticket, files: progress.files, articles: progress.articles, percent: progress.percent,
            megabytes: progress.megabytes))
        if progress.articles > told { mailbox.post(.libraryChanged) }
        told = progress.articles
      }
      return goesOn(ticket)
    }
  }

  private func place(of rank: Rank, in shelf: Shelf, _ ticket: Ticket) {
    guard goesOn(ticket) else { return }
    do throws(StoreError) {
      let found = try NewsStore(at: path, .reading).place(of: rank, in: NewsStore.Scope(shelf))
      mailbox.post(.placed(ticket, place: found.place, count: found.count))
    } catch {
      mailbox.post(.jobFailed(ticket, Phrase(error)))
    }
  }
}

/// Work done in order on a thread that starts with the first piece of it.
private final class Line: Sendable {
  private let waiting = Mutex<(work: [@Sendable () -> Void], started: Bool)>(([], false))
  private let semaphore = DispatchSemaphore(value: 0)

  func add(_ work: @escaping @Sendable () -> Void) {
    let starts = waiting.withLock { waiting in
      waiting.work.append(work)
      defer { waiting.started = true }
      return !waiting.started
    }
    if starts { Thread.detachNewThread { [self] in run() } }
    semaphore.signal()
  }

  /// Whether more work was added than what is done at the moment.
  var hasWaiting: Bool { waiting.withLock { !$0.work.isEmpty } }

  private func run() {
    while true {
      semaphore.wait()
      waiting.withLock { $0.work.removeFirst() }()
    }
  }
}
