/// RSS 2.0 with its elements as members: `rss.channel.item`.
///
/// An element that has attributes is an object; its text is then the member `#value`, `value` or
/// `_`, by who wrote it.
enum RSSInJSON: NewsFormat {
  static let name = "RSS-in-JSON"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    survey[["rss", "channel"]]?.kind == .object ? ["rss", "channel", "item"] : nil
  }

  static func masthead(in survey: JSONSurvey) -> Masthead {
    func line(_ name: String) -> String? {
      survey.text(["rss", "channel", name]).map { PlainText.line($0) }
        .flatMap { $0.isEmpty ? nil : $0 }
    }
    let publication = Publication(name: line("title"), home: line("link"))
    return Masthead(
      publication: publication == Publication() ? nil : publication, language: line("language"))
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("pubDate")
      && (element.has("link") || element.has("guid") || element.has("description"))
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.publication = masthead.publication
    article.language = masthead.language
    article.ownID = value("guid", in: element).flatMap { element.line($0, as: "guid", &problems) }
    article.title = element.words(value("title", in: element), as: "title", &problems) ?? ""
    article.url = value("link", in: element).flatMap { element.line($0, as: "link", &problems) }
    for name in ["author", "dc:creator"] as [StaticString] where article.authors.isEmpty {
      article.authors = element.names(name, of: root, &problems)
    }
    for name in ["category", "categories"] as [StaticString] {
      article.tags += texts(name, in: element, &problems)
    }
    article.image = picture(in: element, &problems)
    article.counters.comments = element.count("slash:comments", of: root, &problems)
    article.takeDates(from: element, ["pubDate", "dc:date"], under: masthead, &problems)
    takeBody(from: element, &article, &problems)
    return article.entitled(by: element, named: "title", &problems)
  }
}

extension RSSInJSON {
  /// An element's text, whether it has attributes or not.
  private static func value(_ name: StaticString, in element: borrowing JSONElement)
    -> JSONElement.Node?
  {
    element.member(name, of: element.root).map { text(of: $0, in: element) }
  }

  private static func text(of node: JSONElement.Node, in element: borrowing JSONElement)
    -> JSONElement.Node
  {
    for name in ["#value", "value", "_", "#text"] as [StaticString] {
      if let text = element.member(name, of: node) { return text }
    }
    return node
  }

  private static func texts(
    _ name: StaticString, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> [String] {
    guard let list = element.member(name, of: element.root) else { return [] }
    guard element.kind(list) == .array else {
      return element.line(text(of: list, in: element), as: name, &problems).map { [$0] } ?? []
    }
    var texts: [String] = []
    element.forEach(of: list) { item in
      if let line = element.line(text(of: item, in: element), as: name, &problems) {
        texts.append(line)
      }
    }
    return texts
  }

  /// The whole text where a feed has it beside the description, which is then a summary.
  private static func takeBody(
    from element: borrowing JSONElement, _ article: inout Article, _ problems: inout [Problem]
  ) {
    for name in ["content:encoded", "content"] as [StaticString] where article.body.isEmpty {
      article.body = element.html(value(name, in: element), as: name, base: article.url, &problems)
    }
    let description = value("description", in: element)
    if article.body.isEmpty {
      article.body = element.mixed(description, as: "description", &problems)
    } else {
      article.summary = element.summary(description, as: "description", &problems)
    }
    if article.summary == article.body.first?.text, article.body.count == 1 {
      article.summary = nil
    }
  }

  private static func picture(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> Picture?
  {
    let root = element.root
    if let enclosure = element.member("enclosure", of: root).flatMap({ element.first(of: $0) }),
      element.line("type", of: enclosure, &problems)?.hasPrefix("image") == true
    {
      return element.line(["url", "link"], of: enclosure, &problems).map { Picture(url: $0) }
    }
    return element.line("thumbnail", of: root, &problems).map { Picture(url: $0) }
  }
}
