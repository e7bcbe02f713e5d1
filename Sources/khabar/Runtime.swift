import Display
import Glibc
import News
import Reader
import Terminal
import TextLayout
import Words

/// The loop: what waits becomes messages, messages become effects, and once a frame the model
/// becomes a screen. It runs on the main thread, and it alone does what an `Effect` says.
struct Runtime {
  private var model: Model
  private var typesetter = Typesetter()
  private var rowCache = RowCache()
  private let terminal: CursesTerminal
  private let answers: Answers
  private let mailbox: Mailbox
  private let writer: Writer
  private let jobs: Jobs
  /// Jobs wait until the first screen is painted.
  private var jobsToBegin: [(Job, Ticket)]? = []
  private var clock = MinuteClock()
  private let start = ContinuousClock.now
  private var pulse = Pulse(at: .zero)
  private var dataVersion: Int
  private var isOver = false
  /// Whether the reader was told that the library is gone.
  private var isTroubled = false

  /// A loop on `terminal` over what `answers` tells.
  init(
    model: Model, terminal: CursesTerminal, answers: Answers, mailbox: Mailbox, writer: Writer,
    jobs: Jobs
  ) {
    self.model = model
    self.terminal = terminal
    self.answers = answers
    self.mailbox = mailbox
    self.writer = writer
    self.jobs = jobs
    dataVersion = answers.dataVersion()
  }

  /// How the reader was left.
  struct Ending {
    /// The signal that ended it, if one did.
    var signal: Int32?
    /// Why a change was not kept that was still waiting then.
    var failure: Phrase?
  }

  /// Runs until the reader is left.
  mutating func run() -> Ending {
    receive(.started(now: clock.now))
    paint()
    beginJobs()
    var ending: Int32?
    while !isOver, ending == nil {
      wait()
      ending = takeSignals()
      for key in terminal.keys() { receive(.key(key)) }
      for message in mailbox.take() { receive(message) }
      if let now = clock.tick() { receive(.tick(now: now)) }
      if pulse.beats(at: ContinuousClock.now - start) { lookAtLibrary() }
      if terminal.isGone { ending = SIGHUP }
      if !isOver, ending == nil { paint() }
    }
    receive(.leaving)
    jobs.end()
    return Ending(signal: ending, failure: keepWhatWaits())
  }
}

extension Runtime {
  /// Waits for the changes that are not kept yet, and says so; why one was not kept, if one wasn't.
  private mutating func keepWhatWaits() -> Phrase? {
    if !writer.isIdle, !terminal.isGone {
      receive(.saving)
      paint()
    }
    let isIdle = writer.finish(within: 15)
    for case .writeFailed(_, let reason) in mailbox.take() {
      return .couldNotMark(because: reason)
    }
    return isIdle ? nil : .couldNotMark(because: .storeBusy)
  }

  /// Lets the model hear a message, and does what it wants done, questions first to last.
  private mutating func receive(_ message: Message) {
    for effect in update(&model, message, &typesetter) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .ask(let question): receive(answers.answer(question))
    case .write(let change): writer.write(change)
    case .begin(let job, let ticket):
      if jobsToBegin == nil { jobs.begin(job, ticket) } else { jobsToBegin?.append((job, ticket)) }
    case .cancel(let ticket): jobs.cancel(ticket)
    case .redraw: terminal.redraw()
    case .quit: isOver = true
    }
  }

  private mutating func beginJobs() {
    for (job, ticket) in jobsToBegin ?? [] { jobs.begin(job, ticket) }
    jobsToBegin = nil
  }

  private mutating func paint() {
    settle(&model, &typesetter)
    let screen = view(model, &rowCache, &typesetter)
    terminal.paint(screen)
  }

  /// Sleeps until a key, a signal, a message, or the next look at the library.
  private func wait() {
    var descriptors = [
      pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal.signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&descriptors, nfds_t(descriptors.count), pulse.rest(at: ContinuousClock.now - start))
  }

  /// Does what the signals that came ask for; returns the one that ends the program, if any.
  private mutating func takeSignals() -> Int32? {
    for signal in terminal.signals.drain() {
      switch signal {
      case SIGWINCH: resize()
      case SIGTSTP:
        terminal.suspend()
        resize()
      case SIGCONT:
        terminal.resume()
        resize()
      default: return signal
      }
    }
    return nil
  }

  private mutating func resize() {
    terminal.resize()
    receive(.resized(terminal.size))
  }

  /// Tells the model where another process changed the store, or took it away.
  private mutating func lookAtLibrary() {
    if libraryChangedOutside() { receive(.libraryChanged) }
    let trouble = answers.trouble()
    if let trouble, !isTroubled { receive(.problem(trouble)) }
    isTroubled = trouble != nil
  }

  /// Whether another process changed the store since this was last asked.
  private mutating func libraryChangedOutside() -> Bool {
    let version = answers.dataVersion()
    defer { dataVersion = version }
    return version != dataVersion
  }
}

/// The time in seconds, and when another minute begins.
private struct MinuteClock {
  private var minute: Int64 = 0

  /// Seconds since 1970-01-01T00:00:00Z.
  var now: Int64 { Int64(time(nil)) }

  /// The time, once a minute.
  mutating func tick() -> Int64? {
    let now = now
    guard now / 60 != minute else { return nil }
    minute = now / 60
    return now
  }
}
