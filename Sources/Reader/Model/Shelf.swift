public import News

/// Which headlines a list holds: of the whole library or of some sources, all or only the unread.
///
/// Each is one index of the store, so that no key has to look at more rows than it shows.
public struct Shelf: Hashable, Sendable {
  /// The sources whose headlines stand here, in ascending order; empty is the whole library.
  public var sources: [SourceID]
  /// Nil shows all; else only what is unread, and what was marked read after this change, so that
  /// such rows stay until the list is opened anew.
  public var openedAt: ChangeNumber?
  /// Which of these headlines, and in which order; only where it is all may read ones be left out.
  public var kind: ListKind

  /// The headlines of `sources` (none: of the library), all of them or the unread since `openedAt`.
  public init(sources: [SourceID] = [], openedAt: ChangeNumber? = nil, kind: ListKind = .all) {
    self.kind = kind
    self.sources = sources.sorted { $0.rawValue < $1.rawValue }
    self.openedAt = openedAt
  }

  /// Whether read headlines are left out.
  public var isUnreadOnly: Bool { openedAt != nil }

  /// Whether the kept counts say how many rows there are.
  var isCounted: Bool { kind == .all && !isUnreadOnly }
}
