import ArgumentParser
import News
import Reader
import TextLayout
import Words

/// `khabar search`: the articles that have all words of a question, as rows.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find articles by their words.",
    discussion: """
      Headlines, bodies, sources and tags are searched for all of the words, however their letters \
      are written: with and without marks, with any alef, under و, ب or ال. Rows are those of list, \
      read and unread. Exits 1 when nothing is found.

      "a phrase" is words next to each other, -word without it; source:WORD, tag:WORD, lang:ar, \
      is:unread, is:read, is:starred, before:DATE and after:DATE ask for more; a date is a day, a \
      month (2024-03) or a year, which is not among them. After -- words may begin with -.
      """)

  /// What comes first.
  enum Order: EnumerableFlag {
    case newest, best

    static func help(for value: Order) -> ArgumentHelp? {
      switch value {
      case .newest: "The newest first (without a flag, too)."
      case .best: "Those that fit best first, of the newest 2,000; the others after them."
      }
    }
  }

  @Argument(help: "The words; all of them are looked for.")
  var words: [ArgumentRun]

  @Flag(exclusivity: .exclusive) var order: Order = .newest

  @Option(help: "At most so many rows.")
  var limit: Int?

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    try reporting {
      let question = try question()
      let library = try store.readableShelf([], nil, isIndexed: true).store
      let ranks = try find(question, in: library)
      let (articles, all) = try library.indexed()
      if articles < all { Speech.say(.indexedSoFar(articles, of: all)) }
      guard !ranks.isEmpty else { throw ExitCode(1) }
      try write(ranks, from: library)
    }
  }
}

extension SearchCommand {
  /// What is found, in an index that is made anew where it is damaged.
  private func find(_ question: SearchQuestion, in library: NewsStore) throws -> [Rank] {
    let order: SearchOrder = order == .best ? .best : .newest
    do {
      return try library.search(question, order, limit: limit)
    } catch {
      guard error.kind == .damaged, try library.renewDamagedIndex() else { throw error }
    }
    try library.index()
    return try library.search(question, order, limit: limit)
  }

  /// Whether one of the arguments is a word that begins with a minus, and the parser's complaint is of
  /// that: it takes such a word for an option.
  static func tookAWordForAnOption(_ arguments: [String], _ complaint: String) -> Bool {
    guard arguments.dropFirst().first == configuration.commandName,
      complaint.hasPrefix("Unknown option") || complaint.hasPrefix("Missing expected argument")
    else { return false }
    return arguments.prefix { $0 != "--" }.contains { $0.hasPrefix("-") && !$0.hasPrefix("--") }
  }

  private func question() throws -> SearchQuestion {
    do throws(SearchFault) {
      return try SearchQuestion(words.values.joined(separator: " "))
    } catch {
      throw Failure(Phrase(error))
    }
  }

  private func write(_ ranks: [Rank], from library: NewsStore) throws {
    let output = Output()
    var typesetter = Typesetter()
    let form = RowForm(
      json: json, width: nil, isTerminal: output.isTerminal, tally: try library.tally(of: []))
    for start in stride(from: 0, to: ranks.count, by: 300) {
      let page = Array(ranks[start..<min(start + 300, ranks.count)])
      for headline in try library.headlines(at: page) {
        output.append { form.append(headline, &typesetter, to: &$0) }
        output.end()
      }
    }
    output.flush()
  }
}
