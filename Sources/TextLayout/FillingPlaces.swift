import UnicodeData

/// Where a line may be filled: the best joint of each word, and the gaps between words.
struct FillingPlaces {
  /// How well a tatweel stands between two letters, as calligraphers have it; the best first.
  enum Rank: Int, CaseIterable {
    /// Behind a tatweel of the text's own.
    case afterTatweel
    /// Behind seen, sad and the like.
    case afterSeenOrSad
    /// Before heh, teh marbuta, dal and the like, at the end of what joins.
    case beforeFinalHehOrDal
    /// Before alef, tah, lam, kaf and the like, at the end of what joins.
    case beforeFinalAlefOrLam
    /// Between any others.
    case other
  }

  /// A place between two letters that join, behind the first of them.
  struct Joint {
    var cluster: Int
    var rank: Rank
  }

  /// One a word at most; of several places of one rank the last.
  private(set) var joints: [Joint] = []
  /// The last space of each gap between words.
  private(set) var gaps: [Int] = []

  init(of line: Line, in paragraph: borrowing Paragraph) {
    var best: Joint?
    var gap: Int?
    var hasText = false
    for cluster in line.clusters {
      let measure = paragraph.measures[cluster]
      if measure.hangs {
        if measure.columns > 0 { gap = cluster }
        continue
      }
      if let space = gap, hasText {
        gaps.append(space)
        if let best { joints.append(best) }
        best = nil
      }
      if gap == nil && hasText, let rank = Self.rank(paragraph, before: cluster) {
        if best.map({ rank.rawValue <= $0.rank.rawValue }) ?? true {
          best = Joint(cluster: cluster - 1, rank: rank)
        }
      }
      gap = nil
      hasText = true
    }
    if let best { joints.append(best) }
  }
}

extension FillingPlaces {
  /// How well a tatweel stands before a cluster; nil where it does not join to the one before it, or
  /// at a left-to-right level. That cluster is of the line.
  private static func rank(_ paragraph: borrowing Paragraph, before cluster: Int) -> Rank? {
    let first = paragraph.clusters[cluster - 1]
    let second = paragraph.clusters[cluster]
    guard first.level == second.level, first.level & 1 == 1,
      let isFinal = join(first.scalar, second.scalar), !isParted(paragraph, before: cluster)
    else { return nil }
    switch LetterForms.shared.letter(of: first.scalar) {
    case 0x0640: return .afterTatweel
    case 0x0633...0x0636, 0x069A...0x069E, 0x06FA, 0x06FB: return .afterSeenOrSad
    default: break
    }
    guard isFinal else { return .other }
    switch LetterForms.shared.letter(of: second.scalar) {
    case 0x0629, 0x0647, 0x06BE...0x06C3, 0x06D5, 0x062F, 0x0630, 0x0688...0x0690:
      return .beforeFinalHehOrDal
    case 0x0622, 0x0623, 0x0625, 0x0627, 0x0671...0x0673, 0x0637, 0x0638, 0x0644, 0x06B5...0x06B7,
      0x0643, 0x06A9...0x06AF:
      return .beforeFinalAlefOrLam
    default: return .other
    }
  }

  /// Whether what is not shown parts two neighbours, as ZWNJ does: a tatweel and a letter without forms
  /// look the same joined or not.
  private static func isParted(_ paragraph: borrowing Paragraph, before cluster: Int) -> Bool {
    let first = Int(paragraph.clusters[cluster - 1].source)
    let second = Int(paragraph.clusters[cluster].source)
    let end = Int(paragraph.sourceEnd(cluster + 1))
    // A spacing mark on the second stands between them.
    if cluster + 1 < paragraph.clusters.count && paragraph.measures[cluster + 1].continues {
      return true
    }
    return paragraph.text.withUnsafeBufferPointer { text in
      var place = first
      while place < end {
        let (scalar, length) =
          text[place] < 0x80 ? (UInt32(text[place]), 1) : decodeScalar(text, at: place)
        let own = ScalarTable.shared.properties(of: scalar)
        if own.isFormat && own.joiningType == .u { return true }
        if place >= second && !own.isFormat { return false }
        place += length
      }
      return false
    }
  }

  /// Whether two neighbours join, and then whether the second joins to nothing behind it. One of them
  /// at least has to show it by its form: letters without forms that stand apart look the same.
  private static func join(_ first: UInt32, _ second: UInt32) -> Bool? {
    let before = sides(of: first)
    let after = sides(of: second)
    guard before.sides.contains(.after), after.sides.contains(.before),
      before.isForm || after.isForm
    else { return nil }
    return !after.sides.contains(.after)
  }

  /// On which sides a scalar joins: by its form, or as it may where it has none.
  private static func sides(of scalar: UInt32) -> (sides: JoiningForms.Sides, isForm: Bool) {
    if scalar == 0x0640 { return ([.before, .after], true) }
    if let sides = LetterForms.shared.sides(of: scalar) { return (sides, true) }
    switch ScalarTable.shared.properties(of: scalar).joiningType {
    case .d, .c: return ([.before, .after], false)
    case .r: return (.before, false)
    case .l: return (.after, false)
    case .u, .t: return ([], false)
    }
  }
}
