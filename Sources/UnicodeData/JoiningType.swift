/// Joining_Type (The Unicode Standard, section 9.2), with the transparent scalars derived.
@frozen public enum JoiningType: UInt8, CaseIterable, Sendable {
  /// Non-joining, ZWNJ among them.
  case u
  /// Left-joining: joins only to the letter after it.
  case l
  /// Right-joining: joins only to the letter before it.
  case r
  /// Dual-joining.
  case d
  /// Join-causing: tatweel and ZWJ.
  case c
  /// Transparent: marks and format characters, which joining does not see.
  case t
}

extension ScalarProperties {
  /// Joining_Type.
  @inlinable public var joiningType: JoiningType {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 19 & 7), to: JoiningType.self)
  }
}
