/// Where a line that is too long for its width is cut.
public enum Truncation: Hashable, Sendable {
  /// At its reading end: the ellipsis stands on the left where the paragraph reads from the right.
  case end
  /// Between its first half and its last: for an address or a path, both ends of which tell most.
  case middle
  /// At its reading start, so that the end is seen.
  case start
}
