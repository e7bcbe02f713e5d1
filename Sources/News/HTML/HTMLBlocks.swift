/// Makes blocks of what the HTML parser tells, element by element.
struct HTMLBlocks {
  /// An element that is open.
  struct Frame {
    var name: String
    var element: HTMLElement
    var direction: WritingDirection?
    /// The number of a numbered list's next item.
    var number = 1
    /// How many blocks stood before it.
    var start: Int
    /// A figure's pictures and its caption.
    var pictures: [Picture] = []
    var caption: String?
    /// A row's cells, each as its blocks.
    var cells: [Range<Int>] = []
    /// Where a link leads.
    var link: Link?
    /// Why its words stand out, and where they begin.
    var span: (kind: Block.Span.Kind, start: Int)?
    /// Where text that stands above or below the line begins.
    var shift: Int?
    /// What sets its text apart from the direction around it, and what ends that.
    var isolate: (opening: String, closing: String)?
  }

  var blocks: [Block] = []
  var frames: [Frame] = []
  var text: [UInt8] = []
  /// What stands out in it, by its bytes.
  var spans: [Block.Span] = []
  /// White space was met that counts if text follows.
  var owesSpace = false
  /// The item that the next text is the first block of.
  private var item: Block.Kind?
  /// Pictures met in a block, which follow it.
  var pictures: [Block] = []
  private var droppedDepth = 0
  private var preformattedDepth = 0
  var isPreformatted: Bool { preformattedDepth > 0 }
  /// The addresses of links, in the order of their numbers.
  var links: [String] = []
  var linkNumbers: [String: Int] = [:]
  /// What addresses without a host are relative to.
  let base: HTMLAddress
  let numbersLinks: Bool
  /// Whether the end of the text was left out.
  private(set) var isCut = false
  private let stop: () -> Void

  /// The blocks of a page at `base`; `stop` ends the parsing.
  init(base: HTMLAddress, numbersLinks: Bool, stop: @escaping () -> Void) {
    self.base = base
    self.numbersLinks = numbersLinks
    self.stop = stop
  }

  /// The blocks, when all was told.
  mutating func finish() -> [Block] {
    while let frame = frames.last { end(frame.name) }
    flush()
    appendLinks()
    return blocks
  }

  mutating func start(_ name: String, _ attributes: HTMLAttributes) {
    guard frames.count < HTMLBody.deepest, blocks.count < Block.most else {
      isCut = true
      return stop()
    }
    var element = HTMLElement(name, attributes)
    if element == .attribution, !mayAttribute {
      element = name == "footer" ? .block : .inline
    }
    if droppedDepth == 0 {
      if element.partsText || element == .attribution { flush() }
      begin(element, attributes)
    }
    let direction = element.partsText ? direction(attributes) : frames.last?.direction
    if element == .dropped { droppedDepth += 1 }
    if element == .preformatted { preformattedDepth += 1 }
    var frame = Frame(name: name, element: element, direction: direction, start: blocks.count)
    if element == .list(isNumbered: true) {
      frame.number = attributes["start"].flatMap { Int($0) } ?? 1
    }
    if element == .inline, droppedDepth == 0 {
      frame.isolate = isolate(name, attributes)
      if let isolate = frame.isolate { append(isolate.opening) }
      frame.link = link(name, attributes)
      frame.span = span(name, isLink: frame.link != nil).map { ($0, text.count) }
      if name == "sup" || name == "sub" { frame.shift = text.count }
    }
    frames.append(frame)
  }

  mutating func end(_ name: String) {
    guard let index = frames.lastIndex(where: { $0.name == name }) else { return }
    while frames.count > index { endInnermost() }
  }

  mutating func characters(_ characters: UnsafeBufferPointer<UInt8>) {
    guard droppedDepth == 0 else { return }
    if preformattedDepth > 0 {
      text.append(contentsOf: characters)
      return
    }
    for byte in characters {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        owesSpace = true
      default:
        if owesSpace, let last = text.last, last != 0x0A { text.append(0x20) }
        owesSpace = false
        text.append(byte)
      }
    }
  }
}

// MARK: Elements

