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
    _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) -> Bool {
    guard let laid = lay(text, rest, place, direction, its, on: screen, &texts, &typesetter)
    else { return false }
    screen.put(laid, row: row, edge: leading, reading: look.interfaceDirection)
    leading += laid.columns + Self.gap
    return true
  }

  /// Says a text next from the other end; left out where there is no room.
  mutating func sayAtEnd(
    _ text: String, on screen: inout Screen, _ texts: inout BarTexts,
    _ typesetter: inout Typesetter
  ) {
    guard let laid = lay(text, nil, .end, nil, nil, on: screen, &texts, &typesetter) else {
      return
    }
    let edge = screen.size.columns - trailing - laid.columns
    screen.put(laid, row: row, edge: edge, reading: look.interfaceDirection)
    trailing += laid.columns + Self.gap
  }

  /// Shows a line that is being typed, and where in it the next character goes; what does not fit
  /// is left out at its start.
  mutating func type(
    _ line: TypedLine, on screen: inout Screen, _ typesetter: inout Typesetter
  ) {
    let room = room(on: screen) - 1
    guard room > 0 else { return }
    let options = LayoutOptions(direction: .automatic, keepsMarks: look.keepsMarks)
    // From the start on where that shows the cursor, else the stretch that ends at it.
    var shown = Substring(line.text)
    let before = line.before
    while typesetter.paragraph(String(shown), options).columns.count > room,
      shown.count > line.text.count - before.count
    {
      shown = shown.dropFirst()
    }
    let dropped = line.text.count - shown.count
    let offset = UInt32(before.dropFirst(dropped).utf8.count)
    let paragraph = typesetter.paragraph(String(shown), options)
    let isEmpty = shown.isEmpty
    let reading = isEmpty ? look.interfaceDirection : Direction(of: paragraph)
    let cut = paragraph.line(truncatedTo: Columns(room))
    let laid = LaidText(paragraph, cut, style: style)
    screen.put(laid, row: row, edge: leading, reading: look.interfaceDirection)
    let left =
      look.interfaceDirection == .leftToRight
      ? leading : screen.size.columns - leading - laid.columns
    var cursor = reading == .leftToRight ? left + laid.columns : left - 1
    // At the far end of the bar's own direction the cursor stands beside the text.
    if reading != look.interfaceDirection, !isEmpty { cursor = max(0, cursor) }
    var column = left
    for cluster in paragraph.visual(cut) {
      if cluster.source.contains(offset) { cursor = column }
      column += Int(cluster.columns)
    }
    // The bar is reversed; a cell that is not stands out.
    screen.fill(row: row, columns: cursor..<cursor + 1, style: .body)
  }

  /// Leaves a smaller gap before what is said next: it belongs to what was said last.
  mutating func joinNext() { leading -= Self.gap - 1 }

  private func lay(
    _ text: String, _ rest: Int?, _ place: Truncation, _ direction: ParagraphDirection?,
    _ its: Style?, on screen: Screen, _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) -> LaidText? {
    let room = room(on: screen) - (rest ?? 0)
    guard room > 0 else { return nil }
    var options = look.words
    if let direction { options.direction = direction }
    let laid = texts.laid(
      text, options, style: its ?? style, within: room, cutAt: rest == nil ? nil : place,
      &typesetter)
    return laid.flatMap { $0.columns > 0 ? $0 : nil }
  }
}
