extension NewsStore {
  /// Which rows a list has.
  public struct Scope: Hashable, Sendable {
    /// The sources it shows; empty is the whole library.
    public var sources: [SourceID]
    /// Nil: all articles. Else those not read, and those whose mark is newer than this: rows that
    /// were read since the list was opened stay in it.
    public var unreadSince: ChangeNumber?
    /// Which articles, and in which order; `unreadSince` counts only where these are all.
    public var kind: ListKind

    /// The articles of `sources`, all or those unread since a change.
    public init(
      sources: [SourceID] = [], unreadSince: ChangeNumber? = nil, kind: ListKind = .all
    ) {
      self.sources = sources
      self.unreadSince = unreadSince
      self.kind = kind
    }
  }

  /// A direction in the list.
  public enum Step: Hashable, Sendable {
    /// Down: to older articles, of lower rank.
    case next
    /// Up: to newer articles, of higher rank.
    case previous
  }
}
