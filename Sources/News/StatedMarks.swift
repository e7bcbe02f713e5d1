/// Whether an article was read and starred where it comes from; nil is unknown.
public struct StatedMarks: Hashable, Sendable {
  /// Whether it was read.
  public var isRead: Bool?
  /// Whether it was starred.
  public var isStarred: Bool?

  /// Marks, each known or unknown.
  public init(isRead: Bool? = nil, isStarred: Bool? = nil) {
    self.isRead = isRead
    self.isStarred = isStarred
  }
}
