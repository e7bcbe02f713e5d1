import Display
public import News
public import TextLayout
public import Words

extension PageLayout {
  /// The widest that text is set, in columns: longer lines lose the reader's eye.
  public static let widestText = 72

  /// The page of an article: kicker, headline, byline, counters, picture, body, tags and address,
  /// its text `width` columns wide; `tags` are the reader's own.
  public init(
    of article: Article, tags: [String] = [], width: Int, _ options: PageOptions,
    clock: Clock = .local,
    _ typesetter: inout Typesetter
  ) {
    let direction = article.reading(&typesetter)
    let page = ArticleBlocks(
      article: article, ownTags: tags, reading: direction, language: options.language, clock: clock)
    self.init(
      page.all, width: width, keepsMarks: options.keepsMarks, shapes: options.shapes,
      justifies: options.justifies, &typesetter)
  }

  /// How wide text is set on a screen of so many columns; the column stands in the middle.
  static func textWidth(onScreenOf columns: Int) -> Int {
    let margin = columns < 30 ? 0 : 1
    return max(1, min(widestText, columns - 2 * margin))
  }
}

extension Article {
  /// The direction that the article states, or its language has.
  var statedDirection: WritingDirection? {
    direction ?? language.flatMap { WritingDirection(language: $0) }
  }

  /// Which way the page reads: as it states, else as its headline does.
  func reading(_ typesetter: inout Typesetter) -> Direction {
    switch statedDirection {
    case .rightToLeft: .rightToLeft
    case .leftToRight: .leftToRight
    case nil: Direction(of: typesetter.paragraph(title))
    }
  }
}

extension ParagraphDirection {
  /// The direction of a text in an article: what it states itself decides; a text of a
  /// right-to-left article is right to left when it holds any such letter, or no letter at all.
  init(of text: String, stated: WritingDirection?, in article: WritingDirection?) {
    switch (stated, article) {
    case (.rightToLeft, _): self = .rightToLeft
    case (.leftToRight, _): self = .leftToRight
    case (nil, .rightToLeft):
      let hasLetters = text.unicodeScalars.contains { $0.properties.isAlphabetic }
      self = hasLetters ? .rightToLeftIfAny : .rightToLeft
    case (nil, .leftToRight), (nil, nil): self = .automatic
    }
  }
}

/// Draws the lines of the open article that are in sight.
struct ArticlePage {
  static func draw(_ model: Model, on screen: inout Screen) {
    guard let page = model.page, let layout = page.layout else { return }
    let rows = model.bodyRows
    layout.draw(
      from: page.top(in: layout, rows: rows), row: 1, rows: rows, finding: page.find,
      on: &screen)
  }
}

extension Page {
  /// The line that stands first on a screen of so many rows; the last one fills the screen.
  func top(in layout: PageLayout, rows: Int) -> Int {
    min(layout.line(at: place), layout.lastTop(rows: rows))
  }

  /// How far down the page its screen reaches, 0 to 100.
  func percent(rows: Int) -> Int? {
    guard let layout, !layout.lines.isEmpty else { return nil }
    let seen = min(top(in: layout, rows: rows) + rows, layout.lines.count)
    return seen * 100 / layout.lines.count
  }
}

extension PageLayout {
  /// The first line of the last screen.
  func lastTop(rows: Int) -> Int { max(0, lines.count - max(1, rows)) }
}
