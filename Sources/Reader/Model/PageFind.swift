import News

/// What is looked for on the open page, and where it stands.
public struct PageFind: Equatable, Sendable {
  /// What is typed; empty where the words are those of a search of the library.
  public internal(set) var line = QuestionLine()
  /// Whether keys are letters of it.
  public internal(set) var isTyping: Bool
  /// Whether it was typed on the page.
  let isOwn: Bool
  /// Where the page stood when it was typed.
  let origin: TextPlace
  /// Finds the words; nil before there are any.
  var matcher: SearchMatcher?
  /// Where the words stand, from the top of the page down.
  public internal(set) var matches: [PageMatch] = []
  /// The match in front, by its number from 0.
  public internal(set) var current: Int?

  /// A line to type in, on a page that stands at `origin`.
  init(typedAt origin: TextPlace) {
    self.origin = origin
    isTyping = true
    isOwn = true
  }

  /// The words of a search of the library.
  init(_ matcher: SearchMatcher) {
    self.matcher = matcher
    origin = .start
    isTyping = false
    isOwn = false
  }
}

/// A stretch of a page's text that was looked for.
public struct PageMatch: Equatable, Sendable {
  /// Where it begins.
  let place: TextPlace
  /// Where it ends, in bytes of UTF-8 into its block's text.
  let end: UInt32

  /// Whether something of it stands behind a place.
  func ends(behind other: TextPlace) -> Bool {
    TextPlace(block: place.block, offset: end) > other
  }
}
