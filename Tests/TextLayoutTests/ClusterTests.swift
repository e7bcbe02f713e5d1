import Testing
import TextLayout

/// What a cell shows of a grapheme cluster, and what never gets into one.
@Suite struct ClusterTests {
  @Test(arguments: [0x600, 0x605, 0x6DD, 0x8E2] as [UInt32])
  func signThatIsNotShownLendsNoLevelToTheLetterBehindIt(_ sign: UInt32) throws {
    let sign = String(try #require(Unicode.Scalar(sign)))
    let plain = LayoutOptions(shapes: false)
    #expect(shown("ب12\(sign)اب", plain) == "\u{628}\u{627}12\u{628}")
    #expect(shown("ب12\(sign)ب", plain) == "\u{628}12\u{628}")
    #expect(
      shown("ab\(sign)اب12", LayoutOptions(direction: .rightToLeft, shapes: false))
        == "12\u{628}\u{627}ab")
  }

  @Test func harakatAndNiqqudAreDroppedUnlessKept() {
    let text = "\u{645}\u{64F}\u{62F}\u{64E}\u{631}"
    #expect(clusters(text).allSatisfy { $0.shownMarks.isEmpty })
    let kept = clusters(text, LayoutOptions(keepsMarks: true))
    #expect(kept.map(\.shownMarks) == [[], [0x064E], [0x064F]])
    #expect(kept.map(\.columns) == [1, 1, 1])
  }

  @Test func punctuationOfHebrewIsNoPoint() {
    #expect(clusters("\u{5D0}\u{5BE}\u{5C0}\u{5C3}\u{5C6}\u{5B7}").count == 5)
  }

  @Test func keptMarksStandInCanonicalOrderFourAtMost() {
    let options = LayoutOptions(keepsMarks: true)
    let both = clusters("\u{628}\u{651}\u{64E}", options)
    #expect(both[0].shownMarks == [0x064E, 0x0651])
    let many = clusters("x" + String(repeating: "\u{323}", count: 1_000), options)
    #expect(many.count == 1)
    #expect(many[0].shownMarks == [0x323, 0x323, 0x323, 0x323])
    #expect(many[0].source == 0..<2_001)
  }

  @Test func marksOfOtherScriptsStay() {
    #expect(clusters("x\u{323}")[0].shownMarks == [0x323])
  }

  @Test func aMarkWithoutBaseStandsOnASpace() {
    let cells = clusters("\u{323}")
    #expect(cells.map(\.base) == [0x20])
    #expect(cells[0].shownMarks == [0x323])
    #expect(laid("ab \u{323}", within: 2) == ["ab", " \u{323}"])
  }

  @Test func aMarkBeforeTheFirstLetterIsKept() {
    let cells = clusters("\u{64E}\u{628}", LayoutOptions(keepsMarks: true))
    #expect(cells.map(\.base) == [0xFE8F, 0x20])
    #expect(cells[1].shownMarks == [0x064E])
  }

  @Test(arguments: [
    "\u{200E}", "\u{200F}", "\u{61C}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
    "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{FE0F}", "\u{600}", "\u{6DD}", "\u{70F}", "\u{8E2}", "\0",
    "\u{1B}", "\u{7}", "\u{7F}", "\u{9B}", "\u{FFF9}", "\u{E0041}", "\u{180E}", "\u{FFFE}",
  ])
  func controlsAndFormatCharactersAreNeverShown(_ control: String) {
    #expect(shown("a" + control + "b") == "ab")
    #expect(shown(control) == "")
  }

  @Test(arguments: [
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", [0x1F468], 2),
    ("\u{1F44D}\u{1F3FD}", [0x1F44D], 2),
    ("\u{2764}\u{FE0F}", [0x2764], 1),
    ("1\u{FE0F}\u{20E3}", [0x31], 1),
    ("\u{1F600}", [0x1F600], 2),
    ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", [0x1F3F4], 2),
    ("\u{1F1F5}\u{1F1F8}", [0x1F1F5, 0x1F1F8], 2),
    ("\u{4E2D}\u{6587}", [0x4E2D, 0x6587], 4),
    ("\u{1100}\u{1161}", [0xAC00], 2),
  ])
  func emojiAreReducedToTheirFirst(_ text: String, _ bases: [UInt32], _ columns: Int) {
    let cells = clusters(text)
    #expect(cells.map(\.base) == bases)
    #expect(cells.reduce(0) { $0 + Int($1.columns) } == columns)
    var typesetter = Typesetter()
    #expect(typesetter.paragraph(text).columns.count == columns)
  }

  @Test func aFlagKeepsItsOrderAndIsNeverParted() {
    let flag = "\u{1F1F5}\u{1F1F8}"
    let cells = clusters("\u{5D0}" + flag + "\u{5D1}")
    #expect(cells.map(\.base) == [0x05D1, 0x1F1F5, 0x1F1F8, 0x05D0])
    #expect(cells[1].source == 2..<10 && cells[2].source == 2..<10)
    #expect(laid(flag + flag, within: 3) == [flag, flag])
    #expect(laid(flag, within: 1) == [flag])
  }

  @Test func aConjunctIsSeveralClustersOfOneSource() {
    let cells = clusters("\u{915}\u{94D}\u{937}\u{93F}")
    #expect(cells.map(\.base) == [0x915, 0x937, 0x93F])
    #expect(Set(cells.map(\.source)).count == 1)
    #expect(cells[0].shownMarks == [0x94D])
  }

  @Test func aTabIsOneSpace() {
    #expect(shown("a\tb") == "a b")
    #expect(shown("a\tb\t") == "a b")
  }

  @Test func mirroredCharactersAreSourceTextInLogicalOrder() {
    let text = "\u{5D0} «\u{5D1}» (\u{5D2})"
    #expect(shown(text) == "(\u{5D2}) «\u{5D1}» \u{5D0}")
    #expect(laid(text, in: .logical) == [text])
  }

  @Test(
    arguments: [
      ([0x61, 0x80, 0x62], "a\u{FFFD}b"),
      ([0xE2, 0x82, 0x62], "\u{FFFD}b"),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE0, 0x9F, 0xBF], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF1, 0x80, 0xE1, 0x80, 0xC2], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func whatIsNoUTF8BecomesOneReplacementASubpart(_ bytes: [UInt8], _ expected: String) {
    var typesetter = Typesetter()
    let paragraph = bytes.withUnsafeBufferPointer { typesetter.paragraph(utf8: $0) }
    for order in [TextOrder.visual, .logical] {
      var output: [UInt8] = []
      paragraph.append(paragraph.lines(within: 80)[0], in: order, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == expected)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
