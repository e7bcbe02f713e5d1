/// The styles of a text, flat: each from its start to the start of the next.
@usableFromInline
struct StyleSpans: Sendable {
  @usableFromInline
  struct Span: Sendable {
    @usableFromInline var start: UInt32
    @usableFromInline var style: UInt8
  }

  /// In the order of the text; nil where nothing has a style, which is cheaper to copy than none.
  @usableFromInline private(set) var spans: [Span]?

  init() {}

  /// Of ranges in any order: where several stand over a place, the one that begins last has it, of
  /// those the shortest, of those the last given.
  init(_ ranges: [StyledRange]) {
    if ranges.isEmpty { return }
    let inOrder = ranges.filter { !$0.range.isEmpty }.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var spans: [Span] = []
    var open: [StyledRange] = []
    for range in inOrder {
      Self.close(&open, upTo: range.range.lowerBound, in: &spans)
      open.append(range)
      Self.begin(range.style, at: range.range.lowerBound, in: &spans)
    }
    Self.close(&open, upTo: .max, in: &spans)
    self.spans = spans
  }

  /// The style of a place in the text.
  @inlinable
  func style(at offset: UInt32) -> UInt8 {
    spans.map { Self.style(at: offset, in: $0) } ?? 0
  }

  @usableFromInline
  static func style(at offset: UInt32, in spans: [Span]) -> UInt8 {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : spans[low - 1].style
  }
}

extension StyleSpans {
  /// Ends the ranges that do so at or before `offset`, the innermost first.
  private static func close(
    _ open: inout [StyledRange], upTo offset: UInt32, in spans: inout [Span]
  ) {
    while let end = open.last?.range.upperBound, end <= offset {
      while let last = open.last, last.range.upperBound <= end { open.removeLast() }
      begin(open.last?.style ?? 0, at: end, in: &spans)
    }
  }

  private static func begin(_ style: UInt8, at start: UInt32, in spans: inout [Span]) {
    if spans.last?.start == start { spans.removeLast() }
    if spans.last?.style ?? 0 != style { spans.append(Span(start: start, style: style)) }
  }
}
