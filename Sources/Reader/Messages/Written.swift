/// What a change did.
public struct Written: Equatable, Sendable {
  /// How many articles are read, or not read, that were not so before.
  public var count: Int
  /// How the shelf's sources stand after it.
  public var standing: Standing

  /// A change that changed `count` articles.
  public init(count: Int, standing: Standing) {
    self.count = count
    self.standing = standing
  }
}
