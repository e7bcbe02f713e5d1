import Foundation
import GRDB

/// Says of articles where they have what a question's last word asks for, by reading their texts: just
/// what the index would say of them.
struct SoughtTexts {
  private let db: Database
  private let sought: SoughtEnd
  private var text = SearchText()
  private var tagText = SearchText()
  /// How many bytes of texts may still be read.
  private var left: Int

  /// - Parameter bytes: how many are read at most, as they are stored.
  init(_ sought: SoughtEnd, _ db: Database, bytes: Int) {
    self.db = db
    self.sought = sought
    left = bytes
  }

  /// Whether there was more to read than may be: then what was said last is no answer.
  var isTooMuch: Bool { left < 0 }

  /// At how many places the article at a rank has it; no more than `most` are looked for.
  mutating func places(at rank: Int64, upTo most: Int) throws -> Int {
    guard let row = try IndexedRow(db, at: rank) else { return 0 }
    var count = 0
    if sought.field == .anywhere { count += placesInHeadline(row, upTo: most) }
    if sought.field != .tags, count < most { count += placesInSource(row, upTo: most - count) }
    if sought.field != .source, count < most { count += try placesInText(row, upTo: most - count) }
    return count
  }
}

extension SoughtTexts {
  private mutating func placesInHeadline(_ row: IndexedRow, upTo most: Int) -> Int {
    defer { text.clear() }
    text.add(row.title)
    return text.places(of: sought.inHeadlines, upTo: most)
  }

  private mutating func placesInSource(_ row: IndexedRow, upTo most: Int) -> Int {
    defer { text.clear() }
    row.addSources(to: &text)
    return text.places(of: sought.terms, upTo: most)
  }

  /// Looks through body and tags.
  private mutating func placesInText(_ row: IndexedRow, upTo most: Int) throws -> Int {
    guard let stored = try TextParts.text(of: row.id, db) else { return 0 }
    left -= stored.count
    guard !isTooMuch else { return 0 }
    defer {
      text.clear()
      tagText.clear()
    }
    let terms = sought.terms
    let isForBodies = sought.field == .anywhere
    var count = 0
    stored.withUnsafeBytes { stored in
      do throws(ByteReader.Damaged) {
        try StoredText.visit(
          stored,
          text: { piece in
            guard isForBodies, count < most, !terms.areWords || terms.mayStand(in: piece) else {
              return
            }
            text.add(piece)
            if terms.areWords { count += text.places(of: terms, upTo: most - count) }
          },
          tag: { tagText.add($0) })
      } catch {
        // What can't be shown can't be found either.
      }
    }
    if !terms.areWords { count += text.places(of: terms, upTo: most) }
    guard count < most else { return count }
    for tag in try row.ownTags(db) { tagText.add(tag) }
    return count + tagText.places(of: terms, upTo: most - count)
  }
}
