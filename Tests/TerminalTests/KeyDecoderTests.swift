import Display
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String, pause: Bool = true) -> [Key] {
    var decoder = KeyDecoder()
    let keys = text.unicodeScalars.flatMap { decoder.keys(from: .scalar($0.value), at: 0) }
    return pause ? keys + decoder.pause() : keys
  }

  @Test func charactersAndControlsAreKeys() {
    #expect(
      keys("aش \u{6}\u{4}\n\r\u{8}\u{7F}\t") == [
        .character("a"), .character("ش"), .character(" "), .control("f"), .control("d"), .enter,
        .enter, .backspace, .backspace, .tab,
      ])
    #expect(keys("\u{0}\u{1F}\u{9B}") == [.control("@"), .control("_")])
  }

  @Test func escapeIsAKeyOnceNothingFollows() {
    #expect(keys("\u{1B}", pause: false).isEmpty)
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
  }

  @Test func otherFormsOfKnownKeysAreUnderstood() {
    #expect(
      keys("\u{1B}[A\u{1B}OB\u{1B}[1~\u{1B}[F\u{1B}[6~\u{1B}[3~")
        == [.up, .down, .home, .end, .pageDown, .delete])
  }

  @Test(arguments: [
    "\u{1B}[1;5A", "\u{1B}[27;5;9~", "\u{1B}[?1;2c", "\u{1B}[<35;1;1M", "\u{1B}[M   ",
    "\u{1B}]0;A\u{7}", "\u{1B}]0;A\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_A\u{1B}\\",
    "\u{1B}OZ", "\u{1B}[99999999999999999999~", "\u{1B}[I",
  ])
  func unknownSequencesAreSwallowed(sequence: String) {
    #expect(keys(sequence + "j") == [.character("j")])
  }

  @Test func aSequenceMayComeInTwoParts() {
    var decoder = KeyDecoder()
    var keys = "\u{1B}[".unicodeScalars.flatMap { decoder.keys(from: .scalar($0.value), at: 0) }
    keys += decoder.pause()
    keys += decoder.keys(from: .scalar(0x41), at: 1)
    #expect(keys == [.up])
  }

  @Test func pastesAreSwallowedUntilTheyEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: .code(KeyDecoder.pasteStart), at: 0).isEmpty)
    #expect(decoder.keys(from: .scalar(0x41), at: 0).isEmpty)
    #expect(decoder.pause().isEmpty)
    #expect(decoder.keys(from: .code(0o402), at: 0).isEmpty)
    #expect(decoder.keys(from: .code(KeyDecoder.pasteEnd), at: 0).isEmpty)
    #expect(decoder.keys(from: .scalar(0x41), at: 0) == [.character("A")])
  }

  @Test func aPasteThatNeverEndsIsGivenUp() {
    var decoder = KeyDecoder()
    _ = decoder.keys(from: .code(KeyDecoder.pasteStart), at: 0)
    decoder.expire(at: KeyDecoder.patience)
    #expect(decoder.keys(from: .scalar(0x6A), at: KeyDecoder.patience).isEmpty)
    decoder.expire(at: KeyDecoder.patience * 2 + 1)
    #expect(decoder.keys(from: .scalar(0x6A), at: KeyDecoder.patience * 3) == [.character("j")])
  }

  @Test func codesOfNcursesAreKeys() {
    #expect(Key(code: 0o403) == .up)
    #expect(Key(code: 0o410 + 5) == .function(5))
    #expect(Key(code: 0o632) == nil)
  }
}
