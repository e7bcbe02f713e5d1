import UnicodeData

/// How scalars join and what form they take for it, laid out for few loads a letter: the tables of
/// joining types and of `PresentationForm`, once as they are at odd levels and once, the sides
/// changed, as at even ones.
///
/// Hamza U+0621 has no form, since it joins on no side and is its own. U+06C0 is here also heh whose
/// hamza was dropped: where it joins to what follows, it has the forms of heh.
struct JoiningForms {
  /// Class → whether it joins to what stands before it in logical order and to what stands after it,
  /// and whether joining does not see it: 256 of odd levels, then 256 of even ones.
  private(set) var sides: [Sides] = []
  /// What is added to a letter to make it its form; four of each from U+0600 to U+06FF, by the sides
  /// on which it joins, and four zeros for all that is no such letter; of odd levels, then of even.
  private(set) var deltas: [UInt16] = []
  /// The ligature of lam with each letter from U+0622 to U+0627, isolated; 0 where there is none.
  private var lamAlefs: [UInt32] = []

  struct Sides: OptionSet {
    var rawValue: UInt8

    /// Joins to what stands before it.
    static let before = Sides(rawValue: 1)
    /// Joins to what stands after it.
    static let after = Sides(rawValue: 2)
    static let transparent = Sides(rawValue: 4)
  }

  init() {
    for isRightToLeft in [true, false] {
      sides += (0...UInt8.max).map { Self.sides(of: $0, isRightToLeft) }
      for letter: UInt32 in 0x0600...0x06FF {
        deltas += Self.forms(of: letter, isRightToLeft).map { form in
          form == 0 ? 0 : UInt16(truncatingIfNeeded: form - letter)
        }
      }
      deltas += [0, 0, 0, 0]
    }
    lamAlefs = (0x0622...0x0627).map { PresentationForm.lamAlef(with: $0)?.isolated ?? 0 }
  }
}

extension JoiningForms {
  /// Where in `sides` those of a level begin.
  static func firstSides(at level: EmbeddingLevel) -> Int { level.isRightToLeft ? 0 : 256 }

  /// Where in `deltas` those of a level begin.
  static func firstDelta(at level: EmbeddingLevel) -> Int { level.isRightToLeft ? 0 : 4 * 257 }

  /// Where behind that the delta of a letter is; each side is 1 where it joins, or 0.
  @inline(__always)
  static func place(_ letter: UInt32, _ before: UInt32, _ after: UInt32) -> Int {
    Int(min(letter &- 0x0600, 256) << 2 | after << 1 | before)
  }

  /// The form of a letter, or the letter itself where it has none.
  func form(
    of letter: UInt32, _ before: UInt32, _ after: UInt32, _ level: EmbeddingLevel
  ) -> UInt32 {
    letter &+ UInt32(deltas[Self.firstDelta(at: level) + Self.place(letter, before, after)])
  }

  /// The ligature of lam with a letter, isolated; the final one is the next scalar.
  func lamAlef(with letter: UInt32) -> UInt32? {
    let place = Int(letter &- 0x0622)
    return place < lamAlefs.count && lamAlefs[place] != 0 ? lamAlefs[place] : nil
  }
}

extension JoiningForms {
  private static func sides(of number: UInt8, _ isRightToLeft: Bool) -> Sides {
    let own = ScalarTable.shared.properties[ScalarClass(rawValue: number)]
    return switch own.joiningType {
    case .u: []
    case .l: isRightToLeft ? .after : .before
    case .r: isRightToLeft ? .before : .after
    case .d, .c: [.before, .after]
    case .t: .transparent
    }
  }

  /// The forms of a letter by the sides on which it joins, before and after as one number; 0 where
  /// there is none.
  private static func forms(of letter: UInt32, _ isRightToLeft: Bool) -> [UInt32] {
    let own = letter == 0x0621 ? nil : PresentationForm.forms(of: letter)
    let joined = letter == 0x06C0 ? PresentationForm.forms(of: 0x0647) : own
    let final = own?.final ?? 0
    let initial = joined?.initial ?? 0
    return [
      own?.isolated ?? 0, isRightToLeft ? final : initial, isRightToLeft ? initial : final,
      joined?.medial ?? 0,
    ]
  }
}
