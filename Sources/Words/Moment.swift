/// When something was published, as a date is to be said: an instant, the offset it was written
/// with, and whether a time of day was given.
public struct Moment: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64
  /// How many seconds east of UTC it was written.
  public var offset: Int
  /// Whether a time of day was given; a day without one stays that day on every clock.
  public var hasTime: Bool

  /// An instant as it was written at `offset`.
  public init(seconds: Int64, offset: Int, hasTime: Bool) {
    self.seconds = seconds
    self.offset = offset
    self.hasTime = hasTime
  }
}
