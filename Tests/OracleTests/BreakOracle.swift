import UnicodeData

@testable import TextLayout

/// Our line breaks beside those of ICU, scalar by scalar.
struct BreakOracle {
  private var breaks = BreakOpportunities()
  private let icu = ICU()

  init() {}

  /// Whether a line may end before each scalar.
  mutating func ours(_ text: [UInt32]) -> [Bool] {
    let classes = text.map { ScalarTable.shared[$0] }
    var found = [BreakOpportunity](repeating: .prohibited, count: classes.count)
    classes.withUnsafeBufferPointer { classes in
      found.withUnsafeMutableBufferPointer { breaks.resolve(classes, into: $0) }
    }
    return found.map { $0 != .prohibited }
  }

  mutating func agree(on text: [UInt32]) -> Bool {
    ours(text) == icu.breaks(in: text)
  }
}

extension SharedScalars {
  /// Scalars that ICU breaks lines about as we do, or would but for what Unicode 17 changed; texts of
  /// all classes but SA, which ICU looks up in a dictionary, and CJ, which it lets a locale decide.
  static let breaking: SharedScalars = {
    var scalars = SharedScalars()
    let shared = Dictionary(grouping: candidates.filter(isBrokenAlike)) {
      ScalarTable.shared.properties(of: $0).lineBreakClass
    }
    for lineBreakClass in LineBreakClass.allCases {
      let isCommon = [.al, .sp, .hl, .nu].contains(lineBreakClass)
      scalars.add(isCommon ? 6 : 2, shared[lineBreakClass] ?? [])
    }
    return scalars
  }()

  private static func isBrokenAlike(_ scalar: UInt32) -> Bool {
    let own = ScalarTable.shared.properties(of: scalar)
    let theirs = ICU.lineBreakClass(of: scalar)
    guard ICU.isEastAsian(scalar) == own.isEastAsian,
      ICU.isPictographic(scalar) == own.isPictographic
    else { return false }
    switch own.lineBreakClass {
    case .hh: return true  // New in 17.
    case .quInitial: return theirs == "QU" && ICU.category(of: scalar) == .initialPunctuation
    case .quFinal: return theirs == "QU" && ICU.category(of: scalar) == .finalPunctuation
    case .qu: return theirs == "QU" && ICU.category(of: scalar) == .other
    case .al: return ["AL", "AI"].contains(theirs)
    case .alDottedCircle: return theirs == "AL"
    case .idUnassigned, .alUnassigned: return false
    case let own: return theirs == "\(own)".uppercased()
    }
  }
}
