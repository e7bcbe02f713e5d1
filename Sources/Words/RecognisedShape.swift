/// A shape of JSON, and how many articles of a file are of it.
public struct RecognisedShape: Hashable, Sendable {
  let name: String
  let articles: Int

  /// A shape by its name, and how many articles are of it.
  public init(name: String, articles: Int) {
    self.name = name
    self.articles = articles
  }
}
