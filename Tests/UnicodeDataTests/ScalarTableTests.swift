import TestSupport
import Testing

@testable import UnicodeData

/// Every scalar of the table against the files it is made from, read another way.
struct ScalarTableTests {
  private let records: UnicodeRecords
  private let table = ScalarTable.shared

  init() throws {
    records = try UnicodeRecords.shared.get()
  }

  /// Names the scalars for which `expected` differs from what the table says.
  private func differences<Value: Equatable>(
    _ found: (ScalarProperties) -> Value, _ expected: (Int) -> Value
  ) -> [String] {
    (0..<0x110000).compactMap { scalar in
      let own = found(table.properties(of: UInt32(scalar)))
      let right = expected(scalar)
      return own == right ? nil : "U+\(String(scalar, radix: 16)) is \(own), not \(right)"
    }
  }

  private func isNoncharacter(_ scalar: Int) -> Bool {
    scalar & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar
  }

  @Test func bidiClassesAreUnicodes() throws {
    let short = ["Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL"]
    let listed = try RangeFile("DerivedBidiClass.txt", defaults: true).values(default: "")
    let ignorable = try RangeFile(
      "DerivedCoreProperties.txt", defaults: false, property: "Default_Ignorable_Code_Point"
    ).values(default: "")
    let names = Dictionary(
      uniqueKeysWithValues: BidiClass.allCases.map { ("\($0)".uppercased(), $0) })
    let found = differences(\.bidiClass) { scalar in
      var name = records.bidi[scalar]
      if name.isEmpty {
        name = listed[scalar] == "European_Terminator" ? "ET" : short[listed[scalar]] ?? "BN"
        if ignorable[scalar] == "Y" || isNoncharacter(scalar) { name = "BN" }
      }
      return names[name] ?? .pdi
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
  }

  @Test func lineBreakClassesAreUnicodesAsRuleLB1ResolvesThem() throws {
    let long = ["Unknown": "XX", "Prefix_Numeric": "PR", "Ideographic": "ID"]
    let listed = try RangeFile("DerivedLineBreak.txt", defaults: true).values(default: "XX")
    let names = Dictionary(
      uniqueKeysWithValues: LineBreakClass.allCases.map { ("\($0)".uppercased(), $0) })
    let pictographs = try RangeFile(
      "emoji-data.txt", defaults: false, property: "Extended_Pictographic"
    ).values(default: "")
    let found = differences(\.lineBreakClass) { scalar in
      let name = long[listed[scalar]] ?? listed[scalar]
      let category = records.category[scalar]
      let isUnassignedEmoji = category == "Cn" && pictographs[scalar] == "Y"
      switch name {
      case "SA" where category == "Mn" || category == "Mc": return .cm
      case "CJ": return .ns
      case "QU" where category == "Pi": return .quInitial
      case "QU" where category == "Pf": return .quFinal
      case "ID" where isUnassignedEmoji: return .idUnassigned
      case "AI", "SA", "SG", "XX", "AL":
        return scalar == 0x25CC ? .alDottedCircle : isUnassignedEmoji ? .alUnassigned : .al
      default: return names[name] ?? .alUnassigned
      }
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
  }

  @Test func graphemeBreaksAreUnicodes() throws {
    let listed = try RangeFile("GraphemeBreakProperty.txt", defaults: true)
      .values(default: "Other")
    let names = Dictionary(
      uniqueKeysWithValues: GraphemeBreak.allCases.map { ("\($0)".lowercased(), $0) })
    let found = differences(\.graphemeBreak) { scalar in
      names[listed[scalar].filter { $0 != "_" }.lowercased()] ?? .other
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
    #expect(Set(listed).count == GraphemeBreak.allCases.count)
  }

  @Test func conjunctBreaksAndPictographsAreUnicodes() throws {
    let conjuncts = try RangeFile("DerivedCoreProperties.txt", defaults: false, property: "InCB")
      .values(default: "None")
    let found = differences(\.conjunctBreak) { scalar in
      switch conjuncts[scalar] {
      case "Consonant": .consonant
      case "Extend": .extend
      case "Linker": .linker
      default: .none
      }
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
    let pictographs = try RangeFile(
      "emoji-data.txt", defaults: false, property: "Extended_Pictographic"
    ).values(default: "")
    #expect(differences(\.isPictographic) { pictographs[$0] == "Y" }.isEmpty)
  }

  @Test func joiningTypesAreThoseOfArabicShaping() throws {
    var expected = records.category.map { ["Mn", "Me", "Cf"].contains($0) ? "T" : "U" }
    for line in try Fixture.text("ucd/ArabicShaping.txt").split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: ";").map { $0.filter { $0 != " " } }
      if let scalar = Int(fields[0], radix: 16) { expected[scalar] = String(fields[2]) }
    }
    let names = Dictionary(
      uniqueKeysWithValues: JoiningType.allCases.map { ("\($0)".uppercased(), $0) })
    let found = differences(\.joiningType) { names[expected[$0]] ?? .u }
    #expect(found.isEmpty, "\(found.prefix(10))")
  }

  @Test func widthsAreThoseOfTerminals() throws {
    let eastAsian = try RangeFile("EastAsianWidth.txt", defaults: true).values(default: "N")
    let found = differences(\.columns) { scalar in
      let own = table.properties(of: UInt32(scalar))
      let hasNoColumn = ["Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"]
        .contains(records.category[scalar])
      if hasNoColumn || own.isFormat { return 0 }
      if 0x1160...0x11FF ~= scalar || 0xD7B0...0xD7FF ~= scalar { return 0 }
      return eastAsian[scalar] == "W" || eastAsian[scalar] == "F" ? 2 : 1
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
    #expect(differences(\.isEastAsian) { "FWH".contains(eastAsian[$0]) }.isEmpty)
    #expect(CellWidth.allCases.map { Int($0.rawValue) } == [0, 1, 2])
  }

  @Test func marksAreNonspacingOrEnclosing() {
    #expect(differences(\.isMark) { ["Mn", "Me"].contains(records.category[$0]) }.isEmpty)
    #expect(differences(\.isReordered) { records.combining[$0] != 0 }.isEmpty)
    let found = (0..<UInt32(0x110000)).filter {
      CombiningClass.of($0) != records.combining[Int($0)]
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
  }

  @Test func droppedMarksAreHarakatAndNiqqud() {
    let ranges: [ClosedRange<UInt32>] = [
      0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED,
      0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7...0x05C7,
    ]
    let found = differences(\.isDroppedMark) { scalar in
      ranges.contains { $0.contains(UInt32(scalar)) }
    }
    #expect(found.isEmpty, "\(found.prefix(10))")
  }

  @Test func nothingUnsafeIsSentToATerminal() {
    let unsafe: [ClosedRange<UInt32>] = [
      0x0000...0x001F, 0x007F...0x009F, 0x00AD...0x00AD, 0x034F...0x034F, 0x061C...0x061C,
      0x0600...0x0605, 0x06DD...0x06DD, 0x070F...0x070F, 0x08E2...0x08E2, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0xD800...0xDFFF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
      0xFFFE...0xFFFF, 0xE0000...0xE01EF, 0x10FFFE...0x10FFFF,
    ]
    for scalar in unsafe.joined() {
      let own = table.properties(of: scalar)
      #expect(own.isFormat && own.columns == 0, "U+\(String(scalar, radix: 16))")
    }
    let spared = differences(\.isFormat) { scalar in
      let category = records.category[scalar]
      let isText = ["L", "N", "P", "S"].contains { category.hasPrefix($0) } || category == "Zs"
      return isText ? false : table.properties(of: UInt32(scalar)).isFormat
    }
    #expect(spared.isEmpty, "\(spared.prefix(10))")
  }

  @Test func scalarsPastTheLastHaveAClass() {
    #expect(table[0x110000] == table[0xFFFF])
    #expect(table[UInt32.max] == table[0xFFFF])
    #expect(table.properties.count <= 256)
  }
}
