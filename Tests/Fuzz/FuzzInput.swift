import TextLayout

/// One paragraph of a test: options, widths, and a text.
///
/// The first of its bytes is the options, the second the width, the third what else is tried; behind
/// them a byte is a scalar of the alphabet, or, where the first byte's highest bit is set, itself.
struct FuzzInput {
  /// Parts the paragraphs of a test. It begins nothing in UTF-8, like others that may stand in a text.
  static let separator: UInt8 = 0xFD

  var options = LayoutOptions()
  var width: Columns = 0
  /// Which places and numbers are tried, where not all are.
  var choice: UInt8 = 0
  /// The text; its memory is used again.
  var text: [UInt8] = []

  /// One scalar a byte, so that what is thought of is mostly text: those that the rules of order,
  /// breaks, clusters and joining speak of.
  static let alphabet: [UInt32] =
    Array(0x20...0x7E) + [
      0x05D0, 0x05D1, 0x05B7, 0x05BE, 0x0621, 0x0622, 0x0623, 0x0627, 0x0628, 0x062F, 0x0633,
      0x0644, 0x0644, 0x0647, 0x0649, 0x064A, 0x064E, 0x0651, 0x0653, 0x0654, 0x0655, 0x0640,
      0x0660, 0x0661, 0x066B, 0x066C, 0x0671, 0x067E, 0x069A, 0x06BA, 0x06C0, 0x06CC, 0x06D5,
      0x06F1, 0x06DD, 0x0600, 0x0710, 0x0780, 0x07CA, 0x0915, 0x0937, 0x094D, 0x093F, 0x0E01,
      0x1100, 0x1161, 0x11A8, 0xAC00, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x202A,
      0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x2028, 0x2029, 0x0009,
      0x000A, 0x000D, 0x001B, 0x001C, 0x001F, 0x0085, 0x00A0, 0x00AB, 0x00BB, 0x00AD, 0x2010,
      0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x202F, 0x2060, 0x20AC, 0x20E3,
      0x2329, 0x232A, 0x3008, 0x3009, 0x3000, 0x3001, 0x4E2D, 0xFF08, 0xFF41, 0xFE0F, 0xFEFF,
      0xFFFC, 0xFFFD, 0x1F1E6, 0x1F1F8, 0x1F468, 0x1F469, 0x1F3FD, 0x1F600, 0x1E900, 0x10D00,
      0x10FFFF, 0xFDD0, 0xE0041, 0x0301, 0x0323, 0x0345, 0x00E9, 0x1EAD, 0x212B,
    ]

  /// Takes over the bytes of a paragraph; whether there is a text among them.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 3 else { return false }
    let directions: [ParagraphDirection] = [
      .automatic, .leftToRight, .rightToLeft, .rightToLeftIfAny,
    ]
    options = LayoutOptions(
      direction: directions[Int(bytes[0] & 3)], keepsMarks: bytes[0] & 4 != 0,
      shapes: bytes[0] & 8 == 0, lineBreaking: bytes[0] & 16 == 0 ? .standard : .news)
    width = bytes[1] < 240 ? Columns(Int(bytes[1] % 48)) : .unlimited
    choice = bytes[2]
    text.removeAll(keepingCapacity: true)
    let rest = UnsafeBufferPointer(rebasing: bytes[3...])
    if bytes[0] & 0x80 != 0 {
      text.append(contentsOf: rest)
    } else {
      for byte in rest { text.append(contentsOf: Self.spellings[Int(byte)]) }
    }
    return true
  }

  private static let spellings: [[UInt8]] = (0...255).map { number in
    let scalar = Unicode.Scalar(alphabet[number % alphabet.count]) ?? "?"
    return UTF8.encode(scalar).map { Array($0) } ?? []
  }
}
