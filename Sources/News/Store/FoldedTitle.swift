import Foundation

/// A headline as two publications may write it differently: its letters and digits in lower case,
/// without marks, signs and spaces, and each letter of Arabic, Persian, Urdu and Hebrew as the one
/// that is written for it elsewhere.
///
/// Identity keys are made of it and kept for ever: what it takes away must stay the same. That is why
/// it is not what a search looks for.
enum FoldedTitle {
  static func text(of title: String) -> String { text(of: title, folding: true) }

  /// The same with its letters as they are, as libraries were given it first.
  static func formerText(of title: String) -> String { text(of: title, folding: false) }

  private static func text(of title: String, folding: Bool) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in decomposed(title, folding: folding).unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter:
        folded.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      case .lowercaseLetter, .otherLetter, .spacingMark, .decimalNumber, .letterNumber,
        .otherNumber:
        folded.append(folding ? letter(scalar) : scalar)
      case .nonspacingMark where folding && scalar == "\u{654}":
        // Hamza on waw and yeh.
        if folded.last == "و" || folded.last == "ي" {
          folded.removeLast()
          folded.append("ء")
        }
      default:
        break
      }
    }
    return String(folded)
  }

  private static func decomposed(_ title: String, folding: Bool) -> String {
    if title.unicodeScalars.allSatisfy(isItsOwnDecomposition) { return title }
    let hasForms = folding && title.unicodeScalars.contains(where: isPresentationForm)
    return hasForms
      ? title.decomposedStringWithCompatibilityMapping
      : title.decomposedStringWithCanonicalMapping
  }

  private static func isPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
    0xFB1D...0xFDFF ~= scalar.value || 0xFE70...0xFEFE ~= scalar.value
  }

  /// The letter or digit that one is written for.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ٱ", "ٲ", "ٳ", "ٵ": "ا"
    case "ى", "ی", "ې", "ۍ", "ؠ": "ي"
    case "ک", "ڪ", "ګ": "ك"
    case "ة", "ہ", "ۃ", "ھ", "ە": "ه"
    case "ٶ", "ٷ", "ٸ": "ء"
    case "ך": "כ"
    case "ם": "מ"
    case "ן": "נ"
    case "ף": "פ"
    case "ץ": "צ"
    case "٠"..."٩": digit(scalar.value - 0x660)
    case "۰"..."۹": digit(scalar.value - 0x6F0)
    default: scalar
    }
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  /// Whether a scalar has no canonical decomposition and is no mark: a text of such scalars alone is
  /// decomposed as it stands, and decomposing costs more than all the rest. Nearly all that Arabic,
  /// Persian, Hebrew and English headlines are written with; the others go the long way.
  static func isItsOwnDecomposition(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xC0,  // ASCII, and the signs of Latin-1
      0x5D0...0x5EA,  // Hebrew letters
      // Arabic, but what has a hamza or a madda on it.
      0x60C, 0x61B, 0x61F, 0x621, 0x627...0x64A, 0x660...0x66D, 0x671...0x6BF, 0x6C1,
      0x6C3...0x6D2, 0x6D4, 0x6F0...0x6F9,
      0x200B...0x2027:  // joiners, controls of direction, dashes and quotation marks
      true
    default: false
    }
  }
}
