internal import CNcurses
internal import Display

/// How each role looks: attributes, and colours where the terminal has them and is to use them.
struct CursesStyle {
  /// Attributes and a pair of colours; nil keeps the terminal's own.
  struct Look: Equatable {
    var attributes: attr_t = 0
    var foreground: Int16?
    var background: Int16?

    init(_ attributes: attr_t = 0, foreground: Int16? = nil, background: Int16? = nil) {
      self.attributes = attributes
      self.foreground = foreground
      self.background = background
    }
  }

  /// What ncurses is given for a role.
  struct Rendition {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private var renditions: [Rendition]

  /// The looks of all roles; with colours, ncurses must have started them.
  init(inColour: Bool) {
    var pairs: [Look] = []
    renditions = Style.allCases.map { style in
      var look = Self.look(of: style, inColour: inColour)
      let attributes = look.attributes
      look.attributes = 0
      guard look != Look() else { return Rendition(attributes: attributes) }
      if !pairs.contains(look) {
        pairs.append(look)
        init_pair(Int16(pairs.count), look.foreground ?? -1, look.background ?? -1)
      }
      let pair = (pairs.firstIndex(of: look) ?? 0) + 1
      return Rendition(attributes: attributes, pair: Int16(pair))
    }
  }

  /// What ncurses is given for a role.
  subscript(style: Style) -> Rendition { renditions[Int(style.rawValue)] }

  /// How a role looks. The selected row keeps bold for what was not read.
  static func look(of style: Style, inColour: Bool) -> Look {
    switch style {
    case .body, .preformatted: Look()
    case .bar: Look(khabar_reverse)
    case .message: Look(khabar_reverse | khabar_bold)
    case .failure:
      inColour
        ? Look(khabar_bold, foreground: white, background: red)
        : Look(khabar_reverse | khabar_bold | khabar_underline)
    case .unread, .headline, .heading, .key: Look(khabar_bold)
    case .read, .byline, .dim: Look(khabar_dim)
    case .selectedUnread:
      inColour
        ? Look(khabar_bold, foreground: white, background: blue)
        : Look(khabar_reverse | khabar_bold)
    case .selectedRead:
      inColour ? Look(foreground: white, background: blue) : Look(khabar_reverse)
    case .kicker: inColour ? Look(foreground: cyan) : Look()
    case .quote: inColour ? Look(foreground: green) : Look()
    case .link: Look(khabar_underline)
    }
  }

  /// Whether colours are to be used: `NO_COLOR`, set to anything, forbids them (no-color.org).
  static func wantsColour(noColour: String?) -> Bool { noColour?.isEmpty ?? true }
}

private let red = Int16(COLOR_RED)
private let green = Int16(COLOR_GREEN)
private let blue = Int16(COLOR_BLUE)
private let cyan = Int16(COLOR_CYAN)
private let white = Int16(COLOR_WHITE)
