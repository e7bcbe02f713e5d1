/// Articles as newsdata.io gives them: an array `results`.
enum NewsData: NewsFormat {
  static let name = "newsdata.io"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    guard survey.hasObjects(at: ["results"]) else { return nil }
    let isItsOwn = survey[["results", "0", "article_id"]] != nil
    return isItsOwn || survey[["totalResults"]] != nil ? ["results"] : nil
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("article_id") && (element.has("pubDate") || element.has("link"))
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.ownID = element.id("article_id", of: root, &problems)
    article.title = element.words(element.member("title", of: root), as: "title", &problems) ?? ""
    article.url = element.line("link", of: root, &problems)
    if let source = element.line(["source_name", "source_id"], of: root, &problems) {
      article.publication = Publication(
        name: source, home: element.line("source_url", of: root, &problems))
    }
    article.authors = element.names("creator", of: root, &problems)
    article.language = element.line("language", of: root, &problems).map { languages[$0] ?? $0 }
    article.image = element.picture("image_url", of: root, &problems)
    let tags =
      element.names("keywords", of: root, &problems)
      + element.names("category", of: root, &problems)
    article.tags = tags.distinct
    article.takeDates(from: element, ["pubDate"], under: masthead, isUTC: true, &problems)
    let description = element.member("description", of: root)
    article.body = element.mixed(element.member("content", of: root), as: "content", &problems)
    // What the service writes in place of a text that it sells.
    if article.body.first?.text.hasPrefix("ONLY AVAILABLE IN") == true { article.body = [] }
    if article.body.isEmpty {
      article.body = element.mixed(description, as: "description", &problems)
    } else {
      article.summary = element.summary(description, as: "description", &problems)
    }
    return article.entitled(by: element, named: "title", &problems)
  }

  /// The service names languages in English.
  private static let languages = [
    "arabic": "ar", "persian": "fa", "farsi": "fa", "hebrew": "he", "urdu": "ur", "pashto": "ps",
    "kurdish": "ckb", "sindhi": "sd", "uyghur": "ug", "english": "en", "french": "fr",
    "german": "de", "spanish": "es", "turkish": "tr", "russian": "ru", "chinese": "zh",
    "italian": "it", "portuguese": "pt", "japanese": "ja", "hindi": "hi", "indonesian": "id",
  ]
}
