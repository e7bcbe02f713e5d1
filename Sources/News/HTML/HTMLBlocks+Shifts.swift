// Digits above and below the line: 10<sup>6</sup> is not 106.

extension HTMLBlocks {
  /// Writes the text from `start` in digits that stand above or below the line, where it is figures.
  mutating func shiftDigits(from start: Int, isAbove: Bool) {
    guard start < text.count else { return }
    let figures = Array(isAbove ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉")
    var shifted = ""
    for byte in text[start...] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        shifted.append(figures[Int(byte - UInt8(ascii: "0"))])
      case UInt8(ascii: "-"): shifted.append(isAbove ? "⁻" : "₋")
      case UInt8(ascii: "+"): shifted.append(isAbove ? "⁺" : "₊")
      default: return
      }
    }
    spans.removeAll { $0.range.upperBound > start }
    text.replaceSubrange(start..., with: Array(shifted.utf8))
  }
}
