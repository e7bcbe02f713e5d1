/// A page as Mozilla's Readability makes of it; the only shape of others that states a direction.
enum Readability: NewsFormat {
  static let name = "Readability"

  static func recognises(_ element: borrowing JSONElement) -> Bool { element.has("textContent") }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.url = element.line("url", of: root, &problems)
    article.publication = element.line("siteName", of: root, &problems).map {
      Publication(name: $0)
    }
    article.authors = element.names("byline", of: root, &problems)
    article.language = element.line("lang", of: root, &problems)
    article.direction = element.direction("dir", of: root, &problems)
    article.summary = element.line("excerpt", of: root, &problems)
    article.takeDates(from: element, ["publishedTime"], under: masthead, &problems)
    article.body = element.html(
      element.member("content", of: root), as: "content", base: article.url, &problems)
    if article.body.isEmpty {
      article.body = element.lines(
        element.member("textContent", of: root), as: "textContent", &problems)
    }
    return article.entitled(by: element, named: "title", &problems)
  }
}
