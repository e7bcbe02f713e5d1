import ArgumentParser
import TextLayout

/// How a text is laid out: what `layout` and `show` have in common.
struct LayoutFlags: ParsableArguments {
  /// An order that a person can ask for by name.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case visual, logical

    /// The layout's own name for it.
    var textOrder: TextOrder { self == .visual ? .visual : .logical }
  }

  @Option(help: "As a screen shows it, or as it is stored.")
  var order: Order = .visual

  @Flag(name: .customLong("no-shape"), help: "Base letters instead of joined forms.")
  var plainLetters = false

  @Flag(help: "Keep harakat and niqqud.")
  var marks = false

  @Flag(help: "Fill lines to their width: tatweels between joined letters, else more spaces.")
  var justify = false

  /// The same as options of the layout, for a paragraph of `direction`.
  func options(_ direction: ParagraphDirection = .automatic) -> LayoutOptions {
    LayoutOptions(direction: direction, keepsMarks: marks, shapes: !plainLetters)
  }
}

/// A base direction that a person can ask for by name.
enum BaseDirection: String, ExpressibleByArgument, CaseIterable {
  case auto, ltr, rtl

  /// The layout's own name for it.
  var paragraphDirection: ParagraphDirection {
    switch self {
    case .auto: .automatic
    case .ltr: .leftToRight
    case .rtl: .rightToLeft
    }
  }
}
