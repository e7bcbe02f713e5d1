import Foundation
import Testing

@testable import News

/// Spellings that a search takes for one, and those that it doesn't.
@Suite struct SearchFoldingTests {
  private func words(_ text: String) -> [String] {
    TextWords(text).strings
  }

  @Test(arguments: [
    ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
    ("مسؤولون مسئولون", "مسءولون مسءولون"),
    ("مستشفى مستشفي علی", "مستشفي مستشفي علي"),
    ("کتاب كتاب", "كتاب كتاب"),
    ("جامعة جامعه", "جامعه جامعه"),
    ("مُحَمَّدٌ محـــمد", "محمد محمد"),
    ("هٰذا", "هذا"),
    ("و\u{0654} ي\u{0654} ا\u{0654} ى\u{0654}", "ء ء ا ء"),
    ("می‌خواهند", "مي خواهند"),
    ("שָׁלוֹם מלך ספרים", "שלומ מלכ ספרימ"),
    ("צה״ל צה\"ל ארה''ב", "צהל צהל ארה ב"),
    ("בית־ספר", "בית ספר"),
    ("٢٠٢١ ۲۰۲۱ 2021", "2021 2021 2021"),
    ("Ærøskøbing Straße İstanbul Łódź naïve", "aeroskobing strasse istanbul lodz naive"),
    ("CAFÉ cafe\u{301}", "cafe cafe"),
    ("ﻻ ﷲ ﻣﺤﻤﺪ", "لا الله محمد"),
    ("\u{202B}خبر\u{202C} \u{2067}عاجل\u{2069}", "خبر عاجل"),
    ("ＡＢＣ１２", "abc12"),
    ("ΑΘΉΝΑ Αθήνας", "αθηνα αθηνασ"),
    ("Ещё МОСКВА", "еще москва"),
    ("中国新聞", "中 国 新 聞"),
    ("अंतरराष्ट्रीय", "अंतरराष्ट्रीय"),
    ("AT&T a.b-c", "at t a b c"),
    ("", ""), ("* \" ' + # — …", ""),
  ])
  func textIsFolded(text: String, folded: String) {
    #expect(words(text) == folded.split(separator: " ").map(String.init))
  }

  /// Foundation is the second opinion: whatever it decomposes to letters of ASCII must fold to them.
  @Test func latinLettersAreWhatUnicodeDecomposesThemTo() throws {
    var checked = 0
    let blocks: [ClosedRange<UInt32>] = [
      0x41...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06,
      0xFF21...0xFF5A,
    ]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init)
    where scalar.properties.isAlphabetic {
      let text = String(Character(scalar))
      let letters = text.decomposedStringWithCompatibilityMapping.lowercased()
        .decomposedStringWithCompatibilityMapping.unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark }
      guard !letters.isEmpty, letters.allSatisfy({ 0x61...0x7A ~= $0.value }) else { continue }
      #expect(words(text) == [String(String.UnicodeScalarView(letters))], "\(scalar.value)")
      checked += 1
    }
    #expect(checked > 600)
  }

  @Test(arguments: [
    ("الصين", ["صين"]), ("والصين", ["صين"]), ("وبالأسعار", ["اسعار"]), ("للصين", ["صين"]),
    ("فالحكومة", ["حكومه"]), ("ولبنان", ["لبنان", "بنان"]), ("كتاب", ["تاب"]), ("صين", []),
    ("بيت", []), ("الغد", []), ("لله", []), ("news", []), ("والد", ["الد"]),
  ])
  func arabicCliticsAreTakenOff(word: String, rest: [String]) throws {
    let folded = try #require(words(word).first)
    let bytes = Array(folded.utf8)
    let clitics = bytes.withUnsafeBufferPointer { ArabicClitics($0) }
    let found = [clitics.first, clitics.second].compactMap(\.self)
    #expect(found.map { String(decoding: bytes[$0...], as: UTF8.self) } == rest)
  }

  @Test func whatIsNotUTF8PartsWords() {
    let bytes: [UInt8] = [0x61, 0xD8, 0x62, 0xE2, 0x82, 0x63, 0xF0, 0x9F, 0xFF, 0x64, 0xC0, 0xD9]
    var folder = WordFolder()
    var found: [UInt8] = []
    var count = 0
    bytes.withUnsafeBufferPointer { text in
      folder.begin()
      while folder.next(in: text, into: &found) != nil { count += 1 }
    }
    #expect(String(decoding: found, as: UTF8.self) == "abcd")
    #expect(count == 4)
  }

  @Test func longWordIsFoundByItsBeginning() {
    let long = String(repeating: "خ", count: 500_000)
    #expect(words(long) == [String(repeating: "خ", count: WordFolder.longest / 2)])
  }

  /// What is passed over since it has no letter of a script has none that is folded to one, either.
  @Test func lettersOfAScriptAreKnownByTheirFirstByte() {
    var letters = 0
    var folder = WordFolder()
    // Behind these are ideographs and what is no letter.
    for scalar in (0..<0x20000 as Range<UInt32>).compactMap(Unicode.Scalar.init) {
      var text = String(scalar)
      text.withUTF8 { text in
        var bytes: [UInt8] = []
        folder.begin()
        while folder.next(in: text, into: &bytes) != nil {}
        for script in bytes.compactMap(SoughtTerms.Script.init(folded:)) {
          letters += 1
          #expect(text.contains { script.hasLetters(beginningWith: $0) }, "\(scalar)")
        }
      }
    }
    #expect(letters > 500)
  }
}

extension TextWords {
  /// The words as texts.
  var strings: [String] { found.indices.map { String(decoding: letters(of: $0), as: UTF8.self) } }
}
