/// Posts as WordPress' REST API gives them (`/wp-json/wp/v2/posts`), best with `_embed`.
enum WordPress: NewsFormat {
  static let name = "WordPress"

  static func recognises(_ element: borrowing JSONElement) -> Bool {
    let rendered: [[StaticString]] = [["title", "rendered"], ["content", "rendered"]]
    for path in rendered where element.member(at: path, of: element.root) != nil { return true }
    return false
  }

  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article? {
    let root = element.root
    func rendered(_ name: StaticString) -> JSONElement.Node? {
      element.member(at: [name, "rendered"], of: root)
    }
    var article = Article(title: "")
    article.ownID = element.id("id", of: root, &problems)
    article.title = element.words(rendered("title"), as: "title", &problems) ?? ""
    article.url = element.line("link", of: root, &problems)
    article.publication = publication(in: element, of: article.url, &problems)
    article.authors = embedded("author", in: element, &problems)
    article.language = element.line(["lang", "language"], of: root, &problems)
    article.image = picture(in: element, &problems)
    article.tags = tags(in: element, &problems)
    article.summary = element.summary(rendered("excerpt"), as: "excerpt", &problems)
    takeDates(from: element, &article, under: masthead, &problems)
    article.body = element.html(rendered("content"), as: "content", base: article.url, &problems)
    return article.entitled(by: element, named: "slug", &problems)
  }
}

extension WordPress {
  /// The site's name where a plug-in tells it, else its host. Several sites of one host count their
  /// posts each for themselves: the first address that a post was given tells its site.
  private static func publication(
    in element: borrowing JSONElement, of url: String?, _ problems: inout [Problem]
  ) -> Publication? {
    let parts = (url ?? "").split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let home =
      parts.count == 3 && parts[0].hasSuffix(":")
      ? parts[2].prefix { $0 != "/" }.isEmpty
        ? nil : "\(parts[0])//\(parts[2].prefix { $0 != "/" })/" : nil
    let name = element.line(at: ["yoast_head_json", "og_site_name"], of: element.root, &problems)
    let host = home.map { String($0.split(separator: "/")[1]) }
    guard name != nil || host != nil else { return nil }
    let first = element.line(at: ["guid", "rendered"], of: element.root, &problems)
    let site = first?.split(separator: "?", maxSplits: 1).first.map(String.init)
    let isOfHost = home.map { site?.hasPrefix($0) == true } ?? false
    let isSite = isOfHost && first?.contains("/?p=") == true
    return Publication(name: name ?? host, home: isSite ? site : home)
  }

  /// The names of what is embedded under a name.
  private static func embedded(
    _ name: StaticString, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> [String] {
    guard let list = element.member(at: ["_embedded", name], of: element.root) else { return [] }
    var names: [String] = []
    element.forEach(of: list) { item in
      if let name = element.words(element.member("name", of: item), as: "name", &problems) {
        names.append(name)
      }
    }
    return names
  }

  /// The terms, an array a taxonomy.
  private static func tags(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> [String]
  {
    guard let lists = element.member(at: ["_embedded", "wp:term"], of: element.root)
    else { return [] }
    var tags: [String] = []
    element.forEach(of: lists) { list in
      element.forEach(of: list) { term in
        if let tag = element.words(element.member("name", of: term), as: "name", &problems) {
          tags.append(tag)
        }
      }
    }
    return tags.distinct
  }

  private static func picture(in element: borrowing JSONElement, _ problems: inout [Problem])
    -> Picture?
  {
    let root = element.root
    guard
      let media = element.member(at: ["_embedded", "wp:featuredmedia"], of: root)
        .flatMap({ element.first(of: $0) }), element.member("source_url", of: media) != nil
    else {
      return element.line("jetpack_featured_media_url", of: root, &problems).map {
        Picture(url: $0)
      }
    }
    let caption = element.member(at: ["caption", "rendered"], of: media)
    return Picture(
      url: element.line("source_url", of: media, &problems),
      alternative: element.line("alt_text", of: media, &problems),
      caption: element.words(caption, as: "caption", &problems))
  }

  /// `date` is the site's own time and `date_gmt` the same in UTC; together they tell the zone.
  private static func takeDates(
    from element: borrowing JSONElement, _ article: inout Article, under masthead: Masthead,
    _ problems: inout [Problem]
  ) {
    let hasUTC = element.has("date_gmt")
    article.takeDates(
      from: element, hasUTC ? ["date_gmt"] : ["date"],
      modified: element.has("modified_gmt") ? ["modified_gmt"] : ["modified"], under: masthead,
      isUTC: true, &problems)
    guard hasUTC, let instant = article.date,
      let local = element.line("date", of: element.root, &problems),
      let there = ArticleDate(reading: local, DateHabits(isUTC: true))
    else {
      if !hasUTC {
        article.date = nil
        let modified = element.has("modified_gmt") ? article.modified : nil
        article.takeDates(
          from: element, ["date"], modified: ["modified"], under: masthead, &problems)
        article.modified = modified ?? article.modified
      }
      return
    }
    let offset = there.seconds - instant.seconds
    guard abs(offset) <= 14 * 3600, offset % 60 == 0 else { return }
    article.date?.offset = Int(offset)
    guard !element.has("modified_gmt"), article.modified?.offset == 0 else { return }
    article.modified?.seconds -= offset
    article.modified?.offset = Int(offset)
  }
}
