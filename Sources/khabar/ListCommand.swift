import ArgumentParser
import News
import TextLayout

/// `khabar list`: a row a headline, or JSON Lines.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List headlines: aligned on a terminal, parted by tabs in a pipe.",
    discussion: """
      In a pipe a row is the id, the headline, the source and the date, in logical order and not \
      cut. Exits 1 when there is no row.
      """)

  /// Which headlines.
  enum Kept: EnumerableFlag {
    case unread, read, all, starred, history

    static func help(for value: Kept) -> ArgumentHelp? {
      switch value {
      case .unread: "Those not read yet (without a flag, too)."
      case .read: "Those that were read."
      case .all: "All of them."
      case .starred: "Those that are starred."
      case .history: "Those that were read one by one, the latest first, and when."
      }
    }
  }

  @Argument(help: "Files and folders; without any, the whole library.")
  var paths: [ArgumentRun] = []

  @Flag(exclusivity: .exclusive) var kept: Kept = .unread

  @Option(help: "At most so many rows.")
  var limit: Int?

  @Flag(help: "One JSON object a line.")
  var json = false

  @Option(help: "Aligned rows of so many columns, in a pipe too.")
  var width: Int?

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws {
    try format.validate(paths.values)
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if let width, width < 20 { throw ValidationError("--width takes a number from 20.") }
  }

  func run() throws {
    try reporting {
      let shelf = try store.readableShelf(paths.values, format)
      let output = Output()
      var typesetter = Typesetter()
      let form = RowForm(
        json: json, width: width, isTerminal: output.isTerminal,
        tally: try shelf.store.tally(of: shelf.sources))
      var count = 0
      try shelf.forEachHeadline(kept, limit: limit ?? .max) { headline in
        output.append { form.append(headline, &typesetter, to: &$0) }
        output.end()
        count += 1
      }
      output.flush()
      if count == 0 { throw ExitCode(1) }
    }
  }
}

extension OpenShelf {
  /// The headlines in the list's order, a page at a time.
  fileprivate func forEachHeadline(
    _ kept: ListCommand.Kept, limit: Int, _ body: (Headline) -> Void
  ) throws {
    let scope = NewsStore.Scope(
      sources: sources, unreadSince: kept == .unread ? try store.changeNumber() : nil,
      kind: kept.kind)
    var from: Rank?
    var left = limit
    while left > 0 {
      let wanted = min(left, Self.page)
      let rows =
        switch kept {
        case .read: try store.readHeadlines(of: sources, from: from, limit: wanted)
        case .unread, .all, .starred, .history:
          try store.headlines(in: scope, .next, from: from, including: false, limit: wanted)
        }
      rows.forEach(body)
      left -= rows.count
      guard rows.count == wanted, let last = rows.last else { return }
      from = last.rank
    }
  }

  private static let page = 300
}

extension ListCommand.Kept {
  /// The list that has them.
  fileprivate var kind: ListKind {
    switch self {
    case .unread, .read, .all: .all
    case .starred: .starred
    case .history: .history
    }
  }
}
