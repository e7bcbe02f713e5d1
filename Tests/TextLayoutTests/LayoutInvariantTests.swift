import TestSupport
import Testing

@testable import TextLayout

/// What holds for every text, tried on seeded ones rich in controls, brackets, marks and emoji.
@Suite struct LayoutInvariantTests {
  @Test func everyLineOfEveryTextIsSound() throws {
    var random = Random(seed: 20)
    var typesetter = Typesetter()
    for _ in 0..<20_000 {
      let text = RandomText.text(&random)
      let paragraph = typesetter.paragraph(text, RandomText.options(&random))
      let width = Columns(Int.random(in: 0...12, using: &random))
      let lines = paragraph.lines(within: width)
      try #require(Self.isSound(paragraph, lines, width), "\(text.unicodeScalars.map(\.value))")
    }
  }

  /// Clusters in visual order are those of the lines; lines join up to the paragraph less its cut
  /// spaces; none is too wide; nothing is shown that may not be.
  static func isSound(_ paragraph: Paragraph, _ lines: [Line], _ width: Columns) -> Bool {
    var next = 0
    for line in lines {
      guard paragraph.measures[next..<line.clusters.lowerBound].allSatisfy(\.hangs) else {
        return false
      }
      next = line.clusters.upperBound
      let cells = Array(paragraph.visual(line))
      let shown = line.clusters.filter { !paragraph.clusters[$0].isInvisible }
      let sources = Set(cells.map(\.source))
      let columns = cells.reduce(0) { $0 + Int($1.columns) }
      guard columns == line.columns.count, cells.count == shown.count,
        columns <= width.count || sources.count == 1, cells.allSatisfy(isShowable),
        sources.allSatisfy({ line.source.contains($0.lowerBound) && !$0.isEmpty }),
        cells.map(\.source.lowerBound).sorted()
          == shown.map({ paragraph.clusters[$0].source })
      else { return false }
    }
    return paragraph.measures[next...].allSatisfy(\.hangs) && !lines.isEmpty
  }

  private static func isShowable(_ cluster: Cluster) -> Bool {
    guard let base = Unicode.Scalar(cluster.base), (1...2).contains(cluster.columns) else {
      return false
    }
    switch base.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }

  @Test func wrappingAgainIsWrappingAfresh() {
    var random = Random(seed: 21)
    var reused = Typesetter()
    for _ in 0..<2_000 {
      let text = RandomText.text(&random)
      let options = RandomText.options(&random)
      let paragraph = reused.paragraph(text, options)
      _ = paragraph.lines(within: 3)
      var fresh = Typesetter()
      let width = Columns(Int.random(in: 1...20, using: &random))
      #expect(fresh.paragraph(text, options).lines(within: width) == paragraph.lines(within: width))
    }
  }

  @Test func anInfiniteWidthIsOneLine() {
    var random = Random(seed: 22)
    var typesetter = Typesetter()
    for _ in 0..<2_000 {
      let text = RandomText.text(&random).filter { $0 != "\u{2028}" }
      let paragraph = typesetter.paragraph(text)
      let lines = paragraph.lines(within: .unlimited)
      #expect(lines.count == 1)
      #expect(lines[0].columns == paragraph.columns)
      #expect(paragraph.lines(within: paragraph.columns) == lines)
      #expect(paragraph.line(truncatedTo: paragraph.columns) == lines[0])
    }
  }

  @Test func truncatedLinesAreNeverTooWide() {
    var random = Random(seed: 23)
    var typesetter = Typesetter()
    for _ in 0..<5_000 {
      let paragraph = typesetter.paragraph(RandomText.text(&random), RandomText.options(&random))
      let width = Columns(Int.random(in: 0...12, using: &random))
      let line = paragraph.line(truncatedTo: width)
      let columns = paragraph.visual(line).reduce(0) { $0 + Int($1.columns) }
      #expect(columns == line.columns.count && line.columns <= width)
    }
  }

  @Test func whatIsWrittenIsWhatTheClustersShow() {
    var random = Random(seed: 24)
    var typesetter = Typesetter()
    for _ in 0..<2_000 {
      let paragraph = typesetter.paragraph(RandomText.text(&random), RandomText.options(&random))
      for line in paragraph.lines(within: 9) {
        var bytes: [UInt8] = []
        paragraph.append(line, in: .visual, to: &bytes)
        var scalars = paragraph.visual(line).flatMap { [$0.base] + $0.shownMarks }
        // A right-to-left line's leading spaces stand at its end: those are padding.
        while scalars.last == 0x20 { scalars.removeLast() }
        #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value) == scalars)
      }
    }
  }

  @Test func tatweelAndJoinersChangeNoOtherLettersLogicalText() {
    var random = Random(seed: 25)
    for _ in 0..<1_000 {
      let letters = (0..<8).compactMap { _ in
        [0x0628, 0x0644, 0x0627, 0x0631, 0x06CC, 0x0621].randomElement(using: &random)
          .flatMap { Unicode.Scalar(UInt32($0)) }
      }
      let plain = String(String.UnicodeScalarView(letters))
      for extra in ["\u{640}", "\u{200D}"] {
        let place = Int.random(in: 0...letters.count, using: &random)
        let changed =
          String(String.UnicodeScalarView(letters[..<place])) + extra
          + String(String.UnicodeScalarView(letters[place...]))
        let text = laid(changed, in: .logical)[0].unicodeScalars.filter {
          $0.value != 0x640 && $0.value != 0x200D
        }
        #expect(String(String.UnicodeScalarView(text)) == plain)
      }
    }
  }

  @Test func aLeftToRightTextKeepsItsOrderInsideAnIsolate() {
    var random = Random(seed: 26)
    for _ in 0..<1_000 {
      let plain = RandomText.text(&random).unicodeScalars.filter {
        !(0x2028...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
          && $0.value != 0x09
      }
      let text = "x" + String(String.UnicodeScalarView(plain)) + "x"
      #expect(shown("\u{2066}" + text + "\u{2069}", .init(direction: .leftToRight)) == shown(text))
    }
  }
}
