/// Which way a run of cells is read.
public enum Direction: UInt8, Sendable {
  /// From the left edge on.
  case leftToRight
  /// From the right edge on.
  case rightToLeft
}
