/// One page as newspaper3k and newspaper4k write it.
enum Newspaper: NewsFormat {
  static let name = "newspaper"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    let telling =
      ["top_image", "top_img", "meta_lang", "meta_img", "meta_site_name"]
      as [StaticString]
    if element.has("publish_date") { return true }
    guard element.has("text") || element.has("movies") else { return false }
    for name in telling where element.has(name) { return true }
    return false
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.url = element.line(["canonical_link", "url", "source_url"], of: root, &problems)
    article.publication = element.line("meta_site_name", of: root, &problems).map {
      Publication(name: $0)
    }
    article.authors = element.names("authors", of: root, &problems)
    article.language = element.line(["language", "meta_lang"], of: root, &problems)
    for name in ["top_image", "top_img", "meta_img", "images"] as [StaticString]
    where article.image == nil {
      article.image = element.picture(name, of: root, &problems)
    }
    let tags =
      element.names("keywords", of: root, &problems)
      + element.names("tags", of: root, &problems)
    article.tags = tags.distinct
    let summary =
      element.member("summary", of: root) ?? element.member("meta_description", of: root)
    if let summary, let text = element.text(summary, as: "summary", &problems) {
      let paragraphs = PlainText.paragraphs(text)
      article.summary = paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
    }
    article.takeDates(from: element, ["publish_date"], under: masthead, &problems)
    article.body = element.plain(element.member("text", of: root), as: "text", &problems)
    return article.entitled(by: element, named: "title", &problems)
  }
}
