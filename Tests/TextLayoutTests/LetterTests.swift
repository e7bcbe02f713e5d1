import TestSupport
import Testing
import TextLayout
import UnicodeData

/// Every letter of the languages that are written with Arabic, those without forms among them.
@Suite struct LetterTests {
  /// Letters that have no presentation forms, by how they join.
  private static let formless: [(letters: String, joinsAfter: Bool)] = [
    ("ۂ", true), ("ۃ", false),  // Urdu
    ("ټځڅښګڼ", true), ("ډړږۍ", false),  // Pashto
    ("ڵێ", true), ("ڕۊە", false),  // Sorani and Uyghur
    ("ٽڪ", true), ("ڊڏڙ", false),  // Sindhi
    ("ؠێ", true), ("ٲٳۄۍ", false),  // Kashmiri
    ("ڠڢڧڨڽݢݣݨࣇ", true), ("ۏ", false),  // Ottoman, Jawi, Shahmukhi
  ]

  @Test(
    arguments: formless.flatMap { group in
      group.letters.unicodeScalars.map { ($0.value, group.joinsAfter) }
    })
  func aLetterWithoutFormsStaysAndItsNeighboursJoin(_ letter: UInt32, _ joinsAfter: Bool) {
    let beh: UInt32 = 0x0628
    #expect(forms([beh, letter, beh]) == [0xFE91, letter, joinsAfter ? 0xFE90 : 0xFE8F])
    #expect(columns([beh, letter, beh]) == 3)
  }

  @Test(arguments: [
    ("پچژکگیۀ", [0xFB56, 0xFB7A, 0xFB8A, 0xFB8E, 0xFB92, 0xFBFC, 0xFBA4]),  // Persian
    ("ٹڈڑںہھے", [0xFB66, 0xFB88, 0xFB8C, 0xFB9E, 0xFBA6, 0xFBAA, 0xFBAE]),  // Urdu
    ("ېۇۆۈۋڭھ", [0xFBE4, 0xFBD7, 0xFBD9, 0xFBDB, 0xFBDE, 0xFBD3, 0xFBAA]),  // Uyghur
    (
      "ڄڃڇڎڌڍڀٺٻٿ",
      [0xFB72, 0xFB76, 0xFB7E, 0xFB86, 0xFB84, 0xFB82, 0xFB5A, 0xFB5E, 0xFB52, 0xFB62]
    ),
  ])
  func aLetterAloneIsIsolated(_ letters: String, _ expected: [UInt32]) {
    #expect(letters.unicodeScalars.map { forms([$0.value]) } == expected.map { [$0] })
  }

  @Test func hamzaIsItselfAndNoonGhunnaIsWhereItHasNoForm() {
    #expect(forms([0x0628, 0x0621, 0x0628]) == [0xFE8F, 0x0621, 0xFE8F])
    #expect(forms([0x06BA]) == [0xFB9E])
    #expect(forms([0x0628, 0x06BA]) == [0xFE91, 0xFB9F])
    #expect(forms([0x0628, 0x06BA, 0x0628]) == [0xFE91, 0x06BA, 0xFE90])
    #expect(forms([0x06BA, 0x0628]) == [0x06BA, 0xFE90])
  }

  @Test func alefMaksuraHasTheFourFormsThatUyghurNeeds() {
    #expect(forms([0x0649]) == [0xFEEF])
    #expect(forms([0x0628, 0x0649]) == [0xFE91, 0xFEF0])
    #expect(forms([0x0649, 0x0628]) == [0xFBE8, 0xFE90])
    #expect(forms([0x0628, 0x0649, 0x0628]) == [0xFE91, 0xFBE9, 0xFE90])
  }

  /// Each letter of the block: joined to what its type joins it to, in the form that has, or itself.
  @Test func everyArabicLetterJoinsByItsType() throws {
    let table = ScalarTable.shared
    let letters = (UInt32(0x0620)...0x08FF).filter { letter in
      let own = table.properties(of: letter)
      return own.bidiClass == .al && own.columns == 1 && !own.isDroppedMark && letter != 0x0644
        && !(0x0700...0x074F).contains(letter) && !(0x0780...0x086F).contains(letter)
    }
    #expect(letters.count > 270)
    for letter in letters {
      let type = table.properties(of: letter).joiningType
      let own = letter == 0x0621 ? nil : PresentationForm.forms(of: letter)
      let (before, form, after): (UInt32, UInt32?, UInt32) =
        switch type {
        case .d, .c: (0xFE91, own?.medial, 0xFE90)
        case .r: (0xFE91, own?.final, 0xFE8F)
        default: (0xFE8F, own?.isolated, 0xFE8F)
        }
      let shown = form.flatMap { $0 == 0 ? nil : $0 } ?? letter
      #expect(forms([0x0628, letter, 0x0628]) == [before, shown, after])
    }
  }

