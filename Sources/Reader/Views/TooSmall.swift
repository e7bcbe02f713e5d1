import Display
import TextLayout
import Words

/// What is shown on a terminal that is too small for anything else.
struct TooSmall {
  /// The least that the reader can do with.
  static let least = Size(rows: 5, columns: 20)

  static func draw(
    _ model: Model, on screen: inout Screen, _ typesetter: inout Typesetter
  ) {
    let look = model.look
    let phrase = Phrase.terminalTooSmall(columns: least.columns, rows: least.rows)
    let block = TextBlock(text: look.language.text(phrase), direction: look.language.direction)
    let layout = PageLayout(
      [block], width: screen.size.columns, keepsMarks: look.keepsMarks, &typesetter)
    layout.draw(row: 0, rows: screen.size.rows, on: &screen)
  }
}

extension Size {
  /// Whether nothing but `TooSmall` fits.
  var isTooSmall: Bool { rows < TooSmall.least.rows || columns < TooSmall.least.columns }
}
