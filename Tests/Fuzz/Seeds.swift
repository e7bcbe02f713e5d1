import Glibc

/// What the fuzzer begins with: news, spelling, and everything bad that is known.
enum Seeds {
  private static let texts = [
    "قال الوزير إن النمو بلغ 3.5% في عام 2026، مقابل 25-30 مليار دولار (COVID-19).",
    "הממשלה אישרה את ההצעה ב־12 במאי: \"לא נחזור\" (כ-150 אלף ש\"ח) – 15–18.",
    "خانهٔ ما می‌رود؛ ۱۲٬۵۰۰ تومان، https://example.org/a?b=c&d=e",
    "The quick brown fox (of 1,000 words) said “no” – then left.", "لالا لَّا لآ لأ لإ لـا ل‌ا ل‍ا",
    "a\u{202E}b\u{2067}c\u{2068}1\u{2069}\u{2069}\u{202C}", "((([[[{{{אבג}}}]]])))",
    "👨‍👩‍👧 👍🏽 🇵🇸🇱🇧 1\u{FE0F}\u{20E3} क्षि 각", "1////////1 a@b.com C++ $15.50",
    "\u{200D}\u{0301}\u{0301} \u{0301}\u{2028}\u{2029}\r\n\t\u{1B}[31m",
    "ښـښ ښ‌ـ ڕۆژ سڀ ؠێ بسم 10 – 20 و 200 مليار",
  ]

  /// Writes them into a folder, which is made; whether that could be done.
  static func write(to folder: String) -> Bool {
    mkdir(folder, 0o700)
    let spelt = texts.map { Array($0.utf8) }
    for (number, text) in spelt.enumerated() {
      for option: UInt8 in [0x80, 0x85, 0x8A, 0x90, 0x97] {
        let start = [option, UInt8(10 * number + 5)]
        // The same text a few times, something else tried of each.
        let parts = (0..<8).map { start + [UInt8(17 * $0 + number)] + text }
        guard write(join(parts), to: "\(folder)/news-\(number)-\(option)") else { return false }
      }
    }
    for option: UInt8 in [0x80, 0x84, 0x93] {
      let part = [option, 40, option] + Array(spelt.joined(separator: [0x20]))
      guard write(join([part, part]), to: "\(folder)/long-\(option)") else { return false }
    }
    for number in 0..<64 {
      let bytes = (0..<number + 8).map { UInt8(truncatingIfNeeded: $0 * (2 * number + 1) + number) }
      let start = [UInt8(number & 31), UInt8(number), UInt8(4 * number)]
      guard write(start + bytes, to: "\(folder)/scalars-\(number)") else { return false }
    }
    return true
  }

  private static func join(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.joined(separator: [FuzzInput.separator]))
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
