/// One page as `trafilatura --json` writes it.
enum Trafilatura: NewsFormat {
  static let name = "trafilatura"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("source-hostname") || element.has("raw_text")
      || element.has("text") && (element.has("fingerprint") || element.has("hostname"))
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    let marks: Set<Character> = [";"]
    var article = Article(title: "")
    // `source` is the address.
    article.url = element.line(["source", "url"], of: root, &problems)
    article.ownID = element.id("id", of: root, &problems)
    // The fingerprint changes with the text: it is an id only where there is no better one.
    if article.ownID == nil, article.url == nil {
      article.ownID = element.id("fingerprint", of: root, &problems)
    }
    article.publication = element.line(
      ["source-hostname", "sitename", "hostname"], of: root, &problems
    ).map { Publication(name: $0) }
    article.authors = element.names("author", partedBy: marks, of: root, &problems)
    article.language = element.line("language", of: root, &problems)
    article.image = element.picture("image", of: root, &problems)
    let tags =
      element.names("categories", partedBy: marks, of: root, &problems)
      + element.names("tags", partedBy: marks, of: root, &problems)
    article.tags = tags.distinct
    article.summary = element.line(["excerpt", "description"], of: root, &problems)
    article.takeDates(from: element, ["date"], under: masthead, &problems)
    article.body = element.lines(element.member("text", of: root), as: "text", &problems)
    if article.body.isEmpty {
      article.body = element.lines(element.member("raw_text", of: root), as: "raw_text", &problems)
    }
    return article.entitled(by: element, named: "title", &problems)
  }
}
