/// Entries as Miniflux's API gives them (`/v1/entries`).
enum Miniflux: NewsFormat {
  static let name = "Miniflux"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    guard survey.hasObjects(at: ["entries"]) else { return nil }
    let isItsOwn = survey[["entries", "0", "feed_id"]] != nil
    return isItsOwn || survey[["total"]]?.kind == .number ? ["entries"] : nil
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    element.has("feed_id") || element.has("hash") && element.has("published_at")
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    var article = Article(title: "")
    article.ownID = element.id("id", of: root, &problems)
    article.url = element.line("url", of: root, &problems)
    if let feed = element.member("feed", of: root) {
      article.publication = Publication(
        name: element.line("title", of: feed, &problems),
        feed: element.line("feed_url", of: feed, &problems),
        home: element.line("site_url", of: feed, &problems))
    }
    article.authors = element.names("author", of: root, &problems)
    article.language =
      element.line("language", of: root, &problems)
      ?? element.line(at: ["feed", "language"], of: root, &problems)
    article.tags = element.names("tags", of: root, &problems)
    if let category = element.line(at: ["feed", "category", "title"], of: root, &problems) {
      article.tags = (article.tags + [category]).distinct
    }
    article.image = enclosedPicture(in: element, &problems)
    article.marks = marks(in: element, &problems)
    article.takeDates(
      from: element, ["published_at", "created_at"], modified: ["changed_at"], under: masthead,
      &problems)
    article.body = element.html(
      element.member("content", of: root), as: "content", base: article.url, &problems)
    return article.entitled(by: element, named: "title", &problems)
  }
}

extension Miniflux {
  private static func enclosedPicture(
    in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> Picture? {
    guard let enclosures = element.member("enclosures", of: element.root) else { return nil }
    var picture: Picture?
    element.forEach(of: enclosures) { enclosure in
      guard picture == nil,
        element.line("mime_type", of: enclosure, &problems)?.hasPrefix("image/") == true
      else { return }
      picture = element.line("url", of: enclosure, &problems).map { Picture(url: $0) }
    }
    return picture
  }

  private static func marks(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> StatedMarks?
  {
    let status = element.line("status", of: element.root, &problems)
    let starred = element.member("starred", of: element.root).map { element.kind($0) }
    guard status != nil || starred != nil else { return nil }
    return StatedMarks(
      isRead: status.map { $0 != "unread" }, isStarred: starred.map { $0 == .yes })
  }
}
