import CNcurses
import Display

/// What ncurses is given for each role.
struct CursesStyle {
  /// Attributes and the number of a pair of colours, 0 for the terminal's own.
  struct Rendition {
    var attributes: attr_t
    var pair: Int16
  }

  private let renditions: [Rendition]

  /// The looks of all roles; with colours, ncurses must have started them.
  init(inColour: Bool) {
    var pairs: [Look] = []
    renditions = Style.allCases.map { style in
      let look = Look(of: style, inColour: inColour)
      let colours = Look([], look.foreground, on: look.background)
      guard colours != Look() else { return Rendition(look.emphasis, pair: 0) }
      if !pairs.contains(colours) {
        pairs.append(colours)
        let (text, ground) = (colours.foreground?.rawValue, colours.background?.rawValue)
        init_pair(Int16(pairs.count), text ?? -1, ground ?? -1)
      }
      let pair = (pairs.firstIndex(of: colours) ?? 0) + 1
      return Rendition(look.emphasis, pair: Int16(pair))
    }
  }

  /// What ncurses is given for a role.
  subscript(style: Style) -> Rendition { renditions[Int(style.rawValue)] }
}

extension CursesStyle.Rendition {
  fileprivate init(_ emphasis: Look.Emphasis, pair: Int16) {
    let attributes: [(Look.Emphasis, attr_t)] = [
      (.bold, khabar_bold), (.dim, khabar_dim), (.reverse, khabar_reverse),
      (.underline, khabar_underline),
    ]
    self.pair = pair
    self.attributes = attributes.reduce(0) {
      emphasis.contains($1.0) ? $0 | $1.1 : $0
    }
  }
}
