import Testing
import UnicodeData

@testable import TextLayout

/// Small texts whose levels go wrong easily; `x` is what X9 removes.
@Suite struct BidiLevelTests {
  @Test(arguments: [
    ("\u{5D0}(\u{5D1})\u{331}", ParagraphDirection.leftToRight, "11111"),
    ("\u{5D0}\u{2068}-\u{5D1}", .leftToRight, "1011"),
    ("\u{2068}<>\u{2069}\u{5D0}", .automatic, "12211"),
    ("\u{5D0}\u{2068}!1\u{2069}", .automatic, "11221"),
    ("\u{627} 25-30", .rightToLeft, "1122122"),
    ("\u{5D0} 25-30", .rightToLeft, "1122222"),
    ("\u{61C}100-200", .leftToRight, "12221222"),
    ("\u{5D0} %63", .rightToLeft, "11222"),
    ("\u{5D0} 63%", .rightToLeft, "11222"),
    ("\u{5D0} (a) b", .rightToLeft, "1112112"),
    ("a(\u{5D0})b\u{5D1}(1)", .leftToRight, "001001121"),
    ("\u{5D0}(1)a", .leftToRight, "11210"),
    ("\u{5D0}\u{2329}a\u{3009}", .rightToLeft, "1121"),
    ("1\u{200B}%\u{5D0}", .rightToLeft, "2x21"),
    ("a\u{2069}\u{5D0}\u{2069} 1", .automatic, "001112"),
    ("\u{2067}\u{202A}a\u{2069}\u{5D0} b", .automatic, "1x41112"),
    ("\u{202E}12 ab\u{202C}", .leftToRight, "x11111x"),
    ("\u{5D0} \t b", .rightToLeft, "11112"),
    ("\u{5D0} C++\u{200F} \u{5D1}", .rightToLeft, "11211111"),
    ("\u{627}$$1", .rightToLeft, "1112"),
    ("1+2\u{5D0}", .leftToRight, "0001"),
    ("\u{5D0}\u{2066}]\u{2069}\u{2068}\u{5D0}-.", .leftToRight, "10200111"),
  ])
  func smallTextsHaveTheirLevels(
    _ text: String, _ direction: ParagraphDirection, _ expected: String
  ) {
    #expect(levels(text, direction) == expected)
  }

  @Test func isolatesDeeperThanTheLimitAreCountedAndIgnored() {
    let deep = String(repeating: "\u{2067}\u{2066}", count: 100)
    let text = deep + "a" + String(repeating: "\u{2069}", count: 200) + "\u{5D0}"
    #expect(levels(text, .leftToRight).hasSuffix("01"))
  }

  @Test(arguments: [(63, "1"), (64, "0")])
  func theSixtyFourthOpenBracketEndsThePairing(_ count: Int, _ ofClosing: String) {
    let text = "\u{5D0}" + String(repeating: "(", count: count) + "\u{5D1})"
    #expect(levels(text, .leftToRight).hasSuffix("1" + ofClosing))
  }

  @Test func aParagraphInsideIsolatesKeepsItsLevels() {
    for text in ["abc \u{5D0}\u{5D1} 12 (\u{5D2})", "a \u{627} 1/2 b"] {
      let own = levels(text, .leftToRight).compactMap(\.wholeNumberValue)
      let inside = levels("\u{2066}" + text + "\u{2069}", .leftToRight)
        .compactMap(\.wholeNumberValue)
      #expect(inside.dropFirst().dropLast().map { $0 - 2 } == own)
    }
  }

  /// The levels of the scalars of a text, a digit each, as one line.
  private func levels(_ text: String, _ direction: ParagraphDirection) -> String {
    let bytes = Array(text.utf8)
    var scalars = ScalarText()
    bytes.withUnsafeBufferPointer { scalars.decode($0) }
    var resolver = BidiResolver()
    resolver.resolve(scalars, direction)
    return (0..<scalars.count).map { place in
      BidiClassSet.removed.contains(scalars.properties(at: place).bidiClass)
        ? "x" : String(resolver.levels[place].rawValue)
    }.joined()
  }
}
