/// How many columns of a terminal a scalar takes: UAX #11, where terminals follow it.
///
/// Marks (Mn, Me), format characters and controls take none, nor do the jamo that follow a leading
/// one (U+1160–11FF, D7B0–D7FF); East_Asian_Width W and F take two, ambiguous ones one. A regional
/// indicator takes one column, so that the two of a flag take the two that terminals give it.
///
/// Where terminals and the annex differ, terminals have it: U+00AD and the signs before a number
/// (U+0600–0605, 06DD) take none, and a scalar keeps the width it has by itself when U+FE0F follows.
@frozen public enum CellWidth: UInt8, CaseIterable, Sendable {
  /// No column of its own.
  case zero
  /// One column.
  case one
  /// Two columns.
  case two
}

extension ScalarProperties {
  /// The columns a scalar takes.
  @inlinable public var cellWidth: CellWidth {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 22 & 3), to: CellWidth.self)
  }

  /// The columns a scalar takes, as a number: 0, 1 or 2.
  @inlinable public var columns: Int { Int(bits >> 22 & 3) }
}
