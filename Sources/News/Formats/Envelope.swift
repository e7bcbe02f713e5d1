/// An object around an array of articles in any shape: `articles`, `items`, `entries`, `posts` or
/// `data`, or one of these within `data`.
enum Envelope {
  private static let names = ["articles", "items", "entries", "posts", "data"]

  /// Where the articles stand; nil where the object is no envelope, but an article itself.
  static func items(in survey: JSONSurvey) -> JSONPath? {
    guard survey[["body"]] == nil else { return nil }
    let paths = names.map { JSONPath([$0]) } + names.map { JSONPath(["data", $0]) }
    return paths.first { survey.hasObjects(at: $0) }
  }

  /// Whether an element has a member that holds articles in some shape of a root object.
  static func mayHoldArticles(_ element: borrowing JSONElement) -> Bool {
    guard !element.has("body") else { return false }
    let lists: [StaticString] = [
      "articles", "items", "entries", "posts", "data", "results", "@graph", "rss",
    ]
    return lists.contains { name in
      guard let member = element.member(name, of: element.root) else { return false }
      return element.kind(member) == .array || element.kind(member) == .object
    }
  }

  /// The envelope's own name, addresses and language.
  static func masthead(in survey: JSONSurvey) -> Masthead {
    func line(_ paths: JSONPath...) -> String? {
      paths.lazy.compactMap { survey.text($0) }.map { PlainText.line($0) }.first { !$0.isEmpty }
    }
    let publication = Publication(
      name: line(["name"], ["title"], ["source", "name"], ["source"], ["publication"]),
      feed: line(["feed_url"], ["source", "feed"]),
      home: line(["home_page_url"], ["source", "home"], ["source", "url"], ["url"], ["link"]))
    return Masthead(
      publication: publication == Publication() ? nil : publication,
      language: line(["lang"], ["language"]))
  }
}
