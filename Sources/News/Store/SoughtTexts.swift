import Foundation
import GRDB

/// Says of articles whether they have what a question's last word asks for, by reading their texts:
/// just what the index would say of them.
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

  /// Whether there was more to read than may be: then `has` is no answer.
  var isTooMuch: Bool { left < 0 }

  /// Whether the article at a rank has it.
  mutating func has(_ rank: Int64) throws -> Bool {
    guard let row = try IndexedRow(db, at: rank) else { return false }
    return switch sought.field {
    case .anywhere: try hasInHeadline(row) || hasInSource(row) || hasInText(row)
    case .source: hasInSource(row)
    case .tags: try hasInText(row)
    }
  }
}

extension SoughtTexts {
  private mutating func hasInHeadline(_ row: IndexedRow) -> Bool {
    defer { text.clear() }
    text.add(row.title)
    return text.has(sought.inHeadlines)
  }

  private mutating func hasInSource(_ row: IndexedRow) -> Bool {
    defer { text.clear() }
    row.addSources(to: &text)
    return text.has(sought.terms)
  }

  /// Looks through body and tags, and no further than to the first place.
  private mutating func hasInText(_ row: IndexedRow) throws -> Bool {
    guard let stored = try TextParts.text(of: row.id, db) else { return false }
    left -= stored.count
    guard !isTooMuch else { return false }
    defer {
      text.clear()
      tagText.clear()
    }
    let terms = sought.terms
    let isForBodies = sought.field == .anywhere
    var isFound = false
    stored.withUnsafeBytes { stored in
      do throws(ByteReader.Damaged) {
        try StoredText.visit(
          stored,
          text: { piece in
            guard isForBodies, !isFound else { return }
            text.add(piece)
            if terms.areWords { isFound = text.has(terms) }
          },
          tag: { tagText.add($0) })
      } catch {
        // What can't be shown can't be found either.
      }
    }
    if isFound || text.has(terms) { return true }
    for tag in try row.ownTags(db) { tagText.add(tag) }
    return tagText.has(terms)
  }
}
