/// A cluster in one word: start of its source (32 bits), scalar shown (21), level (7), flags.
@usableFromInline
struct PackedCluster: Sendable, BitwiseCopyable {
  @usableFromInline var bits: UInt64

  /// The scalar of a cluster that is not shown: it stands for a format character whose level parts
  /// two runs.
  static let invisible: UInt32 = 0

  var isInvisible: Bool { scalar == Self.invisible }

  init(source: UInt32, scalar: UInt32, level: EmbeddingLevel, continues: Bool) {
    bits =
      UInt64(source) | UInt64(scalar) << 32 | UInt64(level.rawValue) << 53
      | (continues ? 1 << 60 : 0)
  }

  /// Whether it is the only one of its source and has no marks.
  var isSingle: Bool { Self.isSingle(bits) }

  /// Whether some are, whose bits are or-ed together.
  @inline(__always)
  static func isSingle(_ bits: UInt64) -> Bool { bits & (1 << 60 | 1 << 61) == 0 }

  /// Whether each of eight shows an ASCII character, is the only one of its source and has no marks.
  @inline(__always)
  static func areSingleASCII(_ eight: SIMD8<UInt64>) -> Bool {
    let four = eight.lowHalf | eight.highHalf
    let two = four.lowHalf | four.highHalf
    return (two.x | two.y) & (0x1F_FF80 << 32 | 1 << 60 | 1 << 61) == 0
  }

  /// Where its source begins.
  @inlinable var source: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// The scalar to show.
  @inlinable var scalar: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) & 0x1F_FFFF }

  /// The embedding level.
  @inlinable var level: UInt8 { UInt8(truncatingIfNeeded: bits >> 53) & 0x7F }

  /// Whether it has the same source as the cluster before it.
  @inlinable var continues: Bool { bits & 1 << 60 != 0 }

  /// Whether `Paragraph.marks` has something for it.
  @inlinable var hasMarks: Bool {
    get { bits & 1 << 61 != 0 }
    set { if newValue { bits |= 1 << 61 } else { bits &= ~(1 << 61) } }
  }
}
