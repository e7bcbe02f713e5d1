/// A source: one PATH that the library takes news from.
public struct Source: Equatable, Sendable {
  /// Its number in the store.
  public var id: SourceID
  /// The path, absolute.
  public var path: String
  /// The shape that its files are said to be of; nil lets each tell by what is in it.
  public var format: String?
  /// What it holds.
  public var tally: Tally
}
