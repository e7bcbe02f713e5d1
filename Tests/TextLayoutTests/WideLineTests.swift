import Testing

@testable import TextLayout

/// Lines of clusters that take no column, one or two, which are passed over eight at a time.
@Suite struct WideLineTests {
  @Test func aLineEndsAtTheLastBreakThatFits() {
    var typesetter = Typesetter()
    for start in 0..<9 {
      let text =
        String(repeating: "x", count: start)
        + " 漢字 abcdef,  ghi 🚀🚀🚀 jk-lmnop   漢\u{2028}qrs tuvw  \u{2028} 漢字漢字漢字 xyz   "
      let paragraph = typesetter.paragraph(text)
      for width in 2...50 {
        let ends = paragraph.lines(within: Columns(width)).map(\.clusters.upperBound)
        #expect(ends == endsOneByOne(paragraph.measures, width), "\(start), \(width)")
      }
    }
  }

  /// Where lines end, found cluster by cluster; no cluster is wider than the width.
  private func endsOneByOne(_ measures: [ClusterMeasure], _ width: Int) -> [Int] {
    var ends: [Int] = []
    var start = 0
    while start < measures.count {
      var next = start
      var columns = 0
      var lastBreak: Int?
      while next < measures.count {
        columns += measures[next].columns
        if columns > width && !measures[next].hangs { break }
        next += 1
        if measures[next - 1].endsSomething { lastBreak = next }
        if measures[next - 1].mustBreakAfter { break }
      }
      let isWhole = next == measures.count || measures[next - 1].mustBreakAfter
      if !isWhole || columns > width, let lastBreak, next < measures.count { next = lastBreak }
      var end = next
      while end > start && measures[end - 1].hangs { end -= 1 }
      ends.append(end)
      start = next
    }
    return ends
  }

  @Test func textsThatGrowByOneScalarFitIntoTheirMemory() {
    var typesetter = Typesetter()
    for letter in ["a", "ب", "漢"] {
      for count in 0..<300 {
        let paragraph = typesetter.paragraph(String(repeating: letter, count: count))
        #expect(paragraph.clusters.count == count)
      }
    }
  }

  @Test func theMemoryOfAParagraphIsOnlyThatOfTheNext() {
    var typesetter = Typesetter()
    var afresh: [[String]] = []
    var again: [[String]] = []
    for text in ["one long text 漢字 with שלום inside", "", "سلام", "a\u{301}b", "one long text"] {
      let options = LayoutOptions(keepsMarks: true)
      let paragraph = typesetter.paragraph(text, options)
      let held = paragraph
      again.append(lines(of: paragraph))
      typesetter.reuse(paragraph)
      _ = typesetter.paragraph("another text, and one longer than the others are", options)
      #expect(lines(of: held) == again.last)
      afresh.append(laid(text, within: 8, options))
    }
    #expect(again == afresh)
  }

  private func lines(of paragraph: Paragraph) -> [String] {
    paragraph.lines(within: 8).map { line in
      var bytes: [UInt8] = []
      paragraph.append(line, in: .visual, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
