import ArgumentParser
import News
import Words

/// `khabar sources`: what the library takes its news from.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the sources of the library.",
    discussion: "A row is the path, how many articles it holds and how many of them are unread.")

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reporting {
      let output = Output()
      for source in try openStore().sources() {
        output.line(json ? object(source) : row(source))
      }
    }
  }
}

extension SourcesCommand {
  /// The library; one that can't be written is read as it is.
  private func openStore() throws -> NewsStore {
    do {
      return try store.open(.writing)
    } catch let error as StoreError where [.readOnly, .damaged].contains(error.kind) {
      return try store.open(.reading)
    }
  }

  private func row(_ source: Source) -> String {
    let path = JSONText.withoutControls(source.path)
    return "\(path)\t\(source.tally.all)\t\(source.tally.unread)"
  }

  private func object(_ source: Source) -> String {
    JSONText.object([
      ("path", .text(source.path)), ("articles", .number(source.tally.all)),
      ("unread", .number(source.tally.unread)),
    ])
  }
}
