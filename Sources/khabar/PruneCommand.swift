import ArgumentParser
import Glibc
import News
import Words

/// `khabar prune`: drops what is old and read, when it is asked to and never else.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Drop old articles that you have read.",
    discussion: """
      Starred, tagged and unread ones stay, and what you did with the others is remembered: one that \
      comes back is not new again. Without a date an article is as old as its time in the library.
      """)

  @Option(
    help: ArgumentHelp("How old: 90d, 12w or 2y.", valueName: "age"))
  var olderThan: Age

  @Flag(help: "Only say how many would go.")
  var dryRun = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reporting {
      let before = Int64(time(nil)) - olderThan.seconds
      if dryRun {
        Speech.tell(.prunable(try store.open(.reading).prunable(before: before)))
      } else {
        Speech.tell(.pruned(try store.writing { try $0.prune(before: before) }))
      }
    }
  }
}

/// An age in days, weeks or years, as `90d` is.
struct Age: ExpressibleByArgument {
  /// The same in seconds.
  let seconds: Int64

  init?(argument: String) {
    let days: Int64
    switch argument.last {
    case "d": days = 1
    case "w": days = 7
    case "y": days = 365
    default: return nil
    }
    guard let count = Int64(argument.dropLast()), (0...36_500).contains(count) else { return nil }
    seconds = count * days * 86_400
  }
}
