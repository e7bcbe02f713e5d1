import Foundation

/// A headline as two publications may write it differently: its letters and digits in lower case,
/// without marks, signs and spaces.
///
/// Identity keys are made of it and kept for ever: what it takes away must stay the same.
enum FoldedTitle {
  static func text(of title: String) -> String {
    var folded = String.UnicodeScalarView()
    let isDecomposed = title.unicodeScalars.allSatisfy(isItsOwnDecomposition)
    let decomposed = isDecomposed ? title : title.decomposedStringWithCanonicalMapping
    for scalar in decomposed.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter:
        folded.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      case .lowercaseLetter, .otherLetter, .spacingMark, .decimalNumber, .letterNumber,
        .otherNumber:
        folded.append(scalar)
      default:
        break
      }
    }
    return String(folded)
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
