public import Display
public import News
import TextLayout

/// One line of a page.
public struct PageLine: Sendable {
  /// Where its text begins in the page.
  public let place: TextPlace
  /// What it is there for.
  let style: Style
  /// Which way its paragraph reads.
  public internal(set) var direction = Direction.leftToRight
  /// What stands at the reading edge before the text.
  var marker: Part?
  /// The text; nil in an empty line.
  var text: Part?
  /// How many columns lie between the reading edge and the text.
  var indent = 0

  /// A line of one paragraph of the page.
  struct Part: Sendable {
    var paragraph: Int
    var line: Line
    var style: Style
  }

  init(place: TextPlace, style: Style) {
    self.place = place
    self.style = style
  }
}
