/// One page as news-please writes it; what it did not find is the text `None`.
enum NewsPlease: NewsFormat {
  static let name = "news-please"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("maintext") || element.has("date_publish")
      || element.has("source_domain") && element.has("date_download")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    func line(_ names: [StaticString], _ problems: inout [Problem]) -> String? {
      for name in names {
        if let line = element.line(name, of: root, &problems), line != "None" { return line }
      }
      return nil
    }
    var article = Article(title: "")
    article.title = line(["title", "title_rss", "title_page"], &problems) ?? ""
    article.ownID = line(["filename"], &problems)
    article.url = line(["url"], &problems)
    article.publication = line(["source_domain"], &problems).map { Publication(name: $0) }
    article.authors = element.names("authors", of: root, &problems).filter { $0 != "None" }
    article.language = line(["language"], &problems)
    article.image = line(["image_url"], &problems).map { Picture(url: $0) }
    article.summary = line(["description"], &problems)
    article.takeDates(
      from: element, ["date_publish"], modified: ["date_modify"], under: masthead, &problems)
    article.body = element.lines(
      element.member("maintext", of: root), as: "maintext", &problems)
    if article.body.map(\.text) == ["None"] { article.body = [] }
    return article.entitled(by: element, named: "title", &problems)
  }
}
