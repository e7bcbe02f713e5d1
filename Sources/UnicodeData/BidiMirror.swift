/// Bidi_Mirroring_Glyph (UAX #9, rule L4).
public enum BidiMirror {
  private static let mirrors = SortedPairs(EncodedBytes(BidiPairData.mirrors))

  /// The scalar that shows `scalar` at an odd level; nil where `ScalarProperties.hasMirror` is false.
  /// Mirroring twice gives the scalar back.
  public static func mirror(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28: 0x29
    case 0x29: 0x28
    case 0xAB: 0xBB
    case 0xBB: 0xAB
    default: mirrors[scalar]
    }
  }
}
