import Display
import TextLayout

extension Model {
  /// Does a command in the help: scrolling it and closing it, nothing else.
  mutating func pressInHelp(_ command: Command, _ typesetter: inout Typesetter) -> [Effect] {
    switch command {
    case .down: scrollHelp(by: 1, &typesetter)
    case .up: scrollHelp(by: -1, &typesetter)
    case .goOn, .pageDown: scrollHelp(by: bodyRows, &typesetter)
    case .pageUp: scrollHelp(by: -bodyRows, &typesetter)
    case .halfPageDown: scrollHelp(by: bodyRows / 2, &typesetter)
    case .halfPageUp: scrollHelp(by: -bodyRows / 2, &typesetter)
    case .first: scrollHelp(by: -.wholePage, &typesetter)
    case .last: scrollHelp(by: .wholePage, &typesetter)
    case .back, .close, .help: help = nil
    case .open, .quit, .redraw, .toggleRead, .nextUnread, .previousUnread, .nextArticle,
      .previousArticle, .markAllRead, .undo, .redo, .toggleHidden, .rescan, .reload,
      .toggleStar, .tag, .starred, .history, .search, .toggleOrder:
      break
    }
    return []
  }

  private mutating func scrollHelp(by lines: Int, _ typesetter: inout Typesetter) {
    guard let help else { return }
    let last = Help.layout(self, columns: size.columns, &typesetter).lastTop(rows: bodyRows)
    self.help?.top = min(max(min(help.top, last) + lines, 0), last)
  }
}
