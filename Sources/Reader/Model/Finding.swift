public import News

/// How far the index of words is made.
public struct Indexed: Equatable, Sendable {
  /// So many articles are in it.
  public var articles: Int
  /// So many there are.
  public var all: Int

  /// So many articles of so many; nil where no article is left out.
  public init?(_ articles: Int, of all: Int) {
    guard articles < all else { return nil }
    self.articles = articles
    self.all = all
  }
}

/// The hits of a search as a list: the ranks of all, of which a window shows some.
public struct Finding: Equatable, Sendable {
  /// The ranks, the first hit's first.
  public internal(set) var ranks: [Rank]
  /// Whether these are all hits; else the first ones, and the others are on their way.
  public internal(set) var isWhole: Bool
  /// How much of the library is searched yet; nil where that is all of it.
  var indexed: Indexed?

  /// The part of the hits that a window around one of them holds.
  func stretch(around place: Int) -> [Rank] {
    let half = HeadlineWindow.limit / 2
    let start = max(0, min(place, ranks.count) - half)
    return Array(ranks[start..<min(start + HeadlineWindow.limit, ranks.count)])
  }

  /// Where a rank stands, looked for from `place` outwards; nil where it is none of the hits.
  func index(of rank: Rank, near place: Int) -> Int? {
    var before = min(place, ranks.count - 1)
    var after = before + 1
    while before >= 0 || after < ranks.count {
      if before >= 0, ranks[before] == rank { return before }
      if after < ranks.count, ranks[after] == rank { return after }
      before -= 1
      after += 1
    }
    return nil
  }

  /// Where what stood at `place` in an older finding stands now; if it went, what followed it.
  func index(after old: Finding, at place: Int) -> Int {
    guard old.ranks.indices.contains(place), !ranks.isEmpty else { return 0 }
    if let index = index(of: old.ranks[place], near: place) { return index }
    let here = Set(ranks)
    guard let next = old.ranks[place...].first(where: here.contains) else { return ranks.count - 1 }
    return index(of: next, near: place) ?? 0
  }

  /// Puts back hits that a mark has made other than what was asked for, where they stood.
  mutating func keep(_ kept: Set<Rank>, of old: Finding, in order: SearchOrder) {
    let here = Set(ranks)
    for (place, rank) in old.ranks.enumerated() where kept.contains(rank) && !here.contains(rank) {
      switch order {
      case .newest: ranks.insert(rank, at: ranks.firstIndex { $0 < rank } ?? ranks.count)
      case .best: ranks.insert(rank, at: min(place, ranks.count))
      }
    }
  }
}