  @Test(arguments: [
    (0x0622, 0xFEF5), (0x0623, 0xFEF7), (0x0625, 0xFEF9), (0x0627, 0xFEFB),
  ])
  func lamAndAlefAreOneCellWhateverMarksTheyHave(_ alef: Int, _ ligature: Int) {
    let lam: UInt32 = 0x0644
    let alef = UInt32(alef)
    let ligature = UInt32(ligature)
    for before in [[], [UInt32(0x0628)]] {
      let start: [UInt32] = before.isEmpty ? [] : [0xFE91]
      let form = before.isEmpty ? ligature : ligature + 1
      #expect(forms(before + [lam, alef]) == start + [form])
      for keepsMarks in [false, true] {
        let options = LayoutOptions(keepsMarks: keepsMarks)
        #expect(forms(before + [lam, 0x0651, 0x064E, alef, 0x064B], options) == start + [form])
        #expect(forms(before + [lam, 0x0670, alef], options) == start + [form])
      }
      let final = PresentationForm.forms(of: alef)?.final ?? 0
      let isolated = PresentationForm.forms(of: alef)?.isolated ?? 0
      let lamForms: (initial: UInt32, alone: UInt32) =
        before.isEmpty ? (0xFEDF, 0xFEDD) : (0xFEE0, 0xFEDE)
      #expect(forms(before + [lam, 0x200D, alef]) == start + [lamForms.initial, final])
      #expect(forms(before + [lam, 0x0640, alef]) == start + [lamForms.initial, 0x0640, final])
      #expect(forms(before + [lam, 0x200C, alef]) == start + [lamForms.alone, isolated])
    }
  }

  @Test func everyMirroredCharacterIsMirroredWhereTextRunsFromTheRight() throws {
    var count = 0
    for line in try Fixture.unicodeLines("BidiMirroring.txt") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: ";")
        .map { UInt32($0.filter { $0 != " " }, radix: 16) }
      guard let scalar = fields[0], let mirror = fields[1] else { continue }
      count += 1
      #expect(forms([0x05D0, scalar, 0x05D1]) == [0x05D0, composed(mirror), 0x05D1])
      #expect(forms([0x61, scalar, 0x62]) == [0x61, composed(scalar), 0x62])
    }
    #expect(count == 428)
  }

  @Test func everyPairOfBracketsTakesTheDirectionOfWhatItHolds() throws {
    var count = 0
    for line in try Fixture.unicodeLines("BidiBrackets.txt") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: ";")
        .map { $0.filter { $0 != " " } }
      guard fields[2] == "o", let open = UInt32(fields[0], radix: 16),
        let close = UInt32(fields[1], radix: 16)
      else { continue }
      count += 1
      // Left alone, the closing one would stand at the right end of a left-to-right line.
      let text = string([0x05D0, open, 0x05D1, close])
      let bases = clusters(text, LayoutOptions(direction: .leftToRight)).map(\.base)
      #expect(bases == [composed(open), 0x05D1, composed(close), 0x05D0])
    }
    #expect(count == 64)
  }

  @Test(arguments: [
    (0x0710...0x074F, 20), (0x07C0...0x07FF, 30), (0x0840...0x085F, 15), (0x1E900...0x1E943, 60),
    (0x10D00...0x10D27, 30),
  ])
  func lettersOfOtherJoiningScriptsStayAsTheyAre(_ letters: ClosedRange<UInt32>, _ fewest: Int) {
    let joining = letters.filter {
      [.d, .r, .l].contains(ScalarTable.shared.properties(of: $0).joiningType)
    }
    #expect(joining.count >= fewest)
    for letter in joining {
      #expect(forms([letter, letter]) == [letter, letter])
    }
  }
}

extension LetterTests {
  private func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap { Unicode.Scalar($0) })
    return String(view)
  }

  /// The bases of the cells in logical order.
  private func forms(
    _ scalars: [UInt32], _ options: LayoutOptions = LayoutOptions()
  ) -> [UInt32] {
    clusters(string(scalars), options).sorted { $0.source.lowerBound < $1.source.lowerBound }
      .map(\.base)
  }

  private func columns(_ scalars: [UInt32]) -> Int {
    var typesetter = Typesetter()
    return typesetter.paragraph(string(scalars)).columns.count
  }

  /// A scalar in Normalization Form C: two brackets are others' canonical equivalents.
  private func composed(_ scalar: UInt32) -> UInt32 {
    [0x2329: 0x3008, 0x232A: 0x3009][scalar] ?? scalar
  }
}
