/// Makes blocks of what the HTML parser tells, element by element.
struct HTMLBlocks {
  /// An element that is open.
  private struct Frame {
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
  }

  private var blocks: [Block] = []
  private var frames: [Frame] = []
  private var text: [UInt8] = []
  /// White space was met that counts if text follows.
  private var owesSpace = false
  /// The item that the next text is the first block of.
  private var item: Block.Kind?
  /// Pictures met in a block, which follow it.
  private var pictures: [Block] = []
  private var droppedDepth = 0
  private var preformattedDepth = 0
  /// Whether the end of the text was left out.
  private(set) var isCut = false
  private let stop: () -> Void

  /// `stop` ends the parsing.
  init(stop: @escaping () -> Void) { self.stop = stop }

  /// The blocks, when all was told.
  mutating func finish() -> [Block] {
    while let frame = frames.last { end(frame.name) }
    flush()
    return blocks
  }

  mutating func start(_ name: String, _ attributes: HTMLAttributes) {
    guard frames.count < HTMLBody.deepest, blocks.count < Block.most else {
      isCut = true
      return stop()
    }
    var element = HTMLElement(name)
    if element == .attribution, !mayAttribute {
      element = name == "footer" ? .block : .inline
    }
    if droppedDepth == 0 {
      if element.partsText || element == .attribution { flush() }
      begin(element, attributes)
    }
    var direction = frames.last?.direction
    if element.partsText || element == .cell, let stated = attributes["dir"] {
      direction = WritingDirection(rawValue: stated.lowercased())
    }
    if element == .dropped { droppedDepth += 1 }
    if element == .preformatted { preformattedDepth += 1 }
    var frame = Frame(name: name, element: element, direction: direction, start: blocks.count)
    if element == .list(isNumbered: true) {
      frame.number = attributes["start"].flatMap { Int($0) } ?? 1
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
    case .cell: if !text.isEmpty { append(" | ") }
    case .lineBreak: breakLine()
    case .image: image(attributes)
    case .quotedWords: append("\u{201C}")
    case .block, .heading, .list, .quote, .preformatted, .figure, .figureCaption, .row, .rule,
      .attribution, .dropped, .inline:
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
      default: if frame.element.partsText { flush() }
      }
    }
    frames.removeLast()
    switch frame.element {
    case .dropped: droppedDepth -= 1
    case .preformatted: preformattedDepth -= 1
    case .item: item = nil
    case .figure: endFigure(frame)
    default: break
    }
  }

  /// A line break; two of them part paragraphs.
  private mutating func breakLine() {
    owesSpace = false
    guard let last = text.last else { return }
    if last == 0x0A, preformattedDepth == 0 { flush() } else { text.append(0x0A) }
  }

  private mutating func append(_ words: String) {
    var words = words
    words.withUTF8 { characters($0) }
  }
}

// MARK: Blocks

extension HTMLBlocks {
  /// Ends the block that is being written, if it has any text, and then shows its pictures.
  private mutating func flush() {
    let words = takeText()
    if !words.isEmpty {
      blocks.append(Block(kind, words, direction: frames.last?.direction))
      item = nil
    }
    blocks += pictures
    pictures = []
  }

  private mutating func takeText() -> String {
    defer {
      text.removeAll(keepingCapacity: true)
      owesSpace = false
    }
    let words = PlainText.lines(String(decoding: text, as: UTF8.self))
    return preformattedDepth > 0 ? Self.withoutBlankEnds(words) : Self.trimmed(words)
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

  private static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{A0}"
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func withoutBlankEnds(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let first = lines.firstIndex { !isBlank($0) } ?? lines.endIndex
    return lines[first...].joined(separator: "\n")
  }
}

// MARK: Quotations

extension HTMLBlocks {
  /// Whether a `cite` or `footer` here names who said a quotation: in one, and after its text.
  private var mayAttribute: Bool {
    guard let quote = frames.last(where: { $0.element == .quote }) else { return false }
    return text.isEmpty && blocks.count > quote.start
      || !text.isEmpty && frames.last?.element == .quote
  }

  private mutating func attribute(_ frame: Frame) {
    let words = takeText()
    let dashes: Set<Character> = ["—", "–", "-", "―", "~", " "]
    let name = PlainText.line(String(words.drop { dashes.contains($0) }))
    guard !name.isEmpty, let last = blocks.indices.last else { return }
    if case .quote = blocks[last].kind { blocks[last].kind = .quote(by: name) }
  }
}

// MARK: Pictures

extension HTMLBlocks {
  private mutating func image(_ attributes: HTMLAttributes) {
    let alternative = attributes["alt"].map { PlainText.line($0) } ?? ""
    // A letter drawn as a picture is a letter.
    if !alternative.isEmpty, alternative.count <= 2 { return append(alternative) }
    let sizes = [attributes["width"], attributes["height"]]
    guard !sizes.contains("0"), !sizes.contains("1") else { return }
    let addresses = [attributes["src"], attributes["data-src"], attributes["data-lazy-src"]]
    let address = addresses.lazy.compactMap { $0 }.map { PlainText.line($0) }
      .first { !$0.isEmpty && !$0.hasPrefix("data:") }
    guard address != nil || !alternative.isEmpty else { return }
    let picture = Picture(
      url: address, alternative: alternative.isEmpty ? nil : alternative)
    if let figure = frames.lastIndex(where: { $0.element == .figure }) {
      frames[figure].pictures.append(picture)
      return
    }
    let block = Block(.figure(picture), "", direction: frames.last?.direction)
    if text.isEmpty { blocks.append(block) } else { pictures.append(block) }
  }

  private mutating func caption() {
    guard let figure = frames.lastIndex(where: { $0.element == .figure }) else { return flush() }
    let words = takeText()
    if !words.isEmpty { frames[figure].caption = words }
  }

  /// A figure's pictures, the last of which has the caption; without a picture the caption is a
  /// paragraph.
  private mutating func endFigure(_ frame: Frame) {
    guard var last = frame.pictures.last else {
      if let caption = frame.caption {
        blocks.append(Block(.paragraph, caption, direction: frame.direction))
      }
      return
    }
    for picture in frame.pictures.dropLast() {
      blocks.append(Block(.figure(picture), "", direction: frame.direction))
    }
    last.caption = frame.caption.map { PlainText.line($0) }
    blocks.append(Block(.figure(last), last.caption ?? "", direction: frame.direction))
  }
}
