import Display
public import News

/// An article that is open, and how far it is read.
public struct Page: Sendable {
  /// Its row in the list.
  public internal(set) var headline: Headline
  /// What it says.
  public let article: Article
  /// What was left at it.
  public internal(set) var status: ArticleStatus
  /// The first text on the screen.
  public internal(set) var place: TextPlace
  /// Which way it reads.
  let reading: Direction
  /// Whether the article is known to be in the library no more.
  var isGone = false
  /// Whether the article says something else by now.
  public internal(set) var isOutdated = false
  /// What is looked for on it.
  public internal(set) var find: PageFind?
  /// Its lines at the width they were last laid out for.
  var layout: PageLayout?

  init(_ headline: Headline, _ article: Article, _ status: ArticleStatus, reading: Direction) {
    self.headline = headline
    self.article = article
    self.status = status
    place = status.place ?? .start
    self.reading = reading
  }
}
