// Words that stand out within a block: emphasis, code, links.

extension HTMLBlocks {
  /// The most parts of one block that stand out; those after them are words like others.
  private static let mostSpans = 1000

  /// Why an element's words stand out, if they do.
  func span(_ name: String, isLink: Bool) -> Block.Span.Kind? {
    if isLink { return .link }
    return switch name {
    case "em", "i", "dfn", "var": .emphasis
    case "strong", "b", "mark": .strong
    case "code", "kbd", "samp", "tt": .code
    default: nil
    }
  }

  /// Notes the words from `start` on; preformatted text has no words that stand out.
  mutating func endSpan(_ span: (kind: Block.Span.Kind, start: Int)) {
    guard !isPreformatted, spans.count < Self.mostSpans, span.start < text.count,
      let first = text[span.start...].firstIndex(where: { $0 != 0x20 })
    else { return }
    spans.append(Block.Span(first..<text.count, span.kind))
  }

  /// Takes what stands out in so many bytes of the text, behind those that are cut; what is open goes
  /// on in the next block.
  mutating func takeSpans(in count: Int, after cut: Int) -> [Block.Span] {
    for frame in frames.reversed() {
      if let span = frame.span { endSpan(span) }
    }
    for index in frames.indices { frames[index].span?.start = 0 }
    defer { spans.removeAll(keepingCapacity: true) }
    return spans.compactMap { span in
      let range = span.range.clamped(to: cut..<cut + count)
      return range.isEmpty
        ? nil : Block.Span(range.lowerBound - cut..<range.upperBound - cut, span.kind)
    }
  }
}
