/// The presentation forms of an Arabic letter, for terminals that do not join letters themselves
/// (Arabic Presentation Forms-A and -B, by their compatibility decompositions).
@frozen public struct PresentationForm: Hashable, Sendable {
  /// The letter alone, or 0.
  public let isolated: UInt32
  /// Joined to the letter before, or 0.
  public let final: UInt32
  /// Joined to the letter after, or 0: U+06BA has none.
  public let initial: UInt32
  /// Joined to both, or 0.
  public let medial: UInt32

  /// Four of each letter from U+0600 to U+06FF.
  private static let all = EncodedBytes(PresentationFormData.forms).numbers(ofSize: 2)
  private static let lamAlefs = EncodedBytes(PresentationFormData.lamAlefs).numbers(ofSize: 2)

  private init(at place: Int) {
    isolated = Self.all[place]
    final = Self.all[place + 1]
    initial = Self.all[place + 2]
    medial = Self.all[place + 3]
  }

  /// The forms of `letter`; nil where `ScalarProperties.hasForms` is false. U+0621 hamza has an
  /// isolated form here as in the standard, although it never joins.
  public static func forms(of letter: UInt32) -> PresentationForm? {
    guard (0x0600...0x06FF).contains(letter) else { return nil }
    let forms = PresentationForm(at: Int(letter - 0x0600) * 4)
    return forms.isolated != 0 ? forms : nil
  }

  /// The ligature of lam U+0644 with `alef` (U+0622, 0623, 0625, 0627), isolated and final.
  public static func lamAlef(with alef: UInt32) -> (isolated: UInt32, final: UInt32)? {
    for place in stride(from: 0, to: lamAlefs.count, by: 2) where lamAlefs[place] == alef {
      return (lamAlefs[place + 1], lamAlefs[place + 1] + 1)
    }
    return nil
  }
}
