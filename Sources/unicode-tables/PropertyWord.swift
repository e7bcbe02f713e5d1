/// Packs all that the tables say of one scalar into 32 bits, as `ScalarProperties` unpacks them.
struct PropertyWord {
  /// The order is that of `BidiClass`.
  static let bidiClasses = [
    "L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRE", "LRO",
    "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
  ]
  /// The order is that of `LineBreakClass`.
  static let lineBreakClasses = [
    "BK", "CR", "LF", "NL", "SP", "ZW", "WJ", "GL", "CM", "ZWJ", "AL", "HL", "NU", "OP", "CP",
    "CL", "QU", "QUi", "QUf", "EX", "IS", "SY", "HY", "HH", "BA", "BB", "B2", "CB", "IN", "NS",
    "PR", "PO", "ID", "IDu", "EB", "EM", "RI", "JL", "JV", "JT", "H2", "H3", "AP", "AK", "AS",
    "VF", "VI", "ALd", "ALu",
  ]
  /// The order is that of `GraphemeBreak`.
  static let graphemeBreaks = [
    "Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend",
    "SpacingMark", "L", "V", "T", "LV", "LVT",
  ]
  /// The order is that of `IndicConjunctBreak`.
  static let conjunctBreaks = ["None", "Consonant", "Extend", "Linker"]
  /// The order is that of `JoiningType`.
  static let joiningTypes = ["U", "L", "R", "D", "C", "T"]

  private static let dottedCircle = 0x25CC
  /// The vowels and trailing consonants of old Hangul, which a terminal puts into the cell before.
  private static let jamo = [0x1160...0x11FF, 0xD7B0...0xD7FF]
  private static let noncharacters =
    [0xFDD0...0xFDEF] + (0...16).map { $0 << 16 | 0xFFFE...$0 << 16 | 0xFFFF }
  private static let droppedMarks = [
    0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7...0x05C7,
    0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED,
  ]
  private static var ranges: [ClosedRange<Int>] {
    jamo + noncharacters + droppedMarks + [dottedCircle...dottedCircle]
  }

  private let database: Database
  private let normalization: Normalization
  private let forms: FormTables

  /// Scalars between two of these have the same word.
  let borders: [Int]

  init(_ database: Database, _ normalization: Normalization, _ forms: FormTables) {
    let own = Self.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] }
    let letters = forms.forms.keys.flatMap { [$0, $0 + 1] }
    let doubtful = normalization.uncertain.flatMap { [$0, $0 + 1] }
    borders = database.borders.union(own + letters + doubtful).sorted()
    self.database = database
    self.normalization = normalization
    self.forms = forms
  }

  /// The word of `scalar`.
  func word(_ scalar: Int) throws -> UInt32 {
    var word = try index(database.bidiClass[scalar], Self.bidiClasses)
    word |= try index(lineBreak(scalar), Self.lineBreakClasses) << 5
    word |= flag("FWH".contains(database.eastAsianWidth[scalar])) << 11
    word |= try index(database.graphemeBreak[scalar], Self.graphemeBreaks) << 12
    word |= try index(database.conjunctBreak[scalar], Self.conjunctBreaks) << 16
    word |= flag(database.isPictographic[scalar]) << 18
    word |= try index(database.joiningType[scalar], Self.joiningTypes) << 19
    word |= width(scalar) << 22
    word |= flag(database.mirrors[scalar] != nil) << 24
    word |= flag(database.brackets[scalar] != nil) << 25
    word |= flag(forms.hasForms(scalar)) << 26
    word |= flag(!normalization.isCertainlyComposed(scalar)) << 27
    word |= flag(["Mn", "Me"].contains(database.category[scalar])) << 28
    word |= flag(isFormat(scalar)) << 29
    word |= flag(isDroppedMark(scalar)) << 30
    word |= flag(database.combiningClass[scalar] != 0) << 31
    return word
  }
}

extension PropertyWord {
  /// Line_Break as rule LB1 resolves it, split where a rule asks for more than the class.
  private func lineBreak(_ scalar: Int) throws -> String {
    let category = database.category[scalar]
    let isUnassignedEmoji = database.isPictographic[scalar] && category == "Cn"
    let resolved =
      switch database.lineBreak[scalar] {
      case "AI", "SG", "XX": "AL"
      case "SA": ["Mn", "Mc"].contains(category) ? "CM" : "AL"
      case "CJ": "NS"
      case let other: other
      }
    switch resolved {
    case "QU": return category == "Pi" ? "QUi" : category == "Pf" ? "QUf" : "QU"
    case "AL" where scalar == Self.dottedCircle: return "ALd"
    case "AL" where isUnassignedEmoji: return "ALu"
    case "ID" where isUnassignedEmoji: return "IDu"
    case _ where isUnassignedEmoji || scalar == Self.dottedCircle:
      let name = "U+" + String(scalar, radix: 16, uppercase: true)
      throw TableError("\(name) has a line break class that LB30b or LB28a does not expect")
    default: return resolved
    }
  }

  /// Columns in a terminal: UAX #11 where terminals follow it. Flags are two regional indicators of
  /// one column each; the vowels and finals of old Hangul take none.
  private func width(_ scalar: Int) -> UInt32 {
    switch database.category[scalar] {
    case "Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp": return 0
    default: break
    }
    if isFormat(scalar) || Self.jamo.contains(where: { $0.contains(scalar) }) { return 0 }
    return "FW".contains(database.eastAsianWidth[scalar]) ? 2 : 1
  }

  /// What must never reach a terminal: controls, format characters, line and paragraph separators,
  /// surrogates, noncharacters and all that is ignorable but is no letter.
  private func isFormat(_ scalar: Int) -> Bool {
    let category = database.category[scalar]
    return ["Cc", "Cf", "Cs", "Zl", "Zp"].contains(category)
      || Self.noncharacters.contains { $0.contains(scalar) }
      || (database.isIgnorable[scalar] && category != "Lo")
  }

  /// Harakat, Quranic signs, and Hebrew points but their punctuation.
  private func isDroppedMark(_ scalar: Int) -> Bool {
    Self.droppedMarks.contains { $0.contains(scalar) }
  }

  private func flag(_ value: Bool) -> UInt32 { value ? 1 : 0 }

  private func index(_ value: String, _ names: [String]) throws -> UInt32 {
    guard let index = names.firstIndex(of: value) else {
      throw TableError("unknown property value \(value)")
    }
    return UInt32(index)
  }
}
