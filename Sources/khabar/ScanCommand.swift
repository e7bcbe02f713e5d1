import ArgumentParser
import News
import Words

/// `khabar scan`: takes in what is new, and returns when it is in the store.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Take in what is new.",
    discussion: """
      Files and folders become sources of the library. Problems are said on standard error, one a \
      line, of a file a hundred and how many more there are; what is right in spite of them is taken in, and the exit code is 0.
      """)

  @Argument(help: "Files and folders; without any, all sources of the library.")
  var paths: [ArgumentRun] = []

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws { try format.validate(paths.values) }

  func run() throws {
    try reporting {
      let shelf = try store.openShelf(paths.values, format, isIndexed: true)
      let report = shelf.report
      Speech.tell(
        .scanReport(new: report.new, changed: report.changed, problems: report.problems))
    }
  }
}
