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

  /// Whether a line that may end behind it had better not (`LineBreaking.news`).
  var isAvoided: Bool { bits & Self.avoided != 0 }

  static let mayBreak: UInt8 = 1 << 2
  static let mustBreak: UInt8 = 1 << 3
  static let hanging: UInt8 = 1 << 4
  static let continuing: UInt8 = 1 << 5
  static let avoided: UInt8 = 1 << 6
}
