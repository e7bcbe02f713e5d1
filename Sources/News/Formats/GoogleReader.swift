/// Items as Google Reader's API gave them and FreshRSS and others give them still.
enum GoogleReader: NewsFormat {
  static let name = "Google Reader"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    guard survey.hasObjects(at: ["items"]) else { return nil }
    let item: JSONPath = ["items", "0"]
    let isItsOwn = ["origin", "crawlTimeMsec", "timestampUsec"].contains {
      survey[item.appending($0)] != nil
    }
    let id = survey.text(["id"]) ?? ""
    return isItsOwn || id.hasPrefix("user/") || id.hasPrefix("feed/") ? ["items"] : nil
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    if element.has("crawlTimeMsec") || element.has("timestampUsec") { return true }
    guard element.has("origin") || element.has("alternate") || element.has("canonical") else {
      return false
    }
    return element.has("summary") || element.has("content") || element.has("published")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.ownID = element.id("id", of: root, &problems)
    article.title = element.words(element.member("title", of: root), as: "title", &problems) ?? ""
    article.url =
      address("canonical", in: element, &problems) ?? address("alternate", in: element, &problems)
    article.publication = publication(in: element, &problems)
    article.authors = element.names("author", of: root, &problems)
    takeCategories(from: element, &article, &problems)
    article.image = enclosedPicture(in: element, &problems)
    article.takeDates(
      from: element, ["published", "crawlTimeMsec"], modified: ["updated"], under: masthead,
      &problems)
    for name in ["content", "summary"] as [StaticString] where article.body.isEmpty {
      guard let value = element.member(name, of: root) else { continue }
      let inner = element.member("content", of: value)
      article.body = element.html(inner ?? value, as: name, base: article.url, &problems)
      if article.direction == nil {
        article.direction = element.direction("direction", of: value, &problems)
      }
    }
    return article.entitled(by: element, named: "title", &problems)
  }
}

extension GoogleReader {
  private static func address(
    _ name: StaticString, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> String? {
    element.member(name, of: element.root).flatMap { element.first(of: $0) }
      .flatMap { element.line("href", of: $0, &problems) }
  }

  private static func publication(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> Publication?
  {
    guard let origin = element.member("origin", of: element.root) else { return nil }
    let stream = element.line("streamId", of: origin, &problems)
    let feed = stream.map { $0.hasPrefix("feed/") ? String($0.dropFirst(5)) : $0 }
    // FreshRSS counts its feeds: such a number is no address.
    let publication = Publication(
      name: element.words(element.member("title", of: origin), as: "title", &problems),
      feed: feed.flatMap { $0.contains("://") ? $0 : nil },
      home: element.line("htmlUrl", of: origin, &problems))
    return publication == Publication() ? nil : publication
  }

  /// `categories` has the feed's own, the reader's labels, and what the reader did.
  private static func takeCategories(
    from element: borrowing JSONElement, _ article: inout Article, _ problems: inout [Problem]
  ) {
    let names = element.names("categories", of: element.root, &problems)
    var hasState = false
    var marks = StatedMarks(isRead: false, isStarred: false)
    for name in names {
      if name.contains("/state/com.google/") {
        hasState = true
        if name.hasSuffix("/read") { marks.isRead = true }
        if name.hasSuffix("/starred") { marks.isStarred = true }
        continue
      }
      let label = name.firstRange(of: "/label/").map { String(name[$0.upperBound...]) } ?? name
      if !label.isEmpty { article.tags.append(label) }
    }
    article.tags = article.tags.distinct
    if hasState { article.marks = marks }
  }

  private static func enclosedPicture(
    in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> Picture? {
    guard let list = element.member("enclosure", of: element.root) else { return nil }
    var picture: Picture?
    element.forEach(of: list) { enclosure in
      guard picture == nil,
        element.line("type", of: enclosure, &problems)?.hasPrefix("image") == true
      else { return }
      picture = element.line("href", of: enclosure, &problems).map { Picture(url: $0) }
    }
    return picture
  }
}
