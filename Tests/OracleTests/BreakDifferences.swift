import UnicodeData

extension KnownDifference {
  /// Where ICU 76 breaks lines by the rules of Unicode 16.
  static let ofBreaks = [
    KnownDifference(reason: "17: LB20a also keeps a hyphen with a Hebrew word") {
      let last = lineBreakClasses($0).suffix(2)
      return (last.first == .hy || last.first == .hh) && last.last == .hl
    },
    KnownDifference(reason: "17: LB20a takes all of HH, not U+2010 alone") {
      let last = lineBreakClasses($0).suffix(2)
      return last.first == .hh && (last.last == .al || last.last == .alDottedCircle)
    },
    KnownDifference(reason: "17: LB21a takes hyphens alone, where it took all of BA") {
      let classes = lineBreakClasses($0)
      return classes.first == .hl && classes.count > 1 && classes[1] == .ba
    },
    KnownDifference(reason: "ICU sees the mark on the glue before a hyphen (LB9 before LB20a)") {
      let all = $0.map { ScalarTable.shared.properties(of: $0).lineBreakClass }
      return all.count == 4 && all[0] == .gl && (all[1] == .cm || all[1] == .zwj)
        && (all[2] == .hy || all[2] == .hh)
    },
  ]

  /// The classes of a text's scalars, without marks.
  private static func lineBreakClasses(_ text: [UInt32]) -> [LineBreakClass] {
    text.map { ScalarTable.shared.properties(of: $0).lineBreakClass }
      .filter { $0 != .cm && $0 != .zwj }
  }
}
