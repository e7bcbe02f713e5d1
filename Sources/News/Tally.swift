/// The counts the store keeps, so that no key has to count.
public struct Tally: Equatable, Sendable {
  /// How many articles there are.
  public var all: Int
  /// How many of them were not read.
  public var unread: Int
  /// How many headlines are written from right to left.
  public var rightToLeft: Int

  /// Counts of a source or of the library.
  public init(all: Int = 0, unread: Int = 0, rightToLeft: Int = 0) {
    self.all = all
    self.unread = unread
    self.rightToLeft = rightToLeft
  }
}
