import Display
import TextLayout
import Words

/// A row that says something from its reading edge, and something at its other end.
struct Bar {
  /// Columns between two things that are said.
  static let gap = 2

  let row: Int
  let style: Style
  let look: Look
  /// How many columns are taken at the reading edge, and at the other end.
  private var leading = 1
  private var trailing = 1

  init(row: Int, style: Style, _ look: Look, on screen: inout Screen) {
    self.row = row
    self.style = style
    self.look = look
    screen.fill(row: row, style: style)
  }

  /// How many columns a further text may take.
  func room(on screen: Screen) -> Int { max(0, screen.size.columns - leading - trailing) }

  /// Says a text next from the reading edge; left out where there is no room, unless `rest` tells
  /// how many columns must be left for others: then it is cut with … to what is over, at `place`.
  @discardableResult
  mutating func say(
    _ text: String, leaving rest: Int? = nil, cutAt place: Truncation = .end,
    _ direction: ParagraphDirection? = nil, style its: Style? = nil, on screen: inout Screen,
    _ typesetter: inout Typesetter
  ) -> Bool {
    guard let laid = lay(text, rest, place, direction, its, on: screen, &typesetter) else {
      return false
    }
    screen.put(laid, row: row, edge: leading, reading: look.interfaceDirection)
    leading += laid.columns + Self.gap
    return true
  }

  /// Says a text next from the other end; left out where there is no room.
  mutating func sayAtEnd(_ text: String, on screen: inout Screen, _ typesetter: inout Typesetter) {
    guard let laid = lay(text, nil, .end, nil, nil, on: screen, &typesetter) else { return }
    let edge = screen.size.columns - trailing - laid.columns
    screen.put(laid, row: row, edge: edge, reading: look.interfaceDirection)
    trailing += laid.columns + Self.gap
  }

  /// Leaves a smaller gap before what is said next: it belongs to what was said last.
  mutating func joinNext() { leading -= Self.gap - 1 }

  private func lay(
    _ text: String, _ rest: Int?, _ place: Truncation, _ direction: ParagraphDirection?,
    _ its: Style?, on screen: Screen, _ typesetter: inout Typesetter
  ) -> LaidText? {
    let room = room(on: screen) - (rest ?? 0)
    guard room > 0 else { return nil }
    var options = look.words
    if let direction { options.direction = direction }
    let paragraph = typesetter.paragraph(text, options)
    guard rest != nil || paragraph.columns.count <= room else { return nil }
    let line = paragraph.line(truncatedTo: Columns(room), at: place)
    let laid = LaidText(paragraph, line, style: its ?? style)
    return laid.columns > 0 ? laid : nil
  }
}
