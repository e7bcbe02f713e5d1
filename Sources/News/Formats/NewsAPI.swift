/// Articles as NewsAPI.org gives them; whatever service has `publishedAt` is much alike.
enum NewsAPI: NewsFormat {
  static let name = "NewsAPI"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    guard survey.hasObjects(at: ["articles"]) else { return nil }
    let article: JSONPath = ["articles", "0"]
    let isItsOwn = ["urlToImage", "publishedAt"].contains { survey[article.appending($0)] != nil }
    return isItsOwn || survey[["totalResults"]] != nil ? ["articles"] : nil
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("urlToImage") || element.has("publishedAt")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.title = element.words(element.member("title", of: root), as: "title", &problems) ?? ""
    article.url = element.line("url", of: root, &problems)
    if let source = element.names("source", of: root, &problems).first {
      article.publication = Publication(
        name: source, home: element.line(at: ["source", "url"], of: root, &problems))
    }
    article.authors = element.names("author", of: root, &problems)
    article.language = element.line(["language", "lang"], of: root, &problems)
    article.image =
      element.picture("urlToImage", of: root, &problems)
      ?? element.picture("image", of: root, &problems)
    article.takeDates(from: element, ["publishedAt"], under: masthead, &problems)
    let description = element.member("description", of: root)
    article.body = element.mixed(element.member("content", of: root), as: "content", &problems)
    if article.body.isEmpty {
      article.body = element.mixed(description, as: "description", &problems)
    } else {
      article.summary = element.summary(description, as: "description", &problems)
    }
    withoutRemark(&article)
    return article.entitled(by: element, named: "title", &problems)
  }

  /// The service cuts texts short and says by how much: `… [+1234 chars]`.
  private static func withoutRemark(_ article: inout Article) {
    guard let last = article.body.indices.last, article.body[last].text.hasSuffix(" chars]"),
      let start = article.body[last].text.ranges(of: "[+").last?.lowerBound
    else { return }
    article.body[last].text = PlainText.line(String(article.body[last].text[..<start]))
  }
}
