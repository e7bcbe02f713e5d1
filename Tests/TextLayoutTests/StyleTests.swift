import TestSupport
import Testing
import TextLayout

/// Styles ride on the clusters, and change nothing else.
@Suite struct StyleTests {
  @Test func aStyleFollowsItsTextIntoVisualOrder() {
    // Logical: a b SP A B SP 1 2. Visual: a b SP 1 2 SP B A. Styled: b SP A, and 2.
    let styles = [StyledRange(1..<5, style: 3), StyledRange(9..<10, style: 7)]
    #expect(shown(CapRTL.text("ab AB 12"), styles) == [0, 3, 3, 0, 7, 0, 0, 3])
  }

  @Test func lettersJoinAcrossTheBorderOfAStyle() {
    let text = "\u{628}\u{628}\u{628}"
    let cells = clusters(text, [StyledRange(2..<4, style: 1)])
    #expect(cells.map(\.base) == [0xFE90, 0xFE92, 0xFE91])
    #expect(cells.map(\.style) == [0, 1, 0])
  }

  @Test func aLamAlefHasTheStyleOfItsLam() {
    let text = "\u{628}\u{644}\u{627}"
    #expect(shown(text, [StyledRange(2..<4, style: 1)]) == [1, 0])
    #expect(shown(text, [StyledRange(4..<6, style: 1)]) == [0, 0])
  }

  @Test func aClusterHasOneStyle() {
    #expect(shown("e\u{323}\u{301}x", [StyledRange(1..<6, style: 1)]) == [0, 1])
    #expect(shown("\u{1F1F5}\u{1F1F8}x", [StyledRange(0..<4, style: 1)]) == [1, 1, 0])
  }

  /// Ranges as `start end style`.
  @Test(arguments: [
    ["0 6 1", "2 4 2", "112211"],
    ["2 4 2", "0 6 1", "112211"],
    ["0 4 1", "2 6 2", "112222"],
    ["0 2 1", "0 4 2", "112200"],
    ["1 3 1", "1 3 2", "022000"],
    ["0 6 1", "1 5 2", "2 3 0", "3 4 3", "120321"],
    ["0 3 1", "1 4 2", "2 5 3", "123330"],
    ["0 2 1", "1 5 2", "3 4 3", "122320"],
    ["2 2 1", "4 99 2", "200 300 1", "000022"],
  ])
  func theRangeThatBeginsLastIsTheStyle(_ spelt: [String]) {
    let styles = spelt.dropLast().map { range in
      let numbers = range.split(separator: " ").compactMap { UInt32($0) }
      return StyledRange(numbers[0]..<numbers[1], style: UInt8(numbers[2]))
    }
    #expect(shown("abcdef", styles).map { String($0) }.joined() == spelt.last)
  }

  @Test func stylesChangeNothingOfTheLayout() throws {
    var random = Random(seed: 31)
    var typesetter = Typesetter()
    for _ in 0..<2_000 {
      let text = RandomText.text(&random)
      let options = RandomText.options(&random)
      let end = UInt32(text.utf8.count)
      let styles = (0..<4).map { number in
        let bounds = (0..<2).map { _ in UInt32.random(in: 0...end, using: &random) }.sorted()
        return StyledRange(bounds[0]..<bounds[1], style: UInt8(number))
      }
      let plain = typesetter.paragraph(text, options)
      let styled = typesetter.paragraph(text, options, styles: styles)
      let lines = plain.lines(within: 9)
      try #require(styled.lines(within: 9) == lines)
      for line in lines {
        for (a, b) in zip(plain.visual(line), styled.visual(line)) {
          try #require(a.base == b.base && a.source == b.source && a.style == 0)
          try #require(b.style == style(at: b.source.lowerBound, styles))
        }
      }
    }
  }

  /// The same by looking at every range.
  private func style(at offset: UInt32, _ styles: [StyledRange]) -> UInt8 {
    var found: StyledRange?
    for style in styles where style.range.contains(offset) {
      guard let other = found?.range, style.range != other else {
        found = style
        continue
      }
      let isInner =
        style.range.lowerBound > other.lowerBound
        || style.range.lowerBound == other.lowerBound && style.range.upperBound < other.upperBound
      if isInner { found = style }
    }
    return found?.style ?? 0
  }

  private func clusters(_ text: String, _ styles: [StyledRange]) -> [Cluster] {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text, styles: styles)
    return Array(paragraph.visual(paragraph.lines(within: .unlimited)[0]))
  }

  private func shown(_ text: String, _ styles: [StyledRange]) -> [UInt8] {
    clusters(text, styles).map(\.style)
  }
}
