import ArgumentParser
import Glibc
import News
import Reader
import TextLayout
import Words

/// `khabar show`: the page of an article as the reader shows it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an article's page.",
    discussion: """
      Takes an id, or the path of a file, whose articles are printed one after the other without \
      being taken into the library. Marks nothing as read.
      """)

  @Argument(help: "An id as `list` prints it, a file's own id, or a file; - is standard input.")
  var article: String

  @Option(help: "How many columns the text may take.")
  var width = PageLayout.widestText

  @OptionGroup var flags: LayoutFlags

  @OptionGroup var format: FormatOptions

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard width >= 20 else { throw ValidationError("--width takes a number from 20.") }
  }

  func run() throws {
    try reporting {
      var printer = PagePrinter(width: width, flags: flags)
      if let stored = try storedArticle() {
        printer.print(stored.article, tags: stored.status.tags)
      } else {
        try printArticles(&printer)
      }
    }
  }
}

extension ShowCommand {
  /// The article of that id; nil where it rather is a path.
  private func storedArticle() throws -> StoredArticle? {
    do {
      let store = try store.open(.reading)
      guard !(try store.articles(spelt: article)).isEmpty else { return nil }
      return try store.article(store.onlyArticles(spelt: [article])[0].id)
    } catch let error as StoreError where error.kind == .missing || error.kind == .needsMigration {
      return nil
    }
  }

  private func printArticles(_ printer: inout PagePrinter) throws {
    let isInput = article == NewsStore.standardInput
    guard isInput || access(article, F_OK) == 0 else { throw Failure(.noSuchArticle(article)) }
    let descriptor = isInput ? STDIN_FILENO : open(article, O_RDONLY)
    guard descriptor >= 0 else {
      throw Failure(.pathUnreadable(article, reason: String(cString: strerror(errno))))
    }
    let outcome = NewsFile(name: article, format: format.name).read(
      descriptor,
      article: { article, _ in
        printer.print(article)
        return true
      },
      problem: Speech.say)
    guard outcome.articles > 0 else { throw Failure(.noNews(in: article)) }
  }
}

/// Prints pages one below the other, an empty line between them.
private struct PagePrinter: ~Copyable {
  private let width: Int
  private let options: PageOptions
  private let order: TextOrder
  private var typesetter = Typesetter()
  private let output = Output()
  private var isFirst = true

  init(width: Int, flags: LayoutFlags) {
    self.width = width
    options = PageOptions(
      language: Speech.language, keepsMarks: flags.marks, shapes: !flags.plainLetters,
      justifies: flags.justify)
    order = flags.order.textOrder
  }

  mutating func print(_ article: Article, tags: [String] = []) {
    if !isFirst { output.end() }
    isFirst = false
    let page = PageLayout(of: article, tags: tags, width: width, options, &typesetter)
    for line in page.lines {
      output.append { page.append(line, in: order, to: &$0) }
      output.end()
    }
  }
}
