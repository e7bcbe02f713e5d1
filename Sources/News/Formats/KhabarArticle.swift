/// khabar's own article, as `Resources/article.schema.json` describes it.
enum KhabarArticle: NewsFormat {
  static let name = "khabar"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    let names: [StaticString] = ["title", "body", "summary"]
    for name in names where element.member(name, of: element.root) != nil { return true }
    return false
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.ownID = element.id("id", of: root, &problems)
    article.kicker = element.line("kicker", of: root, &problems)
    article.publication = publication(in: element, &problems) ?? masthead.publication
    article.authors =
      element.names("author", of: root, &problems) + element.names("authors", of: root, &problems)
    if article.authors.isEmpty { article.authors = masthead.authors }
    article.language =
      element.line(["lang", "language"], of: root, &problems) ?? masthead.language
    article.direction = element.direction("dir", of: root, &problems)
    article.url = element.line("url", of: root, &problems)
    article.summary = summary(in: element, &problems)
    article.dateline = element.line("dateline", of: root, &problems)
    article.image = element.picture("image", of: root, &problems)
    article.tags = element.names("tags", partedBy: [",", ";", "،", "؛"], of: root, &problems)
    article.counters = counters(in: element, &problems)
    article.takeDates(
      from: element, ["date"], time: "time", modified: ["modified"], under: masthead, &problems)
    article.body = KhabarBody.blocks(in: element, &problems)
    return article.entitled(by: element, named: "title", isNeeded: true, &problems)
  }
}

extension KhabarArticle {
  private static func summary(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> String?
  {
    guard let value = element.member("summary", of: element.root) else { return nil }
    return element.text(value, as: "summary", &problems).map {
      PlainText.paragraphs($0).joined(separator: "\n\n")
    }
  }

  /// `source`: a name, an object, or an array whose first entry counts.
  private static func publication(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> Publication?
  {
    guard var source = element.member("source", of: element.root) else { return nil }
    if element.kind(source) == .array {
      var first: JSONElement.Node?
      element.forEach(of: source) { if first == nil { first = $0 } }
      guard let first else { return nil }
      source = first
    }
    guard element.kind(source) == .object else {
      return element.line(source, as: "source", &problems).map { Publication(name: $0) }
    }
    let publication = Publication(
      name: element.line(["name", "title"], of: source, &problems),
      feed: element.line(["feed", "feed_url"], of: source, &problems),
      home: element.line(["home", "home_page_url", "url"], of: source, &problems))
    return publication == Publication() ? nil : publication
  }

  /// `counters`, each of which may stand at the top level too.
  private static func counters(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> Counters
  {
    let root = element.root
    var inner = root
    if let value = element.member("counters", of: root) {
      if element.kind(value) == .object {
        inner = value
      } else {
        problems.append(
          element.problem(value, .wrongType(member: "counters", expected: "an object")))
      }
    }
    func count(_ name: StaticString, _ problems: inout [Problem]) -> Int? {
      if inner != root, let count = element.count(name, of: inner, &problems) { return count }
      return element.count(name, of: root, &problems)
    }
    return Counters(
      comments: count("comments", &problems), likes: count("likes", &problems),
      shares: count("shares", &problems), views: count("views", &problems))
  }
}
