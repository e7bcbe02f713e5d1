import Foundation
import TestSupport
import Testing
import UnicodeData

@testable import TextLayout

/// What a change of the text may change, and what it may not; seeded texts.
@Suite struct MetamorphicTests {
  /// Scalars of all sorts that bidi has rules for, but no controls.
  private static let alphabet: [UInt32] = [
    0x61, 0x62, 0x20, 0x20, 0x2D, 0x2F, 0x25, 0x2C, 0x31, 0x32, 0x05D0, 0x05D1, 0x05B7, 0x0627,
    0x0628, 0x0644, 0x064E, 0x0661, 0x06F1, 0x0301, 0xAB, 0xBB, 0x4E2D, 0x00A0, 0x21, 0x28, 0x29,
  ]

  private static func text(_ random: inout Random) -> [UInt32] {
    (0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] }
  }

  /// Runs `body` on many texts.
  private func forEachText(_ seed: UInt64, _ body: ([UInt32]) -> Bool) {
    var random = Random(seed: seed)
    for _ in 0..<10_000 {
      let text = Self.text(&random)
      #expect(body(text), "\(text.map { String($0, radix: 16) })")
    }
  }

  @Test func aParagraphInsideIsolatesHasItsOwnLevels() {
    forEachText(71) { text in
      let left = levels(text, .leftToRight)
      let right = levels(text, .rightToLeft)
      return levels([0x2066] + text + [0x2069], .leftToRight).dropFirst().dropLast()
        .elementsEqual(left.map { $0 + 2 })
        && levels([0x2067] + text + [0x2069], .leftToRight).dropFirst().dropLast()
          .elementsEqual(right)
    }
  }

  @Test func marksOfItsOwnDirectionChangeNothingAboutAParagraph() {
    forEachText(72) { text in
      levels([0x200F] + text + [0x200F], .rightToLeft).dropFirst().dropLast()
        .elementsEqual(levels(text, .rightToLeft))
        && levels([0x200E] + text + [0x200E], .leftToRight).dropFirst().dropLast()
          .elementsEqual(levels(text, .leftToRight))
    }
  }

  @Test func oneKindOfBracketIsAsGoodAsAnother() {
    forEachText(73) { text in
      let others = text.map { $0 == 0x28 ? 0x5B : $0 == 0x29 ? 0x5D : $0 }
      return levels(text, .automatic) == levels(others, .automatic)
    }
  }

  @Test func spacesAtTheEndChangeNothing() {
    forEachText(74) { text in
      let shown = lines(text)
      return lines(text + [0x20, 0x20]) == shown && lines(text + [0x20, 0x09]) == shown
    }
  }

  @Test func decomposedTextIsLaidOutLikeComposedText() {
    let accented: [UInt32] = [
      0xE9, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x06C0, 0x06C2, 0x06D3, 0xAC01, 0x1EAD, 0x0929,
      0xFB2E,
    ]
    var random = Random(seed: 75)
    for _ in 0..<5_000 {
      var text = Self.text(&random)
      for place in text.indices where random.below(4) == 0 {
        text[place] = accented[random.below(accented.count)]
      }
      let given = string(text)
      for options in [LayoutOptions(), LayoutOptions(keepsMarks: true)] {
        let expected = laid(given, within: 12, options)
        let (long, short) = (
          given.decomposedStringWithCanonicalMapping, given.precomposedStringWithCanonicalMapping
        )
        #expect(laid(long, within: 12, options) == expected)
        #expect(laid(short, within: 12, options) == expected)
        // The logical text is spelt as it was given: equivalent, as Strings compare.
        #expect(
          laid(long, within: 12, options, in: .logical)
            == laid(short, within: 12, options, in: .logical))
      }
    }
  }

  /// What the lines come from, one behind the other, is the text less the spaces cut between them.
  @Test func theSourcesOfLinesJoinUpToTheText() {
    var random = Random(seed: 76)
    var typesetter = Typesetter()
    for _ in 0..<10_000 {
      let text = RandomText.text(&random)
      let bytes = Array(text.utf8)
      let paragraph = typesetter.paragraph(text, RandomText.options(&random))
      var end: UInt32 = 0
      for line in paragraph.lines(within: Columns(random.below(12))) {
        #expect(isCut(bytes[Int(end)..<Int(line.source.lowerBound)]))
        end = line.source.upperBound
      }
      #expect(isCut(bytes[Int(end)...]))
    }
  }

  @Test func tatweelAndJoinersChangeNoOthersLogicalText() {
    let alphabet = Self.alphabet + [0x0640, 0x200D, 0x0649, 0x06BA]
    var random = Random(seed: 77)
    for _ in 0..<5_000 {
      var text = (0..<random.below(30)).map { _ in alphabet[random.below(alphabet.count)] }
      let plain = logical(text)
      for _ in 0..<3 {
        text.insert(random.below(2) == 0 ? 0x0640 : 0x200D, at: random.below(text.count + 1))
      }
      #expect(logical(text) == plain)
    }
  }
}

extension MetamorphicTests {
  private func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap { Unicode.Scalar($0) })
    return String(view)
  }

  /// The levels of the scalars, without L1.
  private func levels(_ scalars: [UInt32], _ direction: ParagraphDirection) -> [UInt8] {
    var text = ScalarText()
    text.replace(scalars, Array(repeating: 0, count: scalars.count), end: 0)
    var resolver = BidiResolver()
    resolver.resolve(text, direction)
    return resolver.levels[..<scalars.count].map(\.rawValue)
  }

  private func lines(_ scalars: [UInt32]) -> [String] {
    laid(string(scalars), within: 10, LayoutOptions(direction: .rightToLeftIfAny))
  }

  /// The logical text of the whole, without tatweel and ZWJ, and without the spaces at its end: those
  /// stay before a tatweel.
  private func logical(_ scalars: [UInt32]) -> [UInt32] {
    let text = laid(string(scalars), in: .logical).flatMap { $0.unicodeScalars.map(\.value) }
      .filter { $0 != 0x0640 && $0 != 0x200D }
    return Array(text[...(text.lastIndex { $0 != 0x20 } ?? -1)])
  }

  /// Whether bytes hold nothing but spaces, what ends a line, and what is never shown.
  private func isCut(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      let own = ScalarTable.shared.properties(of: scalar.value)
      // A skin tone is shown on nothing, not even on a space.
      return own.bidiClass == .ws || own.isFormat || own.isDroppedMark || own.lineBreakClass == .em
    }
  }
}
