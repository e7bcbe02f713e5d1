import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// Texts as they are kept: in half the room, and back again letter by letter.
@Suite struct TextPackingTests {
  private func stored(_ text: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(text)
    return writer.bytes
  }

  private func read(_ bytes: [UInt8]) throws(ByteReader.Damaged) -> String {
    var text = ""
    var seen: [UInt8] = []
    let result = bytes.withUnsafeBytes { bytes -> Result<Void, ByteReader.Damaged> in
      do throws(ByteReader.Damaged) {
        var reader = ByteReader(bytes)
        text = try reader.text()
        reader = ByteReader(bytes)
        try reader.withText { seen = Array($0) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    #expect(seen == Array(text.utf8))
    return text
  }

  @Test(arguments: [
    "", "a", "خبر عاجل من القاهرة", "می‌خواهند کتاب‌ها چگونه ژاپن ۱۲۳", "שָׁלוֹם צה״ל תל־אביב",
    "the “quoted” word — a dash…", "خبر and עברית and Ελλάδα и Москва", "naïve Łódź",
    "中国新聞 خبر 😀 👩‍👩‍👧", "سطر\nثان\tوثالث", "a\u{1}ب", "\u{10}\u{1F}", "\u{600}\u{60B}\u{610}\u{61A}",
    "ڑڈں ےھہ ۀ ە", "\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
  ])
  func textComesBackAsItWas(text: String) throws {
    #expect(Array(try read(stored(text)).utf8) == Array(text.utf8))
  }

  @Test func everyScalarComesBack() throws {
    for first in stride(from: UInt32(0), to: 0x11_0000, by: 64) {
      var text = String.UnicodeScalarView()
      for value in first..<first + 64 { Unicode.Scalar(value).map { text.append($0) } }
      let whole = String(text)
      #expect(Array(try read(stored(whole)).utf8) == Array(whole.utf8), "\(first)")
      for scalar in text where first < 0x3000 {
        let alone = "ب" + String(Character(scalar)) + "ب"
        #expect(Array(try read(stored(alone)).utf8) == Array(alone.utf8), "\(scalar.value)")
      }
    }
  }

  @Test func arabicPersianAndHebrewTakeAByteALetter() {
    for text in ["قال الوزير إن الحكومة", "می‌گوید که کتاب‌های چاپ ژاپن", "אמר ראש הממשלה"] {
      let letters = text.unicodeScalars.count
      #expect(stored(text).count <= letters + 4, "\(text)")
    }
  }

  @Test func whatWouldNotBeShorterStaysAsItIs() {
    for text in ["English", "中国新聞", "é", "\u{1}خبر خبر خبر"] {
      #expect(stored(text) == [UInt8(text.utf8.count * 2)] + Array(text.utf8))
    }
  }

  @Test(arguments: 1...20) func damagedBytesNeverTrap(seed: UInt64) {
    var random = Random(seed: seed)
    let bytes = stored("خبر “عاجل” من القاهرة 中 والصين کتاب עברית 😀")
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      damaged.removeLast(Int.random(in: 0...3, using: &random))
      _ = try? damaged.withUnsafeBytes { bytes throws(ByteReader.Damaged) in
        var reader = ByteReader(bytes)
        _ = try reader.text()
        reader = ByteReader(bytes)
        try reader.withText { _ in }
      }
    }
  }

  // MARK: - In the store

  @Test func longTextIsStoredInParts() throws {
    let library = try StoreFixture()
    let body = String(repeating: "نص طويل text ", count: 5_000)
    let short = String(repeating: "نص قصير ", count: 100)
    let objects = [
      ["id": "1", "title": "a", "body": body], ["id": "2", "title": "b", "body": short],
    ]
    let lines = try objects.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    for (title, body) in [("a", body), ("b", short)] {
      let article = try #require(try library.store.article(library.id(title))).article
      #expect(article.body.map(\.text).joined() == body.trimmingCharacters(in: .whitespaces))
    }
    // A shorter text leaves no part of the longer one.
    try library.write("a.jsonl", #"{"id":"1","title":"a","body":"now short"}"#)
    try library.rescan()
    let article = try #require(try library.store.article(library.id("a"))).article
    #expect(article.body.map(\.text) == ["now short"])
  }

  /// The store of the version before, with what it kept of an article.
  @Test func storeOfTheVersionBeforeIsBroughtUpToDate() throws {
    let library = try StoreFixture()
    try library.write(
      "a.jsonl", #"{"id":"1","title":"عنوان","body":"نص المقال\n\nوفقرة","tags":["tag"]}"#)
    try library.scan("a.jsonl")
    try library.store.index()
    let id = try library.id("عنوان")
    let article = try #require(try library.store.article(id)).article
    try library.store.write { db in
      try db.execute(
        sql: """
          CREATE TABLE bodies(id INTEGER PRIMARY KEY, blocks BLOB NOT NULL);
          DROP TABLE texts; DROP TABLE words; DROP TABLE file_ids; DROP TABLE heirs;
          DROP TABLE stated; DELETE FROM unindexed;
          CREATE VIRTUAL TABLE words USING fts5(
            title, body, source, tags, content='', tokenize="ascii tokenchars '_=+#-'");
          PRAGMA user_version = 4;
          """)
      try db.execute(
        sql: "INSERT INTO bodies VALUES(?, ?)", arguments: [id.rawValue, Self.plain(article)])
    }
    let store = try NewsStore(at: library.store.path, .writing)
    #expect(try store.article(id)?.article == article)
    try store.index()
    #expect(try store.search(SearchQuestion("المقال عنوان tag:tag")).count == 1)
    #expect(try store.search(SearchQuestion("عن"), end: .typing).count == 1)
  }

  /// What the first form of a stored text was, of an article with a body and tags alone.
  private static func plain(_ article: Article) -> Data {
    func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }
    var bytes: [UInt8] = [StoredText.Form.plain.rawValue]
    bytes += article.ownID.map { [1] + text($0) } ?? [0]
    bytes += [0, 0, 0, 0, 0, 0, 0, 0]
    bytes += [UInt8(article.tags.count)] + article.tags.flatMap(text)
    bytes += [0, 0, 0, 0, UInt8(article.body.count)]
    for block in article.body { bytes += [0] + text(block.text) + [0] }
    return Data(bytes)
  }
}
