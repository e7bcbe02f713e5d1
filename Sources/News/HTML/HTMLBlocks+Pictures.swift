// Pictures, and figures with captions.

extension HTMLBlocks {
  mutating func image(_ attributes: HTMLAttributes) {
    let alternative = attributes["alt"].map { PlainText.line($0) } ?? ""
    // A letter drawn as a picture is a letter.
    if !alternative.isEmpty, alternative.count <= 2 { return append(alternative) }
    let address = HTMLAddress.picture(attributes)
    guard address != nil || !alternative.isEmpty, !isTracker(attributes, address) else { return }
    let picture = Picture(
      url: address.map { base.absolute($0) ?? $0 },
      alternative: alternative.isEmpty ? nil : alternative)
    if let figure = frames.lastIndex(where: { $0.element == .figure }) {
      frames[figure].pictures.append(picture)
      return
    }
    let block = Block(.figure(picture), "", direction: frames.last?.direction)
    if text.isEmpty { blocks.append(block) } else { pictures.append(block) }
  }

  /// Whether a picture is there to be fetched and not to be seen.
  private func isTracker(_ attributes: HTMLAttributes, _ address: String?) -> Bool {
    let sizes = [attributes["width"], attributes["height"]].compactMap { $0?.prefix { $0 != "p" } }
    if sizes.contains("0") || sizes.contains("1") { return true }
    return address.map { HTMLAddress.isTracker($0) } ?? false
  }

  mutating func caption() {
    guard let figure = frames.lastIndex(where: { $0.element == .figure }) else { return flush() }
    let words = takeText().words
    if !words.isEmpty { addCaption(words, to: figure) }
  }

  /// The figure in whose caption the text stands; a caption may be of several paragraphs.
  var captionedFigure: Int? {
    guard let figure = frames.lastIndex(where: { $0.element == .figure }),
      frames[figure...].contains(where: { $0.element == .figureCaption })
    else { return nil }
    return figure
  }

  mutating func addCaption(_ words: String, to figure: Int) {
    frames[figure].caption = frames[figure].caption.map { $0 + "\n" + words } ?? words
  }

  /// A figure's pictures, the last of which has the caption; without a picture the caption is a
  /// paragraph.
  mutating func endFigure(_ frame: Frame) {
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
