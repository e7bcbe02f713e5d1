import Foundation

/// Tags as people type them: words parted by spaces or commas, `-word` takes one off.
public enum TagText {
  /// The longest tag, in bytes of UTF-8.
  public static let limit = 128

  /// The marks that a text asks for, each tag once: what is said of it last counts.
  public static func marks(in text: String) -> [Mark] {
    var order: [String] = []
    var wanted: [String: Bool] = [:]
    for word in text.split(whereSeparator: isSeparator) {
      let isTakenOff = word.first == "-"
      guard let tag = tag(isTakenOff ? word.dropFirst() : word) else { continue }
      if wanted.updateValue(!isTakenOff, forKey: tag) == nil { order.append(tag) }
    }
    return order.compactMap { tag in wanted[tag].map { .tag(tag, $0) } }
  }

  /// A word as a tag: composed (NFC), so that what looks the same is the same, without controls,
  /// and cut at the limit; nil where nothing is left.
  public static func tag(_ word: some StringProtocol) -> String? {
    var tag = String.UnicodeScalarView()
    var bytes = 0
    for scalar in word.precomposedStringWithCanonicalMapping.unicodeScalars {
      guard !isControl(scalar) else { continue }
      bytes += UTF8.width(scalar)
      guard bytes <= limit else { break }
      tag.append(scalar)
    }
    return tag.isEmpty ? nil : String(tag)
  }

  /// Whether tags end here: white space, and the commas of Latin, Arabic and ideographic writing.
  public static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ",،、，;؛".contains(character)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
