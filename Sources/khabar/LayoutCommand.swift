import ArgumentParser
import Glibc
import TextLayout

/// `khabar layout`: standard input, a paragraph a line, to laid-out lines.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Lay out standard input, a paragraph a line.",
    discussion: """
      Writes the lines in visual order unless told, without padding, trailing spaces or controls. \
      An empty paragraph is an empty line; a tab is a space.
      """)

  @Option(help: "How many columns a line may take.")
  var width = 80

  @Option(help: "The direction of the paragraphs; each one's own unless told.")
  var direction: BaseDirection = .auto

  @OptionGroup var flags: LayoutFlags

  /// Taken as by every command; no library is touched.
  @OptionGroup(visibility: .hidden) var store: StoreOptions

  func validate() throws {
    guard width > 0 else { throw ValidationError("--width takes a number from 1.") }
  }

  func run() throws {
    var typesetter = Typesetter()
    let output = Output()
    let printer = ParagraphPrinter(
      width: Columns(width), order: flags.order.textOrder, justifies: flags.justify,
      output: output)
    let options = flags.options(direction.paragraphDirection)
    try reporting {
      // Whoever writes line by line sees each as soon as it is laid out.
      try Input(STDIN_FILENO, beforeWaiting: output.flush).forEachParagraph {
        let paragraph = typesetter.paragraph(utf8: $0, options)
        printer.print(paragraph)
        typesetter.reuse(paragraph)
      }
    }
  }
}

/// Prints the lines of paragraphs. It knows the options by value: to ask the command for one costs a
/// good part of what a line does.
private struct ParagraphPrinter: ~Copyable {
  let width: Columns
  let order: TextOrder
  let justifies: Bool
  private let output: Output

  init(width: Columns, order: TextOrder, justifies: Bool, output: Output) {
    self.output = output
    self.width = width
    self.order = order
    self.justifies = justifies
  }

  func print(_ paragraph: Paragraph) {
    for line in paragraph.lines(within: width) {
      let line = justifies ? paragraph.justified(line, to: width) : line
      output.append { paragraph.append(line, in: order, to: &$0) }
      output.end()
    }
  }
}
