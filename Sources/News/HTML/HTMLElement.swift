/// What an element of HTML does to a body's blocks.
enum HTMLElement: Equatable {
  /// It begins and ends a block.
  case block
  case heading(level: Int)
  case list(isNumbered: Bool)
  case item
  case quote
  case preformatted
  case figure, figureCaption
  case row, cell
  case lineBreak, rule
  case image
  /// A quotation within a sentence.
  case quotedWords
  /// Who said what a quotation quotes, where it stands in one.
  case attribution
  /// It and what it holds is no text.
  case dropped
  /// It does nothing.
  case inline

  /// What an element does by its name and by what it says of itself: what is hidden is no text,
  /// and what WordPress calls a caption is one.
  init(_ name: String, _ attributes: HTMLAttributes) {
    self.init(name)
    let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    if attributes.has("hidden") || style.contains("display:none") { self = .dropped }
    guard self == .block, let names = attributes["class"]?.split(separator: " ") else { return }
    if names.contains("wp-caption") { self = .figure }
    if names.contains("wp-caption-text") { self = .figureCaption }
  }

  /// What the element of that name does.
  init(_ name: String) {
    switch name {
    case "p", "div", "section", "article", "main", "header", "aside", "address", "nav", "center",
      "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "details", "summary",
      "fieldset", "legend", "form", "hgroup", "body", "html":
      self = .block
    case "h1": self = .heading(level: 1)
    case "h2": self = .heading(level: 2)
    case "h3": self = .heading(level: 3)
    case "h4": self = .heading(level: 4)
    case "h5": self = .heading(level: 5)
    case "h6": self = .heading(level: 6)
    case "ol": self = .list(isNumbered: true)
    case "ul", "menu", "dir": self = .list(isNumbered: false)
    case "li": self = .item
    case "blockquote": self = .quote
    case "pre", "listing", "xmp": self = .preformatted
    case "figure": self = .figure
    case "figcaption": self = .figureCaption
    case "tr": self = .row
    case "td", "th": self = .cell
    case "br": self = .lineBreak
    case "hr": self = .rule
    case "img": self = .image
    case "q": self = .quotedWords
    case "footer", "cite": self = .attribution
    case "head", "title", "script", "style", "template", "noscript", "iframe", "object", "embed",
      "applet", "svg", "math", "canvas", "video", "audio", "button", "select", "textarea",
      "input", "datalist", "noembed", "noframes", "map":
      self = .dropped
    default: self = .inline
    }
  }

  /// Whether text before it and text after it stand in different blocks.
  var partsText: Bool {
    switch self {
    case .block, .heading, .list, .item, .quote, .preformatted, .figure, .figureCaption, .row,
      .cell, .rule:
      true
    case .lineBreak, .image, .quotedWords, .attribution, .dropped, .inline: false
    }
  }
}
