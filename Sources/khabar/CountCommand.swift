import ArgumentParser
import News

/// `khabar count`: a number and nothing else.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Print how many articles there are.")

  @Argument(help: "Files and folders; without any, the whole library.")
  var paths: [String] = []

  @Flag(help: "Only those not read yet.")
  var unread = false

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws { try format.validate(paths) }

  func run() throws {
    try reporting {
      let shelf = try store.openShelf(paths, format)
      let tally = try shelf.store.tally(of: shelf.sources)
      let output = Output()
      output.line(String(unread ? tally.unread : tally.all))
    }
  }
}
