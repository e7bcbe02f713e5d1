/// JSON Feed 1.0 and 1.1 (jsonfeed.org), by its own rules.
enum JSONFeed: NewsFormat {
  static let name = "JSON Feed"

  static func items(in survey: JSONSurvey) -> JSONPath? {
    survey.text(["version"])?.contains("jsonfeed.org/version/") == true ? ["items"] : nil
  }

  static func masthead(in survey: JSONSurvey) -> Masthead {
    func line(_ path: JSONPath) -> String? {
      survey.text(path).map { PlainText.line($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let several = (0..<JSONSurvey.mostItems).compactMap { line(["authors", "\($0)", "name"]) }
    let one = line(["author", "name"]).map { [$0] } ?? []
    return Masthead(
      publication: Publication(
        name: line(["title"]), feed: line(["feed_url"]), home: line(["home_page_url"])),
      language: line(["language"]), authors: several.isEmpty ? one : several)
  }

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    let names: [StaticString] = ["content_html", "content_text"]
    for name in names where element.member(name, of: element.root) != nil { return true }
    return false
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    // An item without an id must be discarded.
    guard let id = element.id("id", of: root, &problems) else {
      problems.append(element.problem(root, .dropped(missing: "id")))
      return nil
    }
    var article = Article(ownID: id, title: "")
    article.publication = masthead.publication
    article.authors = element.names("authors", of: root, &problems)
    if article.authors.isEmpty { article.authors = element.names("author", of: root, &problems) }
    if article.authors.isEmpty { article.authors = masthead.authors }
    article.language = element.line("language", of: root, &problems) ?? masthead.language
    article.url = element.line(["url", "external_url"], of: root, &problems)
    article.summary = element.line("summary", of: root, &problems)
    article.tags = element.names("tags", of: root, &problems)
    article.image =
      element.picture("image", of: root, &problems)
      ?? element.picture("banner_image", of: root, &problems)
      ?? attachedPicture(in: element, &problems)
    article.takeDates(
      from: element, ["date_published"], time: nil, modified: ["date_modified"], under: masthead,
      &problems)
    article.body = body(in: element, base: article.url, &problems)
    extras(in: element, &article, &problems)
    return article.entitled(by: element, named: "title", isNeeded: false, &problems)
  }
}

extension JSONFeed {
  /// `content_html`, the only member that holds markup, else `content_text`.
  private static func body(
    in element: borrowing JSONElement, base: String?, _ problems: inout [Problem]
  )
    -> [Block]
  {
    let root = element.root
    if let value = element.member("content_html", of: root) {
      let blocks = element.html(value, as: "content_html", base: base, &problems)
      if !blocks.isEmpty || !element.has("content_text") { return blocks }
    }
    if let value = element.member("content_text", of: root) {
      return element.plain(value, as: "content_text", &problems)
    }
    if element.member("content_html", of: root) == nil {
      problems.append(
        element.problem(root, .missing(member: "content_html or content_text")))
    }
    return []
  }

  /// The first attachment that is a picture.
  private static func attachedPicture(
    in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> Picture? {
    guard let attachments = element.member("attachments", of: element.root) else { return nil }
    var picture: Picture?
    element.forEach(of: attachments) { attachment in
      guard picture == nil,
        element.line("mime_type", of: attachment, &problems)?.hasPrefix("image/") == true
      else { return }
      picture = element.line("url", of: attachment, &problems).map { Picture(url: $0) }
    }
    return picture
  }

  /// What khabar writes beside the standard's members: the extension `_khabar`.
  private static func extras(
    in element: borrowing JSONElement, _ article: inout Article, _ problems: inout [Problem]
  ) {
    guard let extras = element.member("_khabar", of: element.root),
      element.kind(extras) == .object
    else { return }
    article.kicker = element.line("kicker", of: extras, &problems)
    article.dateline = element.line("dateline", of: extras, &problems)
    article.direction = element.direction("dir", of: extras, &problems)
    article.counters = Counters(
      comments: element.count("comments", of: extras, &problems),
      likes: element.count("likes", of: extras, &problems),
      shares: element.count("shares", of: extras, &problems),
      views: element.count("views", of: extras, &problems))
    if let caption = element.line("image_caption", of: extras, &problems) {
      article.image?.caption = caption
    }
  }
}
