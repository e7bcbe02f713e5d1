import Display
public import News

/// An article that is open, and how far it is read.
public struct Page: Sendable {
  /// Its row in the list.
  public internal(set) var headline: Headline
  /// What it says.
  public let article: Article
  /// The first text on the screen.
  public internal(set) var place = TextPlace.start
  /// Which way it reads.
  let reading: Direction
  /// Its lines at the width they were last laid out for.
  var layout: PageLayout?

  init(_ headline: Headline, _ article: Article, reading: Direction) {
    self.headline = headline
    self.article = article
    self.reading = reading
  }
}

/// A place in a page's text, which stays where it is when lines are cut elsewhere.
public struct TextPlace: Hashable, Comparable, Sendable {
  /// The block of the page, from 0 at its top.
  public var block: Int
  /// How many bytes of UTF-8 into the block's text; the greatest is the empty line after it.
  public var offset: UInt32

  /// The top of a page.
  public static let start = TextPlace(block: 0, offset: 0)

  /// Whether `a` stands before `b`.
  public static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.block, a.offset) < (b.block, b.offset)
  }
}
