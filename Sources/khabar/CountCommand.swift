import ArgumentParser
import News

/// `khabar count`: a number and nothing else.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Print how many articles there are.")

  @Argument(help: "Files and folders; without any, the whole library.")
  var paths: [ArgumentRun] = []

  /// Which articles.
  enum Kept: EnumerableFlag {
    case unread, starred

    static func help(for value: Kept) -> ArgumentHelp? {
      value == .unread ? "Only those not read yet." : "Only those that are starred."
    }
  }

  @Flag(exclusivity: .exclusive) var kept: Kept?

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws { try format.validate(paths.values) }

  func run() throws {
    try reporting {
      let shelf = try store.readableShelf(paths.values, format)
      let output = Output()
      output.line(String(try count(shelf)))
    }
  }
}

extension CountCommand {
  private func count(_ shelf: OpenShelf) throws -> Int {
    switch kept {
    case nil: try shelf.store.tally(of: shelf.sources).all
    case .unread: try shelf.store.tally(of: shelf.sources).unread
    case .starred: try shelf.store.starredCount(of: shelf.sources)
    }
  }
}
