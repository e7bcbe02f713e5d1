/// A piece of a line in visual order: clusters of one level, or the ellipsis.
@usableFromInline
struct VisualPiece: Sendable {
  @usableFromInline var range: Range<Int>
  @usableFromInline var isRightToLeft: Bool
  @usableFromInline var isEllipsis = false
  /// Where the text was cut, for an ellipsis.
  @usableFromInline var source: UInt32 = 0

  init(_ range: Range<Int>, isRightToLeft: Bool) {
    self.range = range
    self.isRightToLeft = isRightToLeft
  }

  /// The ellipsis behind a line, at the level of its paragraph.
  init(ellipsisAt source: UInt32, isRightToLeft: Bool) {
    self.init(0..<0, isRightToLeft: isRightToLeft)
    isEllipsis = true
    self.source = source
  }
}
