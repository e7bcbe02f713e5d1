public import News

/// How the shelf's sources stand: their counts, and the number of the store's last change.
public struct Standing: Equatable, Sendable {
  /// The counts of the shelf's sources, read ones included.
  public var tally: Tally
  /// The last change in the store.
  public var change: ChangeNumber

  /// Counts as they are at `change`.
  public init(tally: Tally, change: ChangeNumber) {
    self.tally = tally
    self.change = change
  }
}
