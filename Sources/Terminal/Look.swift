import Display

/// How a role looks: emphasis, and colours where nil keeps the terminal's own.
struct Look: Hashable {
  /// What makes text stand out without a colour.
  struct Emphasis: OptionSet, Hashable {
    let rawValue: UInt8
    static let bold = Emphasis(rawValue: 1)
    static let dim = Emphasis(rawValue: 2)
    static let reverse = Emphasis(rawValue: 4)
    static let underline = Emphasis(rawValue: 8)
  }

  /// The colours that every terminal with colours has.
  enum Colour: Int16 {
    case black, red, green, yellow, blue, magenta, cyan, white
  }

  var emphasis: Emphasis
  var foreground: Colour?
  var background: Colour?

  init(_ emphasis: Emphasis = [], _ foreground: Colour? = nil, on background: Colour? = nil) {
    self.emphasis = emphasis
    self.foreground = foreground
    self.background = background
  }

  /// How a role looks. The selected row keeps bold for what was not read.
  init(of style: Style, inColour: Bool) {
    self =
      switch style {
      case .body, .preformatted: Look()
      case .bar: Look(.reverse)
      case .message, .barKey: Look([.reverse, .bold])
      case .failure:
        inColour ? Look(.bold, .white, on: .red) : Look([.reverse, .bold, .underline])
      case .unread, .headline, .heading, .key: Look(.bold)
      case .read, .byline, .dim: Look(.dim)
      case .selectedUnread:
        inColour ? Look(.bold, .white, on: .blue) : Look([.reverse, .bold])
      case .selectedRead: inColour ? Look([], .white, on: .blue) : Look(.reverse)
      case .match: inColour ? Look([], .black, on: .yellow) : Look([.bold, .underline])
      case .selectedMatch:
        inColour ? Look(.bold, .yellow, on: .blue) : Look([.reverse, .bold, .underline])
      case .kicker: inColour ? Look([], .cyan) : Look()
      case .quote: inColour ? Look([], .green) : Look()
      case .link: Look(.underline)
      case .strong: Look(.bold)
      case .code: inColour ? Look([], .cyan) : Look(.bold)
      }
  }
}