extension HTMLBlocks {
  /// What happens at a start tag, after the block before it was ended.
  private mutating func begin(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    switch element {
    case .item: beginItem(attributes)
    case .lineBreak: breakLine()
    case .image: image(attributes)
    case .quotedWords: append("\u{201C}")
    case .block, .heading, .list, .quote, .preformatted, .figure, .figureCaption, .row, .cell,
      .rule, .attribution, .dropped, .inline:
      break
    }
  }

  private mutating func beginItem(_ attributes: HTMLAttributes) {
    let list = frames.lastIndex {
      if case .list = $0.element { true } else { false }
    }
    guard let list, frames[list].element == .list(isNumbered: true) else {
      item = .item(number: nil)
      return
    }
    let number = attributes["value"].flatMap { Int($0) } ?? frames[list].number
    frames[list].number = number &+ 1
    item = .item(number: number)
  }

  private mutating func endInnermost() {
    guard let frame = frames.last else { return }
    if droppedDepth == 0 {
      switch frame.element {
      case .attribution: attribute(frame)
      case .figureCaption: caption()
      case .quotedWords: append("\u{201D}")
      case .inline:
        if let isolate = frame.isolate { append(isolate.closing) }
        if let shift = frame.shift { shiftDigits(from: shift, isAbove: frame.name == "sup") }
        if let span = frame.span { endSpan(span) }
        if let link = frame.link { number(link, from: frame.start) }
      default: if frame.element.partsText { flush() }
      }
    }
    frames.removeLast()
    switch frame.element {
    case .dropped: droppedDepth -= 1
    case .preformatted: preformattedDepth -= 1
    case .item: item = nil
    case .figure: endFigure(frame)
    case .cell: endCell(frame)
    case .row: endRow(frame)
    default: break
    }
  }

  /// A line break; two of them part paragraphs.
  private mutating func breakLine() {
    owesSpace = false
    guard let last = text.last else { return }
    if last == 0x0A, preformattedDepth == 0 { flush() } else { text.append(0x0A) }
  }

  mutating func append(_ words: String) {
    var words = words
    words.withUTF8 { characters($0) }
  }
}

// MARK: Blocks

extension HTMLBlocks {
  /// Ends the block that is being written, if it has any text, and then shows its pictures.
  mutating func flush() {
    let isolates = frames.compactMap(\.isolate)
    for isolate in isolates.reversed() where !text.isEmpty { append(isolate.closing) }
    let (words, spans) = takeText()
    defer { for isolate in isolates { append(isolate.opening) } }
    if !words.isEmpty, let figure = captionedFigure {
      addCaption(words, to: figure)
    } else if !words.isEmpty {
      blocks.append(Block(kind, words, spans: spans, direction: frames.last?.direction))
      item = nil
    }
    blocks += pictures
    pictures = []
  }

  /// The text so far and what stands out in it; that is lost where controls had to be taken out.
  mutating func takeText() -> (words: String, spans: [Block.Span]) {
    defer {
      text.removeAll(keepingCapacity: true)
      owesSpace = false
    }
    let clean = PlainText.lines(String(decoding: text, as: UTF8.self))
    if isPreformatted { return (Self.withoutBlankEnds(clean), takeSpans(in: 0, after: 0)) }
    let trimmed = Self.trimmed(clean)
    let cut = clean.utf8.distance(from: clean.startIndex, to: trimmed.startIndex)
    let spans = takeSpans(in: trimmed.utf8.count, after: cut)
    return (String(trimmed), clean.utf8.count == text.count ? spans : [])
  }

  /// The kind of the block that is being written, by the innermost element that says.
  private var kind: Block.Kind {
    if preformattedDepth > 0 { return .preformatted }
    if let item { return item }
    for frame in frames.reversed() {
      switch frame.element {
      case .heading(let level): return .heading(level: level)
      case .quote: return .quote(by: nil)
      default: continue
      }
    }
    return .paragraph
  }

  private static func trimmed(_ text: String) -> Substring {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{A0}"
    }
    func isIsolate(_ scalar: Unicode.Scalar) -> Bool {
      0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
    }
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { !isSpace($0) && !isIsolate($0) }),
      let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return text.prefix(0) }
    return text[first..<scalars.index(after: last)]
  }

  private static func withoutBlankEnds(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let first = lines.firstIndex { !isBlank($0) } ?? lines.endIndex
    return lines[first...].joined(separator: "\n")
  }
}
