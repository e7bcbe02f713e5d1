/// How often an article was commented on, liked, shared and seen; nil is unknown, which is not 0.
public struct Counters: Hashable, Sendable {
  /// Comments written under it.
  public var comments: Int?
  /// Readers who liked it.
  public var likes: Int?
  /// Times it was passed on.
  public var shares: Int?
  /// Times it was opened.
  public var views: Int?

  /// Counters, each known or unknown.
  public init(
    comments: Int? = nil, likes: Int? = nil, shares: Int? = nil, views: Int? = nil
  ) {
    self.comments = comments
    self.likes = likes
    self.shares = shares
    self.views = views
  }
}
