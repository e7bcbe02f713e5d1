// Quotations, and who said them.

extension HTMLBlocks {
  /// Whether a `cite` or `footer` here names who said a quotation: in one, and after its text.
  var mayAttribute: Bool {
    guard let quote = frames.last(where: { $0.element == .quote }) else { return false }
    return text.isEmpty && blocks.count > quote.start
      || !text.isEmpty && frames.last?.element == .quote
  }

  mutating func attribute(_ frame: Frame) {
    let words = takeText().words
    let dashes: Set<Character> = ["—", "–", "-", "―", "~", " "]
    let name = PlainText.line(String(words.drop { dashes.contains($0) }))
    guard !name.isEmpty, let last = blocks.indices.last else { return }
    if case .quote = blocks[last].kind { blocks[last].kind = .quote(by: name) }
  }
}
