public import News

/// A row that a question found.
public struct FoundRow: Equatable, Sendable {
  /// The row.
  public var headline: Headline
  /// How many rows it is away from where the question started; nil where that was not counted.
  public var distance: Int?

  /// The row `distance` rows away.
  public init(_ headline: Headline, distance: Int? = nil) {
    self.headline = headline
    self.distance = distance
  }
}
