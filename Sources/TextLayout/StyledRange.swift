/// A part of a text that is to look different: emphasis, a link, code.
///
/// Styles change nothing of the layout: letters join, words break and directions resolve across their
/// borders as in plain text.
public struct StyledRange: Hashable, Sendable {
  /// Where it stands: UTF-8 offsets into the text as given.
  public var range: Range<UInt32>
  /// The caller's own number for its look; 0 is that of text without one.
  public var style: UInt8

  /// A part of a text in a style.
  public init(_ range: Range<UInt32>, style: UInt8) {
    self.range = range
    self.style = style
  }
}
