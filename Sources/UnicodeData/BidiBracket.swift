/// A bracket that pairs (UAX #9, BD14–BD16).
@frozen public struct BidiBracket: Hashable, Sendable {
  /// Bidi_Paired_Bracket_Type.
  @frozen public enum Kind: UInt8, Sendable {
    /// An opening bracket.
    case open
    /// A closing bracket.
    case close
  }

  /// Whether it opens or closes.
  public let kind: Kind

  /// What an opening and a closing bracket share exactly when they pair: the opener, in its canonical
  /// equivalent (U+2329 and U+232A pair with U+3008 and U+3009).
  public let pair: UInt32

  private static let brackets = SortedPairs(EncodedBytes(BidiPairData.brackets))

  /// The bracket that `scalar` is; nil where `ScalarProperties.isBracket` is false. The scalar's
  /// class must still be ON for it to pair.
  public init?(_ scalar: UInt32) {
    guard let value = Self.brackets[scalar] else { return nil }
    kind = value & 1 == 0 ? .open : .close
    pair = value >> 1
  }
}
