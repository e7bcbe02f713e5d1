import Display
import TextLayout

/// A block of a page as it is laid out: text of one kind, and what stands beside it.
struct TextBlock: Sendable {
  /// What stands before the text, at its reading edge.
  enum Marker: Equatable, Sendable {
    case none
    /// A text before the first line; the others hang under its end.
    case once(String, Style)
    /// A text before every line.
    case always(String, Style)
  }

  /// The text in logical order; a line feed begins a new paragraph of the same block.
  var text: String
  var style = Style.body
  /// Parts of the text with a style of their own, by its number.
  var styles: [StyledRange] = []
  /// The direction of its paragraphs.
  var direction = ParagraphDirection.automatic
  var marker = Marker.none
  /// How many columns at the reading edge are kept for the marker.
  var indent = 0
  /// Whether an empty line stands before it.
  var standsApart = true

  /// Whether it is running text, which may be justified.
  var isProse: Bool { style == .body || style == .quote }
}
