/// A cluster in one word: start of its source (32 bits), scalar shown (21), level (7), flags.
@usableFromInline
struct PackedCluster: Sendable {
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

/// What wrapping asks of a cluster, in one byte.
@usableFromInline
struct ClusterMeasure: Sendable {
  @usableFromInline var bits: UInt8

  init(bits: UInt8) {
    self.bits = bits
  }

  var columns: Int { Int(bits & 3) }

  @inlinable var columnsByte: UInt8 { bits & 3 }

  /// Whether a line may end behind it (UAX #14).
  var mayBreakAfter: Bool { bits & Self.mayBreak != 0 }

  /// Whether a line has to end behind it.
  var mustBreakAfter: Bool { bits & Self.mustBreak != 0 }

  /// Whether a line may or has to end behind it.
  var endsSomething: Bool { bits & (Self.mayBreak | Self.mustBreak) != 0 }

  /// Whether it is a space, which is cut at the end of a line and so always fits.
  var hangs: Bool { bits & Self.hanging != 0 }

  /// Whether it has the same source as the cluster before it, and so stays with it.
  var continues: Bool { bits & Self.continuing != 0 }

  static let mayBreak: UInt8 = 1 << 2
  static let mustBreak: UInt8 = 1 << 3
  static let hanging: UInt8 = 1 << 4
  static let continuing: UInt8 = 1 << 5
}

/// The marks of one cluster.
@usableFromInline
struct ClusterMarks: Sendable {
  /// The cluster, by its place in the paragraph.
  @usableFromInline var cluster: Int
  @usableFromInline var marks: InlineArray<4, UInt32>
  var count = 0

  init(cluster: Int) {
    self.cluster = cluster
    marks = .init(repeating: 0)
  }
}
