/// schema.org's `NewsArticle` and its kin, in JSON-LD: one, an array of them, or within `@graph`.
enum SchemaOrg: NewsFormat {
  static let name = "schema.org"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    survey.hasObjects(at: ["@graph"]) ? ["@graph"] : nil
  }

  /// Names of the graph's people and papers, which its articles refer to by `@id`.
  static func masthead(in survey: JSONSurvey) -> Masthead {
    var names: [String: String] = [:]
    for index in 0..<JSONSurvey.mostNodes {
      let node: JSONPath = ["@graph", "\(index)"]
      if let id = survey.text(node.appending("@id")), let name = survey.text(node.appending("name"))
      {
        names[id] = PlainText.line(name)
      }
    }
    return Masthead(names: names)
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("@type") || element.has("@graph")
      || element.has("headline") && element.has("datePublished")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    // A page says much else in the same way: what it is part of, who publishes it, what is for sale.
    guard let (node, names) = SchemaOrg.node(in: element, &problems) else { return nil }
    let reading = Reading(node: node, names: names.merging(masthead.names) { own, _ in own })
    var article = Article(title: "")
    article.ownID = element.id("@id", of: node, &problems)
    article.title =
      element.words(
        element.member("headline", of: node), as: "headline", &problems) ?? ""
    article.url =
      reading.address("url", in: element, &problems)
      ?? reading.address("mainEntityOfPage", in: element, &problems)
    article.publication = reading.names("publisher", in: element, &problems).first.map {
      Publication(name: $0, home: element.line(at: ["publisher", "url"], of: node, &problems))
    }
    article.authors = reading.names("author", in: element, &problems)
    article.language = reading.language(in: element, &problems)
    article.dateline = element.line("dateline", of: node, &problems)
    article.image = element.picture("image", of: node, &problems)
    if article.image == nil {
      article.image = element.picture("thumbnailUrl", of: node, &problems)
    }
    let commas: Set<Character> = [",", "،"]
    let tags =
      element.names("keywords", partedBy: commas, of: node, &problems)
      + element.names("articleSection", of: node, &problems)
    article.tags = tags.distinct
    article.counters = SchemaCounters.counters(of: node, in: element, &problems)
    article.summary = element.summary(
      element.member("description", of: node), as: "description", &problems)
    article.takeDates(
      from: element, of: node, ["datePublished", "dateCreated", "uploadDate"],
      modified: ["dateModified"], under: masthead, &problems)
    article.body = element.mixed(
      element.member("articleBody", of: node) ?? element.member("text", of: node),
      as: "articleBody", &problems)
    return article.entitled(by: element, of: node, named: "name", &problems)
  }
}

extension SchemaOrg {
  /// Where the article stands in an element, and the names of what else stands in its graph.
  private static func node(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> (JSONElement.Node, names: [String: String])?
  {
    let root = element.root
    guard let graph = element.member("@graph", of: root) else {
      let isArticle = isArticle(root, in: element, &problems)
      return isArticle || !element.has("@type") ? (root, [:]) : nil
    }
    var found: JSONElement.Node?
    var names: [String: String] = [:]
    element.forEach(of: graph) { node in
      if found == nil, isArticle(node, in: element, &problems) { found = node }
      if let id = element.line("@id", of: node, &problems),
        let name = element.line("name", of: node, &problems)
      {
        names[id] = name
      }
    }
    return found.map { ($0, names) }
  }

  /// Whether a node's type, or one of several, is an article's: `NewsArticle`, `BlogPosting`, …
  private static func isArticle(
    _ node: JSONElement.Node, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> Bool {
    element.names("@type", of: node, &problems).contains { type in
      type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasSuffix("Report")
    }
  }

  /// Members that name things: in words, as objects, or by an id that is told elsewhere.
  private struct Reading {
    let node: JSONElement.Node
    let names: [String: String]

    func names(
      _ name: StaticString, in element: borrowing JSONElement, _ problems: inout [Problem]
    ) -> [String] {
      guard let value = element.member(name, of: node) else { return [] }
      var found: [String] = []
      func add(_ item: JSONElement.Node) {
        if element.kind(item) == .object, element.member("name", of: item) == nil {
          let id = element.line("@id", of: item, &problems)
          if let name = id.flatMap({ names[$0] }) { found.append(name) }
        } else if element.kind(item) == .object {
          if let name = element.line("name", of: item, &problems) { found.append(name) }
        } else if let line = element.line(item, as: name, &problems) {
          found.append(line)
        }
      }
      if element.kind(value) == .array { element.forEach(of: value, add) } else { add(value) }
      return found
    }

    func address(
      _ name: StaticString, in element: borrowing JSONElement, _ problems: inout [Problem]
    ) -> String? {
      guard let value = element.member(name, of: node) else { return nil }
      guard element.kind(value) == .object else { return element.line(value, as: name, &problems) }
      return element.line(["url", "@id"], of: value, &problems)
    }

    func language(in element: borrowing JSONElement, _ problems: inout [Problem]) -> String? {
      guard let value = element.member("inLanguage", of: node) else { return nil }
      guard element.kind(value) == .object else {
        return element.names("inLanguage", of: node, &problems).first
      }
      return element.line(["alternateName", "name"], of: value, &problems)
    }
  }
}
