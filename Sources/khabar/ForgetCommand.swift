import ArgumentParser
import News
import Words

/// `khabar forget`: drops sources and their articles; marks outlive both.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Drop sources and their articles from the library.",
    discussion: "What was read is remembered: an article that comes back is still read.")

  @Argument(help: "The paths as `khabar sources` lists them.")
  var paths: [ArgumentRun]

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reporting {
      try store.writing { try forget(in: $0) }
    }
  }

  private func forget(in store: NewsStore) throws {
    let sources = try paths.values.map { path in
      guard let id = try store.source(at: path) else { throw Failure(.notASource(path)) }
      return (path: path, id: id, count: try store.tally(of: [id]).all)
    }
    for source in sources {
      try store.forget(source.id)
      Speech.tell(.forgot(source.path, articles: source.count))
    }
  }
}
