import Display
import News
import TextLayout
import Words

/// What stands on an article's page, from top to bottom.
struct ArticleBlocks {
  let article: Article
  /// The reader's own tags.
  let ownTags: [String]
  /// Which way the page reads: its own lines, such as the byline, stand at that edge.
  let reading: Direction
  let language: Language
  let clock: Clock

  /// All blocks of the page.
  var all: [TextBlock] { head + picture + bodyText + foot }
}

extension ArticleBlocks {
  /// Kicker, headline, byline and counters, close together: the body is what was opened.
  private var head: [TextBlock] {
    var blocks: [TextBlock] = []
    if let kicker = article.kicker { blocks.append(written(kicker, .kicker)) }
    blocks.append(written(article.title, .headline))
    let byline = joined(
      [article.publication?.name] + article.alsoIn + [authors, date, update])
    if !byline.isEmpty { blocks.append(told(byline, .byline)) }
    let counts = joined(counters)
    if !counts.isEmpty { blocks.append(told(counts, .byline)) }
    return blocks.map { $0.close }
  }

  private var picture: [TextBlock] {
    guard let image = article.image else { return [] }
    return lines(of: image, caption: image.caption)
  }

  /// A picture in words: what it shows, and the line under it where that says something else.
  private func lines(of picture: Picture, caption: String?) -> [TextBlock] {
    let words = picture.alternative.flatMap { $0.isEmpty ? nil : $0 }
    let line = caption.flatMap { $0.isEmpty ? nil : $0 }
    guard let shown = words ?? line else { return [] }
    let label = language.plainText(.picture)
    var blocks = [told("[\(label)] \u{2068}\(shown)\u{2069}", .byline)]
    if let line, line != shown { blocks.append(written(line, .byline).close) }
    return blocks
  }

  private var bodyText: [TextBlock] {
    var body = article.body
    if body.isEmpty, let summary = article.summary { body = [Block(.paragraph, summary)] }
    if let dateline = article.dateline, !dateline.isEmpty {
      body.lead(with: dateline)
    }
    let links = PageLinks(in: body)
    return body.indices.flatMap { index in
      let shown = blocks(of: body[index], after: index > 0 ? body[index - 1].kind : nil)
      return links.styled(shown, of: index)
    }
  }

  private func blocks(of block: Block, after previous: Block.Kind?) -> [TextBlock] {
    var shown = TextBlock(
      text: block.text, styles: block.spans.map { StyledRange($0) },
      direction: direction(of: block.text, block.direction))
    if case .heading = previous { shown.standsApart = false }
    switch block.kind {
    case .paragraph: break
    case .heading:
      shown.style = .heading
    case .quote(let speaker):
      shown.style = .quote
      shown.marker = .always("│", .dim)
      shown.indent = 2
      guard let speaker, !speaker.isEmpty else { break }
      var name = shown.close
      name.text = "— " + speaker
      name.style = .byline
      return [shown, name]
    case .item(let number):
      let marker = number.map { "\($0)." } ?? "•"
      shown.marker = .once(marker, .dim)
      shown.indent = marker.count + 1
      if case .item = previous { shown.standsApart = false }
    case .preformatted:
      shown.style = .preformatted
    case .figure(let picture):
      return lines(of: picture, caption: block.text.isEmpty ? picture.caption : block.text)
    }
    return [shown]
  }

  private var foot: [TextBlock] {
    var blocks: [TextBlock] = []
    let tags = joined(article.tags)
    if !tags.isEmpty { blocks.append(told("\(language.plainText(.tags)): \(tags)", .dim)) }
    let own = joined(ownTags)
    if !own.isEmpty { blocks.append(told("\(language.plainText(.ownTags)): \(own)", .dim)) }
    if let url = article.url, !url.isEmpty {
      blocks.append(
        TextBlock(text: url.withoutBidiControls, style: .link, direction: .leftToRight))
    }
    return blocks
  }
}

extension ArticleBlocks {
  private var authors: String? {
    article.authors.isEmpty ? nil : language.text(.by(article.authors))
  }

  private var date: String? {
    guard let date = article.date else { return article.dateText }
    return words(of: date)
  }

  private var update: String? {
    guard let modified = article.modified, let date = article.date,
      modified.seconds > date.seconds
    else { return nil }
    return language.text(.updated(words(of: modified)))
  }

  /// A date in words that no line end parts.
  private func words(of date: ArticleDate) -> String {
    language.pageDate(Moment(date), clock: clock).split(separator: " ").joined(separator: "\u{A0}")
  }

  private var counters: [String?] {
    let counters = article.counters
    return [
      counters.comments.map { language.text(.comments($0)) },
      counters.likes.map { language.text(.likes($0)) },
      counters.shares.map { language.text(.shares($0)) },
      counters.views.map { language.text(.views($0)) },
    ]
  }

  /// A text of the article itself.
  private func written(_ text: String, _ style: Style) -> TextBlock {
    TextBlock(text: text, style: style, direction: direction(of: text, nil))
  }

  /// A line of the page's own, which stands where the page begins to be read.
  private func told(_ text: String, _ style: Style) -> TextBlock {
    TextBlock(text: text, style: style, direction: reading.paragraph)
  }

  private func direction(of text: String, _ stated: WritingDirection?) -> ParagraphDirection {
    ParagraphDirection(of: text, stated: stated, in: article.statedDirection)
  }

  /// Texts side by side, each set apart (FSI … PDI) so that none turns its neighbours round; a
  /// line may end after the point between them, not before it.
  private func joined(_ texts: [String?]) -> String {
    texts.compactMap { $0 }.filter { !$0.isEmpty }
      .map { "\u{2068}\($0)\u{2069}" }.joined(separator: "\u{A0}· ")
  }
}

extension TextBlock {
  /// The same block without an empty line before it.
  fileprivate var close: TextBlock {
    var block = self
    block.standsApart = false
    return block
  }
}

extension [Block] {
  /// Puts a dateline before the first paragraph, as newspapers do, unless it stands there.
  fileprivate mutating func lead(with dateline: String) {
    guard let first, first.kind == .paragraph else {
      insert(Block(.paragraph, dateline), at: 0)
      return
    }
    guard !first.text.hasPrefix(dateline) else { return }
    let isClosed = dateline.last.map { ").:—–-".contains($0) } ?? false
    var whole = first
    (whole.text, whole.spans) = (dateline + (isClosed ? " " : " – "), [])
    whole.append(first)
    self[0] = whole
  }
}

extension StyledRange {
  /// A part of a body's text, in the style of what it is.
  fileprivate init(_ span: Block.Span) {
    let style: Style =
      switch span.kind {
      // Not slanted: letters of Arabic never are, and few terminals do it.
      case .emphasis, .strong: .strong
      case .code: .code
      case .link: .link
      }
    let range = UInt32(span.range.lowerBound)..<UInt32(span.range.upperBound)
    self.init(range, style: style.rawValue)
  }
}

extension Moment {
  /// The moment of an article's date.
  init(_ date: ArticleDate) {
    self.init(seconds: date.seconds, offset: date.offset, hasTime: date.hasTime)
  }
}
