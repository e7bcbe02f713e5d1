/// A piece of a line in visual order.
@usableFromInline
enum VisualPiece: Sendable {
  /// Clusters of one level.
  case clusters(Range<Int>, isRightToLeft: Bool)
  /// A cluster at a cut, which shows another form of its letter.
  case form(UInt32, of: Int)
  /// Tatweels or spaces behind a cluster, so many.
  case filling(UInt32, after: Int, count: Int)
  /// The ellipsis, at a level and an offset of the text.
  case ellipsis(level: UInt8, source: UInt32)
}
