import Foundation
import GRDB

/// Keeps the index of words right while the library changes, in the caller's transaction.
///
/// `words` and `heads` keep no text, so what they forget has to be said to them as it was: it is
/// folded again from what the store has, before that changes. What waits in `unindexed` was not
/// said yet and is never taken back. A row there has a version of its own each time it is put there,
/// so that whoever folded an older text notices.
struct SearchIndex {
  private let db: Database
  private var folder = DocumentFolder()
  private var removed: [(rank: Int64, document: SearchDocument)] = []

  init(_ db: Database) {
    self.db = db
  }

  /// Notes that there is a new text at a rank. The index follows later.
  func add(_ rank: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO unindexed(rank) VALUES(?)").run([rank])
  }

  /// To be said before the text at a rank changes, moves or goes.
  mutating func remove(_ rank: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM unindexed WHERE rank = ?").run([rank])
    guard db.changesCount == 0, let document = try folder.document(db, at: rank) else { return }
    removed.append((rank, document))
  }

  /// Tells the index what was removed: in ascending order, since it writes all it has in memory
  /// whenever a rank is lower than the one before.
  mutating func finish() throws {
    removed.sort { $0.rank < $1.rank }
    for (rank, document) in removed { try delete(document, at: rank) }
    removed = []
  }

  /// Takes back what the index has at some ranks, in ascending order; a few at a time, as each is a
  /// whole text.
  static func remove(_ ranks: [Int64], from db: Database) throws {
    var index = SearchIndex(db)
    for rank in ranks {
      try index.remove(rank)
      if index.removed.count >= SearchIndexing.batch { try index.finish() }
    }
    try index.finish()
  }

  /// Indexes what stands at some ranks, in ascending order, where these are few; else it waits.
  static func addAtOnce(_ ranks: [Int64], to db: Database) throws {
    let index = SearchIndex(db)
    var folder = DocumentFolder()
    for (place, rank) in ranks.enumerated() {
      if place < SearchIndexing.fewAtOnce, let document = try folder.document(db, at: rank) {
        try index.insert(document, at: rank)
      } else {
        try index.add(rank)
      }
    }
  }

  /// Indexes a document, if its text is still the one it was folded from.
  func insert(_ document: SearchDocument, at rank: Int64, version: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM unindexed WHERE rank = ? AND version = ?")
      .run([rank, version])
    if db.changesCount > 0 { try insert(document, at: rank) }
  }

  private func insert(_ document: SearchDocument, at rank: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT INTO words(rowid, title, body, source, tags) VALUES(?, ?, ?, ?, ?)"
    ).run([rank, document.title, document.body, document.source, document.tags])
    try db.cachedStatement(sql: "INSERT INTO heads(rowid, title) VALUES(?, ?)")
      .run([rank, document.title])
  }

  private func delete(_ document: SearchDocument, at rank: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO words(words, rowid, title, body, source, tags)
        VALUES('delete', ?, ?, ?, ?, ?)
        """
    ).run([rank, document.title, document.body, document.source, document.tags])
    try db.cachedStatement(sql: "INSERT INTO heads(heads, rowid, title) VALUES('delete', ?, ?)")
      .run([rank, document.title])
  }
}

extension DocumentFolder {
  /// The document of the article at a rank; nil where there is none.
  mutating func document(_ db: Database, at rank: Int64) throws -> SearchDocument? {
    guard let row = try IndexedRow(db, at: rank), let text = try TextParts.text(of: row.id, db)
    else { return nil }
    let ownTags = try row.ownTags(db)
    return text.withUnsafeBytes { stored in
      do throws(ByteReader.Damaged) {
        return try document(row, stored: stored, ownTags: ownTags)
      } catch {
        // What can't be shown can't be found either, but by its headline.
        return SearchDocument(title: Data(), body: Data(), source: Data(), tags: Data())
      }
    }
  }
}
