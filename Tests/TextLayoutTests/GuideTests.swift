import Foundation
import TestSupport
import Testing
import TextLayout
import UnicodeData

/// The examples of the libraries' first pages, compiled, and what comes of them.
@Suite struct GuideTests {
  @Test func aParagraphIsPrintedLineByLine() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("קראתי world news היום")

    #expect(paragraph.isRightToLeft)
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }

    for line in paragraph.lines(within: 12) {
      var bytes: [UInt8] = []
      paragraph.append(line, in: .visual, to: &bytes)
      print(String(decoding: bytes, as: UTF8.self))
    }

    let (first, last) = (String("קראתי".reversed()), String("היום".reversed()))
    #expect(printed == ["world " + first, last + " news"])
  }

  @Test func clustersBecomeCells() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("a\u{4E2D}")
    let lines = paragraph.lines(within: 12)
    var cells: [(scalar: UInt32, columns: UInt8)] = []

    for cluster in paragraph.visual(lines[0]) {
      cells.append((cluster.base, cluster.columns))
    }

    #expect(cells.map(\.scalar) == [0x61, 0x4E2D])
    #expect(cells.map(\.columns) == [1, 2])
  }

  @Test func aParagraphIsWrappedAgain() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("קראתי world news היום")

    let narrow = paragraph.lines(within: 12)
    let wide = paragraph.lines(within: 80)

    #expect(narrow.map(\.columns) == [11, 9])
    #expect(wide.map(\.columns) == [21])
  }

  @Test func aColumnIsMappedAndAFindIsShown() {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph("קראתי world news היום")
    let line = paragraph.lines(within: 12)[0]

    let clicked = paragraph.offset(at: 3, in: line)
    let found = paragraph.columns(of: 0..<15, in: line)

    #expect(clicked == 14)
    #expect(found == [0..<4, 5..<11])
  }

  @Test func aStyleComesBack() {
    var typesetter = Typesetter()

    let styled = typesetter.paragraph(
      "الكتاب", styles: [StyledRange(4..<8, style: 1)])

    let cells = styled.visual(styled.lines(within: 9)[0])
    #expect(cells.map(\.style) == [0, 0, 1, 1, 0, 0])
  }

  @Test func aScalarIsLookedUp() {
    let table = ScalarTable.shared
    let alef = table.properties(of: 0x0627)

    #expect(alef.bidiClass == .al && alef.joiningType == .r && alef.columns == 1)
  }

  @Test(arguments: ["TextLayout", "UnicodeData"])
  func eachExampleOfAFirstPageStandsHere(library: String) throws {
    let page = Fixture.package.appending(path: "Sources/\(library)/\(library).docc/\(library).md")
    let compiled = try lines(of: URL(filePath: #filePath))
    let examples = try lines(of: page).split(separator: "```").enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(compiled.contains(example), "\(example)")
    }
  }

  /// The lines of a file without their indents and without empty ones; a fence is the same at both
  /// ends.
  private func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .map { $0.hasPrefix("```") ? "```" : $0 }
  }
}
