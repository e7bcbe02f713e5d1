import UnicodeData

/// What some scalars have between them: the flags of any of them, and all their bidi classes, a bit
/// each. Which rules a paragraph needs at all is read off it.
struct ScalarTraits: Sendable {
  /// The bits of `ScalarProperties`, its numbers among them, or-ed together; above them a bit for
  /// each bidi class.
  private(set) var bits: UInt64 = 0

  /// None yet.
  init() {}

  /// Those of a scalar.
  init(_ properties: ScalarProperties) {
    bits = UInt64(properties.bits) | 1 << UInt64(32 + properties.bidiClass.rawValue)
  }

  /// Those of a mark that is to be dropped: nothing but that, that it is there, and whether it may
  /// compose.
  init(ofDropped properties: ScalarProperties) {
    bits = UInt64(properties.bits & (1 << 27 | 1 << 30)) | 1 << 63
  }

  /// How many of one scalar are kept: 0 of a mark that is to be dropped, else 1.
  var keptCount: Int { Int(bits >> 63 ^ 1) }

  /// The flags that any of the scalars has.
  var flags: ScalarProperties { ScalarProperties(bits: UInt32(truncatingIfNeeded: bits)) }

  /// The bidi classes that there are.
  var bidiClasses: BidiClassSet { BidiClassSet(rawValue: UInt32(truncatingIfNeeded: bits >> 32)) }

  @inline(__always)
  mutating func insert(_ others: ScalarTraits) {
    bits |= others.bits
  }
}
