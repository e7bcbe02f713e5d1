/// What a command changed in the marks.
public struct Marked: Equatable, Sendable {
  /// The number of the change; that of the last one where nothing was to be changed.
  public var change: ChangeNumber
  /// How many articles were changed.
  public var count: Int
  /// The articles that were changed, where they are at most 300; else none of them.
  public var ids: [ArticleID]
  /// The counts of the whole library after it.
  public var tally: Tally
  /// How many articles each of the command's marks changed, in the command's order.
  public var counts: [Int] = []
}
