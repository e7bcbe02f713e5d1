/// What a reader left at an article, beside the marks of its row.
public struct ArticleStatus: Equatable, Sendable {
  /// The reader's own tags, in alphabetical order.
  public var tags: [String]
  /// Where it was read to; nil where it was not left below its start.
  public var place: TextPlace?
  /// When it was read last, in seconds since 1970-01-01T00:00:00Z; nil where that is not known.
  public var readAt: Int64?
  /// When it first came into the library, in the same seconds; nil where that is not known.
  public var firstSeen: Int64?

  /// What is known of an article that nothing was done with yet, or what was.
  public init(
    tags: [String] = [], place: TextPlace? = nil, readAt: Int64? = nil, firstSeen: Int64? = nil
  ) {
    self.tags = tags
    self.place = place
    self.readAt = readAt
    self.firstSeen = firstSeen
  }
}
