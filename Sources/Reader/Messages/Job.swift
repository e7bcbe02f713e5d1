public import News

/// Work that takes longer than a key may.
public enum Job: Hashable, Sendable {
  /// Take in what is new in these sources; none stands for all of the library's.
  case scan([SourceID])
  /// Count where a row stands, and how many there are. Answer: `.placed`.
  case place(of: Rank, in: Shelf)
  /// Look for articles. Answer: `.found`, once with the first hits where there are many, and once
  /// with all.
  case search(SearchQuestion, SearchOrder, SearchEnd)
}
