import Glibc
import TextLayout

extension LayoutTest {
  /// Says what does not hold of which text, and ends the program.
  @inline(__always)
  func require(_ holds: @autoclosure () -> Bool, _ sentence: StaticString) {
    if !holds() { fail(sentence) }
  }

  @inline(never)
  private func fail(_ sentence: StaticString) {
    let text = given.scalars.map { String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    say(
      """
      It does not hold that \(sentence).
      \(input.options), \(input.width.count) columns, choice \(input.choice):
      \(text)
      As UTF-8: \(input.text)
      After \(count.paragraphs) paragraphs.
      """)
    abort()
  }
}

/// Says a sentence on standard error, where libFuzzer says its own.
func say(_ sentence: String) {
  let bytes = Array((sentence + "\n").utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}
