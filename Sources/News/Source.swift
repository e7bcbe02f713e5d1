/// A source: one PATH that the library takes news from.
public struct Source: Equatable, Sendable {
  /// Its number in the store.
  public var id: SourceID
  /// The path, absolute.
  public var path: String
  /// What it holds.
  public var tally: Tally
}
