/// A sentence of one language: its own words, and inserted texts between FSI and PDI.
///
/// The isolates (UAX #9, X5c) keep an inserted text's direction from leaking into the sentence.
/// `\(text)` inserts a text from outside, `\(own:)` further words of the language, `\(number:)` a
/// number.
struct Sentence: ExpressibleByStringInterpolation {
  /// The sentence with isolates.
  var text: String

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// The sentence without any control for direction, as a pipe gets it.
  var plain: String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBidiControl { scalars.append(scalar) }
    return String(scalars)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Inserts a text from outside, set apart and without controls of its own.
    mutating func appendInterpolation(_ inserted: String) {
      text += "\u{2068}"
      for scalar in inserted.unicodeScalars { append(scalar) }
      text += "\u{2069}"
    }

    /// Inserts texts from outside, each set apart.
    mutating func appendInterpolation(_ inserted: [String], separator: String) {
      for (index, one) in inserted.enumerated() {
        if index > 0 { text += separator }
        appendInterpolation(one)
      }
    }

    /// Inserts further words of the same language.
    mutating func appendInterpolation(own words: Sentence) { text += words.text }

    /// Inserts further words of the same language, one after another.
    mutating func appendInterpolation(own words: [Sentence], separator: String) {
      text += words.map(\.text).joined(separator: separator)
    }

    /// Inserts a number.
    mutating func appendInterpolation(number: Int) { text += NumberText().text(of: number) }

    private mutating func append(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: text += " "
      case 0x00..<0x20, 0x7F..<0xA0: text += "\u{FFFD}"
      case 0x202A...0x202E, 0x2066...0x2069: break  // an inserted PDI would end our isolate
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it has the property Bidi_Control.
  var isBidiControl: Bool {
    switch value {
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
