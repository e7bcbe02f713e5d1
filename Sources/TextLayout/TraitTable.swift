import UnicodeData

/// Scalar → class → traits, laid out for decoding.
struct TraitTable: Sendable {
  let table = ScalarTable.shared
  /// The classes of the scalars that take one byte or two in UTF-8: one load, where the whole table
  /// takes two.
  let shortClasses: [ScalarClass]
  /// Class → its traits.
  let ofClasses: [ScalarTraits]

  /// Where `dropsMarks`, harakat and niqqud are left out, and so ask for no rule.
  init(dropsMarks: Bool) {
    let table = table
    shortClasses = (0..<0x800).map { table[$0] }
    ofClasses = (0...UInt8.max).map { number in
      let own = table.properties[ScalarClass(rawValue: number)]
      return dropsMarks && own.isDroppedMark ? ScalarTraits(ofDropped: own) : ScalarTraits(own)
    }
  }

  subscript(_ scalarClass: ScalarClass) -> ScalarTraits {
    ofClasses[Int(scalarClass.rawValue)]
  }
}
