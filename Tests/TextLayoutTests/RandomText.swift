import TestSupport
import TextLayout

/// Seeded texts rich in controls, brackets, marks and emoji, and options to lay them out with.
enum RandomText {
  private static let alphabet: [UInt32] = [
    0x61, 0x62, 0x7A, 0x20, 0x20, 0x20, 0x2D, 0x2F, 0x28, 0x29, 0x5B, 0x5D, 0x25, 0x2C, 0x31, 0x32,
    0x05D0, 0x05D1, 0x05B7, 0x05BE, 0x0627, 0x0628, 0x0644, 0x0644, 0x064E, 0x0651, 0x0640, 0x0661,
    0x06BA, 0x06F1, 0x0647, 0x0654, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x202A, 0x202B,
    0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x09, 0x2028, 0x0301, 0x0323, 0xAB,
    0xBB, 0x4E2D, 0x1F600, 0x1F468, 0xFE0F, 0x1F3FD, 0x1F1F5, 0x1F1F8, 0x0915, 0x094D, 0x1B, 0xAD,
    0x3008, 0x232A, 0x1100, 0x1161, 0x00E9, 0x2019, 0x00A0,
  ]

  static func text(_ random: inout Random) -> String {
    let count = Int.random(in: 0...60, using: &random)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count {
      guard let value = alphabet.randomElement(using: &random) else { continue }
      scalars.append(Unicode.Scalar(value) ?? "?")
    }
    return String(scalars)
  }

  static func options(_ random: inout Random) -> LayoutOptions {
    let directions: [ParagraphDirection] = [
      .automatic, .leftToRight, .rightToLeft, .rightToLeftIfAny,
    ]
    return LayoutOptions(
      direction: directions.randomElement(using: &random) ?? .automatic,
      keepsMarks: Bool.random(using: &random), shapes: Bool.random(using: &random))
  }
}
