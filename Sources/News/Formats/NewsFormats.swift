/// The shapes, in the order in which they are asked: those with the most telling members first,
/// khabar's own, which a title makes, last.
enum NewsFormats {
  static let all: [any NewsFormat.Type] = [
    JSONFeed.self, SchemaOrg.self, WordPress.self, Miniflux.self, GoogleReader.self,
    NewsData.self, NewsAPI.self, Mediastack.self, NewsPlease.self, Trafilatura.self,
    Newspaper.self, Readability.self, RSSInJSON.self, SaudiNewsNets.self, KhabarArticle.self,
  ]

  /// The shape of an element that no root object explains.
  static func recognising(_ element: borrowing JSONElement) -> (any NewsFormat.Type)? {
    // The usual article is not asked thirteen questions.
    if element.has("body"), element.has("title"), !element.has("@type"),
      !JSONFeed.recognises(element)
    {
      return KhabarArticle.self
    }
    for format in all where format.recognises(element) { return format }
    return nil
  }

  /// The shape of a name, however its letters and the marks between them are written; nil where
  /// there is none.
  static func named(_ name: String) -> (any NewsFormat.Type)? {
    all.first { plain($0.name) == plain(name) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
