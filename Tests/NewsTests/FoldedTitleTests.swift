import Foundation
import TestSupport
import Testing

@testable import News

/// Keys made of folded headlines are kept for ever: the short way must end where the long one does.
@Suite struct FoldedTitleTests {
  private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

  /// The long way, for every text.
  private func folded(_ title: String) -> String {
    var folded = ""
    for scalar in title.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: folded += scalar.properties.lowercaseMapping
      case .lowercaseLetter, .otherLetter, .spacingMark, .decimalNumber, .letterNumber,
        .otherNumber:
        folded.unicodeScalars.append(scalar)
      default: break
      }
    }
    return folded
  }

  private func isSame(_ title: String) -> Bool {
    FoldedTitle.formerText(of: title).unicodeScalars.elementsEqual(folded(title).unicodeScalars)
  }

  @Test(arguments: [
    ("ٱلمسئولون عن ١٢ مدرسة", "المسؤولون عن ۱۲ مدرسه"), ("علی و کتاب", "على و كتاب"),
    ("شُؤُون", "شءون"), ("و\u{64E}\u{654}", "ؤ"), ("\u{FEFB}\u{FE8A}", "لائ"), ("שלום", "שלומ"),
    ("\u{FB2A}\u{5DC}\u{5D5}\u{5DD}", "שלום"), ("BBC: عاجل!", "bbc عاجل"), ("ۀ", "ه"), ("ۓ", "ے"),
  ])
  func lettersAreThoseThatAreWrittenForThem(_ one: String, _ other: String) {
    #expect(FoldedTitle.text(of: one) == FoldedTitle.text(of: other))
  }

  @Test func otherLettersStayOthers() {
    let letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگٹڈڑےאבגדהוזחטיכלמנסעפצקרשת0123456789"
    #expect(FoldedTitle.text(of: letters) == letters)
    #expect(Set(letters.map { FoldedTitle.text(of: String($0)) }).count == letters.count)
  }

  /// What takes letters for others changes no text of other scripts.
  @Test func onlyTheirScriptsAreFolded() {
    let wrong = Self.scalars.filter { scalar in
      let text = String(Character(scalar))
      return FoldedTitle.text(of: text) != FoldedTitle.formerText(of: text)
        && !(0x5D0...0x6FF ~= scalar.value || 0xFB1D...0xFEFE ~= scalar.value)
    }
    #expect(wrong.isEmpty)
  }

  @Test func whatIsTakenAsItStandsIsItsOwnDecomposition() {
    let plain = Self.scalars.filter(FoldedTitle.isItsOwnDecomposition)
    #expect(plain.count > 400)
    for scalar in plain {
      let text = String(Character(scalar))
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(decomposed.unicodeScalars.elementsEqual([scalar]))
      #expect(scalar.properties.canonicalCombiningClass == .notReordered)
    }
  }

  @Test func bothWaysEndAtTheSameKeyForEveryScalar() {
    let wrong = Self.scalars.filter { !isSame("a\(Character($0))ب") }
    #expect(wrong.isEmpty)
  }

  @Test func bothWaysEndAtTheSameKeyForRandomTexts() {
    var random = Random(seed: 5)
    let plain = Self.scalars.filter(FoldedTitle.isItsOwnDecomposition)
    let near = Self.scalars.filter { $0.value < 0x3000 }
    var text = ""
    for turn in 0..<30_000 {
      text.unicodeScalars.removeAll(keepingCapacity: true)
      let some = [plain, near, Self.scalars][turn % 3]
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let scalar =
          Bool.random(using: &random)
          ? some.randomElement(using: &random) : plain.randomElement(using: &random)
        if let scalar { text.unicodeScalars.append(scalar) }
      }
      #expect(isSame(text))
    }
  }
}
