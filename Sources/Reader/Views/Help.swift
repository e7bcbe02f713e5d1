import Display
import TextLayout
import Words

/// The help: every command with its keys, made from the same list as the keymap.
struct Help {
  /// The help laid out for a screen of so many columns.
  static func layout(
    _ model: Model, columns: Int, _ typesetter: inout Typesetter
  ) -> PageLayout {
    let width = PageLayout.textWidth(onScreenOf: columns)
    return PageLayout(
      blocks(model, width: width), width: width, keepsMarks: model.look.keepsMarks, &typesetter)
  }

  static func draw(
    _ model: Model, on screen: inout Screen, _ typesetter: inout Typesetter
  ) {
    guard let help = model.help else { return }
    let layout = layout(model, columns: screen.size.columns, &typesetter)
    let top = min(help.top, layout.lastTop(rows: model.bodyRows))
    layout.draw(from: top, row: 1, rows: model.bodyRows, on: &screen)
  }

  private static func blocks(_ model: Model, width: Int) -> [TextBlock] {
    let language = model.look.language
    let title = TextBlock(
      text: language.text(.helpTitle), style: .heading, direction: language.direction)
    let commands = Command.allCases.enumerated().map { index, command in
      let keys = command.keys.map { $0.name(reading: model.readingDirection) }
      return TextBlock(
        text: language.text(command.summary), direction: language.direction,
        marker: .once(keys.map(isolated).joined(separator: " "), .key),
        indent: min(20, width / 2), standsApart: index == 0)
    }
    let close = TextBlock(
      text: language.text(.helpClose(key: Command.close.keyName)), style: .dim,
      direction: language.direction)
    return [title] + commands + [close]
  }

  /// A key's name set apart, so that names stand in the order of the interface.
  private static func isolated(_ name: String) -> String { "\u{2066}\(name)\u{2069}" }
}
