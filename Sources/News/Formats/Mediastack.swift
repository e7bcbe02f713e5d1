/// News as mediastack gives it: an array `data` beside `pagination`.
enum Mediastack: NewsFormat {
  static let name = "mediastack"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    survey.hasObjects(at: ["data"]) && survey[["pagination"]]?.kind == .object ? ["data"] : nil
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("published_at") && (element.has("category") || element.has("country"))
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.title = element.words(element.member("title", of: root), as: "title", &problems) ?? ""
    article.url = element.line("url", of: root, &problems)
    article.publication = element.line("source", of: root, &problems).map { Publication(name: $0) }
    article.authors = element.names("author", of: root, &problems)
    article.language = element.line("language", of: root, &problems)
    article.image = element.picture("image", of: root, &problems)
    article.tags = element.names("category", of: root, &problems)
    article.takeDates(from: element, ["published_at"], under: masthead, &problems)
    article.body = element.mixed(
      element.member("description", of: root), as: "description", &problems)
    return article.entitled(by: element, named: "title", &problems)
  }
}
