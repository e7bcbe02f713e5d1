import ArgumentParser
import News
import Words

/// `khabar mark`: read or unread, all of the named articles or none.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark articles read or unread.",
    discussion: "With an id that is not known, nothing is marked and the exit code is 2.")

  /// What the articles become.
  enum Mark: EnumerableFlag {
    case read, unread

    static func help(for value: Mark) -> ArgumentHelp? {
      value == .read ? "Mark them read." : "Mark them unread."
    }
  }

  @Argument(help: "An id as `list` prints it, or a file's own id where only one article has it.")
  var ids: [String]

  @Flag(exclusivity: .exclusive) var mark: Mark

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reporting {
      let store = try store.open(.writing)
      let articles = try ids.map { try store.onlyArticle(spelt: $0).id }
      let marked = try store.mark(articles, read: mark == .read)
      let count = marked.count
      Speech.tell(mark == .read ? .markedRead(count) : .markedUnread(count))
    }
  }
}

extension NewsStore {
  /// The one article that `spelling` names.
  func onlyArticle(spelt spelling: String) throws -> Headline {
    let found = try articles(spelt: spelling)
    guard let only = found.first else { throw Failure(.noSuchArticle(spelling)) }
    guard found.count == 1 else {
      throw Failure(.ambiguousID(spelling, candidates: found.map { "\($0.id)\t\($0.title)" }))
    }
    return only
  }
}
