/// When an article was published: an instant, the offset it was written with, and whether a time
/// of day was given at all.
public struct ArticleDate: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; 00:00:00 of its day where no time was given.
  public var seconds: Int64
  /// How many seconds east of UTC it was written.
  public var offset: Int
  /// Whether a time of day was given.
  public var hasTime: Bool

  /// An instant as it was written at `offset`.
  public init(seconds: Int64, offset: Int, hasTime: Bool) {
    self.seconds = seconds
    self.offset = offset
    self.hasTime = hasTime
  }
}
