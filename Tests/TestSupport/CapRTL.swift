/// Text of which one can read the order without reading Arabic: capitals stand for right-to-left
/// letters, all else for itself.
///
/// A–W are Hebrew letters (class R), X–Z Thaana letters (class AL, and never shaped). What cannot be
/// typed is spelt with an underscore: `_0`–`_9` Arabic-Indic digits; `_l` LRM, `_r` RLM, `_a` ALM;
/// `_>` LRE, `_<` RLE, `_+` LRO, `_-` RLO, `_^` PDF; `_L` LRI, `_R` RLI, `_F` FSI, `_I` PDI;
/// `_m` a mark U+0301, `_h` a point U+05B7, `_z` ZWSP, `_t` a tab, `_n` U+2028, `_s` a space.
public enum CapRTL {
  private static let letters: [(Character, Unicode.Scalar)] =
    zip("ABCDEFGHIJKLMNOPQRSTUVW", 0x05D0...).map { ($0, scalar($1)) }
    + zip("XYZ", 0x0780...).map { ($0, scalar($1)) }

  private static let spelt: [(Character, Unicode.Scalar)] =
    zip("0123456789", 0x0660...).map { ($0, scalar($1)) }
    + [
      ("l", "\u{200E}"), ("r", "\u{200F}"), ("a", "\u{061C}"), (">", "\u{202A}"),
      ("<", "\u{202B}"), ("+", "\u{202D}"), ("-", "\u{202E}"), ("^", "\u{202C}"),
      ("L", "\u{2066}"), ("R", "\u{2067}"), ("F", "\u{2068}"), ("I", "\u{2069}"),
      ("m", "\u{0301}"), ("h", "\u{05B7}"), ("z", "\u{200B}"), ("t", "\t"), ("n", "\u{2028}"),
      ("s", " "),
    ]

  /// The text that `spelling` stands for.
  public static func text(_ spelling: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isSpelt = false
    for character in spelling {
      if isSpelt {
        scalars.append(contentsOf: spelt.first { $0.0 == character }.map { [$0.1] } ?? [])
        isSpelt = false
      } else if character == "_" {
        isSpelt = true
      } else if let letter = letters.first(where: { $0.0 == character }) {
        scalars.append(letter.1)
      } else {
        scalars.append(contentsOf: character.unicodeScalars)
      }
    }
    return String(scalars)
  }

  /// How `text` is spelt; a space is one.
  public static func spelling(of text: String) -> String {
    text.unicodeScalars.map { scalar in
      if let letter = letters.first(where: { $0.1 == scalar }) { return String(letter.0) }
      if scalar != " ", let sign = spelt.first(where: { $0.1 == scalar }) { return "_\(sign.0)" }
      return String(Character(scalar))
    }.joined()
  }

  private static func scalar(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}"
  }
}
