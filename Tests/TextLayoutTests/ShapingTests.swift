import Testing
import TextLayout

/// Presentation forms in logical order: what each letter of a text becomes.
@Suite struct ShapingTests {
  @Test(arguments: [
    ("\u{628}\u{628}\u{628}", [0xFE91, 0xFE92, 0xFE90]),
    ("\u{627}\u{628}", [0xFE8D, 0xFE8F]),
    ("\u{621}\u{628}", [0x0621, 0xFE8F]),
    ("\u{628}\u{200D}", [0xFE91]),
    ("\u{200D}\u{628}", [0xFE90]),
    ("\u{200D}\u{200E}\u{628}", [0xFE90]),
    ("\u{2067}\u{200D}\u{200F}\u{628}", [0xFE90]),
    ("\u{628}\u{200C}\u{628}", [0xFE8F, 0xFE8F]),
    ("\u{628}\u{640}\u{628}", [0xFE91, 0x0640, 0xFE90]),
    ("\u{628}\u{200F}\u{628}", [0xFE91, 0xFE90]),
    ("\u{628}\u{649}\u{628}", [0xFE91, 0xFBE9, 0xFE90]),
    ("\u{628}\u{6BA}\u{628}", [0xFE91, 0x06BA, 0xFE90]),
    ("\u{628}\u{6D5}", [0xFE91, 0x06D5]),
    ("\u{628}\u{6C2}", [0xFE91, 0x06C2]),
    ("\u{67E}\u{686}\u{698}\u{6AF}", [0xFB58, 0xFB7D, 0xFB8B, 0xFB92]),
    ("\u{6CC}\u{6A9}\u{6CC}", [0xFBFE, 0xFB91, 0xFBFD]),
    ("\u{688}\u{627}\u{6A9}\u{679}\u{631}", [0xFB88, 0xFE8D, 0xFB90, 0xFB69, 0xFEAE]),
    ("\u{62A}\u{67C}\u{62A}", [0xFE97, 0x067C, 0xFE96]),
  ])
  func lettersTakeTheirForms(_ text: String, _ forms: [UInt32]) {
    #expect(logicalBases(text) == forms)
  }

  @Test(arguments: [
    ("\u{644}\u{627}", [0xFEFB]),
    ("\u{644}\u{622}", [0xFEF5]),
    ("\u{644}\u{623}", [0xFEF7]),
    ("\u{644}\u{625}", [0xFEF9]),
    ("\u{628}\u{644}\u{627}", [0xFE91, 0xFEFC]),
    ("\u{644}\u{627}\u{644}\u{627}", [0xFEFB, 0xFEFB]),
    ("\u{644}\u{627}\u{653}", [0xFEF5]),
    ("\u{644}\u{64E}\u{627}", [0xFEFB]),
    ("\u{644}\u{200C}\u{627}", [0xFEDD, 0xFE8D]),
    ("\u{644}\u{200D}\u{627}", [0xFEDF, 0xFE8E]),
    ("\u{644}\u{640}\u{627}", [0xFEDF, 0x0640, 0xFE8E]),
    ("\u{644}\u{200F}\u{627}", [0xFEDF, 0xFE8E]),
    ("\u{644}\u{671}", [0xFEDF, 0xFB51]),
    ("\u{6B5}\u{627}", [0x06B5, 0xFE8E]),
  ])
  func lamAndAlefTakeOneColumn(_ text: String, _ forms: [UInt32]) {
    #expect(logicalBases(text) == forms)
  }

  @Test func ezafeIsKeptInTheLogicalText() {
    #expect(laid("خانه\u{654} من", in: .logical) == ["خانه\u{654} من"])
    #expect(laid("ب\u{654}", in: .logical) == ["ب"])
  }

  @Test func marksOfLamAlefGoToItsCell() {
    let options = LayoutOptions(keepsMarks: true)
    let cells = clusters("\u{644}\u{651}\u{64E}\u{627}\u{64B}", options)
    #expect(cells.map(\.base) == [0xFEFB])
    #expect(cells[0].shownMarks == [0x064E, 0x0651, 0x064B])
    #expect(cells[0].source == 0..<10)
    #expect(cells[0].columns == 1)
  }

  @Test func lamAlefIsLeftApartAtAnEvenLevel() {
    #expect(logicalBases("\u{202D}\u{644}\u{627}") == [0xFEDD, 0xFE8D])
  }

  @Test func atAnEvenLevelLettersJoinToWhatTheyStandBeside() {
    #expect(logicalBases("\u{202D}\u{628}\u{628}\u{628}") == [0xFE90, 0xFE92, 0xFE91])
    #expect(logicalBases("\u{202D}\u{627}\u{628}") == [0xFE8E, 0xFE91])
  }

  @Test func lettersJoinWithinOneLevelOnly() {
    let text = "\u{628}\u{2067}\u{628}\u{2069}\u{628}"
    #expect(logicalBases(text).allSatisfy { $0 == 0xFE8F })
    #expect(logicalBases("\u{628}\u{200E}\u{628}") == [0xFE8F, 0xFE8F])
  }

  @Test func withoutShapingBaseLettersStandInOrder() {
    let options = LayoutOptions(shapes: false)
    #expect(
      shown("\u{628}\u{644}\u{627} (a)", options) == "(a) \u{627}\u{644}\u{628}")
  }

  @Test(arguments: [
    ("\u{62E}\u{627}\u{646}\u{647}\u{654}", [0xFEA7, 0xFE8E, 0xFEE7, 0xFBA5]),
    ("\u{631}\u{627}\u{647}\u{654}", [0xFEAD, 0xFE8D, 0xFBA4]),
    ("\u{647}\u{654}\u{645}", [0xFEEB, 0xFEE2]),
    ("\u{62E}\u{627}\u{646}\u{6C0}", [0xFEA7, 0xFE8E, 0xFEE7, 0xFBA5]),
  ])
  func theEzafeNeedsNoMark(_ text: String, _ forms: [UInt32]) {
    #expect(logicalBases(text) == forms)
  }

  @Test func composedLettersAreTheSameAsPrecomposedOnes() {
    for (apart, whole) in [
      ("\u{627}\u{653}", "\u{622}"), ("\u{627}\u{654}", "\u{623}"), ("\u{627}\u{655}", "\u{625}"),
      ("\u{648}\u{654}", "\u{624}"), ("\u{64A}\u{654}", "\u{626}"), ("\u{6D2}\u{654}", "\u{6D3}"),
      ("e\u{301}", "\u{E9}"),
    ] {
      #expect(logicalBases("\u{628}" + apart) == logicalBases("\u{628}" + whole))
    }
  }

  /// The bases of the cells in logical order.
  private func logicalBases(_ text: String) -> [UInt32] {
    clusters(text).sorted { $0.source.lowerBound < $1.source.lowerBound }.map(\.base)
  }
}
