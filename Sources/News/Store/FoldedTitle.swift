import Foundation

/// A headline as two publications may write it differently: its letters and digits in lower case,
/// without marks, signs and spaces.
///
/// Identity keys are made of it and kept for ever: what it takes away must stay the same.
enum FoldedTitle {
  static func text(of title: String) -> String {
    var folded = String.UnicodeScalarView()
    let isASCII = title.utf8.allSatisfy { $0 < 0x80 }
    for scalar in (isASCII ? title : title.decomposedStringWithCanonicalMapping).unicodeScalars {
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
}
