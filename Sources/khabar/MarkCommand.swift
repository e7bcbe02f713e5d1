import ArgumentParser
import News
import Words

/// `khabar mark`: read or unread, starred or not, tagged; all of the named articles or none.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark articles read or unread, star and tag them.",
    discussion: """
      Several marks are set as one. Tags are words parted by spaces or commas, and -word takes one \
      off: --tag 'city,tram -later'. With an id that is not known, nothing is marked and the exit \
      code is 2.
      """)

  /// What the articles become.
  enum Reading: EnumerableFlag {
    case read, unread

    static func help(for value: Reading) -> ArgumentHelp? {
      value == .read ? "Mark them read." : "Mark them unread."
    }
  }

  /// Whether they are starred.
  enum Star: EnumerableFlag {
    case star, unstar

    static func help(for value: Star) -> ArgumentHelp? {
      value == .star ? "Star them." : "Take their stars off."
    }
  }

  @Argument(help: "An id as `list` prints it, or a file's own id where only one article has it.")
  var ids: [ArgumentRun]

  @Flag(exclusivity: .exclusive) var reading: Reading?

  @Flag(exclusivity: .exclusive) var star: Star?

  @Option(
    name: .customLong("tag"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Give them these tags; -word takes one off.", valueName: "words"))
  var tags: [String] = []

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if marks.isEmpty {
      throw ValidationError(
        "Say what to mark them: --read or --unread, --star or --unstar, --tag WORDS.")
    }
  }

  func run() throws {
    try reporting {
      let marked = try store.writing { store in
        try store.change(try store.onlyArticles(spelt: ids.values).map(\.id), marks)
      }
      for (mark, count) in zip(marks, marked.counts) { Speech.tell(Phrase(mark, count)) }
    }
  }
}

extension MarkCommand {
  private var marks: [Mark] {
    let read = reading.map { Mark.read($0 == .read) }
    let starred = star.map { Mark.starred($0 == .star) }
    return [read, starred].compactMap(\.self) + TagText.marks(in: tags.joined(separator: " "))
  }
}

extension Phrase {
  /// How many articles a mark changed.
  fileprivate init(_ mark: Mark, _ count: Int) {
    self =
      switch mark {
      case .read(true): .markedRead(count)
      case .read(false): .markedUnread(count)
      case .starred(true): .starred(count)
      case .starred(false): .unstarred(count)
      case .tag(let tag, true): .taggedArticles(tag, count)
      case .tag(let tag, false): .untaggedArticles(tag, count)
      }
  }
}

extension NewsStore {
  /// The one article that each spelling names.
  func onlyArticles(spelt spellings: [String]) throws -> [Headline] {
    try zip(spellings, articles(spelt: spellings)).map { spelling, found in
      guard let only = found.first else { throw Failure(.noSuchArticle(spelling)) }
      guard found.count == 1 else {
        throw Failure(.ambiguousID(spelling, candidates: found.map { "\($0.id)\t\($0.title)" }))
      }
      return only
    }
  }
}
