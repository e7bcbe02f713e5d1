/// Articles of the SaudiNewsNets collection: an array a day, in Arabic.
enum SaudiNewsNets: NewsFormat {
  static let name = "SaudiNewsNets"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("date_extracted")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "", language: "ar")
    article.url = element.line("url", of: root, &problems)
    article.publication = element.line("source", of: root, &problems).map { Publication(name: $0) }
    article.authors = element.names("author", of: root, &problems)
    article.takeDates(from: element, ["date_extracted"], under: masthead, &problems)
    article.body = element.lines(element.member("content", of: root), as: "content", &problems)
    return article.entitled(by: element, named: "title", &problems)
  }
}
