import Display
import TextLayout

/// The texts of the bars as they were laid out lately: nearly all that they say is the same from one
/// key to the next.
///
/// It saves work and nothing else: a warm one says what a cold one does.
struct BarTexts: Sendable {
  /// How many texts are kept; the bars of one screen say some thirty.
  private static let limit = 120

  private var texts: [Key: Text] = [:]

  /// A text, and all that its looks depend on.
  private struct Key: Hashable {
    var text: String
    var options: LayoutOptions
    var style: Style
    var cut: Cut?
  }

  /// Where a text is too wide: how many columns are left of it, and which part is left out.
  private struct Cut: Hashable {
    var columns: Int
    var place: Truncation
  }

  private struct Text {
    /// How many columns the whole text takes.
    var whole: Int
    var laid: LaidText
  }

  /// How many columns a text takes.
  mutating func columns(
    of text: String, _ options: LayoutOptions, _ typesetter: inout Typesetter
  ) -> Int {
    whole(text, options, .bar, &typesetter).whole
  }

  /// A text laid out where it takes no more than `room` columns; else cut to them with … at `place`,
  /// or nil where it is not to be cut.
  mutating func laid(
    _ text: String, _ options: LayoutOptions, style: Style, within room: Int,
    cutAt place: Truncation?, _ typesetter: inout Typesetter
  ) -> LaidText? {
    let whole = whole(text, options, style, &typesetter)
    guard whole.whole > room else { return whole.laid }
    guard let place else { return nil }
    let cut = Cut(columns: room, place: place)
    return find(Key(text: text, options: options, style: style, cut: cut), &typesetter).laid
  }

  private mutating func whole(
    _ text: String, _ options: LayoutOptions, _ style: Style, _ typesetter: inout Typesetter
  ) -> Text {
    find(Key(text: text, options: options, style: style), &typesetter)
  }

  private mutating func find(_ key: Key, _ typesetter: inout Typesetter) -> Text {
    if let text = texts[key] { return text }
    let paragraph = typesetter.paragraph(key.text, key.options)
    let line = paragraph.line(
      truncatedTo: key.cut.map { Columns($0.columns) } ?? paragraph.columns,
      at: key.cut?.place ?? .end)
    let text = Text(
      whole: paragraph.columns.count, laid: LaidText(paragraph, line, style: key.style))
    if texts.count >= Self.limit { texts.removeAll(keepingCapacity: true) }
    texts[key] = text
    return text
  }
}
