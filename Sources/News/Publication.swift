/// Who published an article: what an own id counts within.
public struct Publication: Hashable, Sendable {
  /// The name shown beside the headline.
  public var name: String?
  /// The feed's own address.
  public var feed: String?
  /// The home page.
  public var home: String?

  /// A publication by its name and addresses.
  public init(name: String? = nil, feed: String? = nil, home: String? = nil) {
    self.name = name
    self.feed = feed
    self.home = home
  }
}
