/// A picture, which a terminal shows as its words.
public struct Picture: Hashable, Sendable {
  /// Its address.
  public var url: String?
  /// What it shows, for those who don't see it.
  public var alternative: String?
  /// The line under it.
  public var caption: String?

  /// A picture at `url`, in words.
  public init(url: String? = nil, alternative: String? = nil, caption: String? = nil) {
    self.url = url
    self.alternative = alternative
    self.caption = caption
  }
}
