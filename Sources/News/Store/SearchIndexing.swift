import Foundation
import GRDB

/// Brings the index of words up to date with the library: what waits in `unindexed`, lowest rank
/// first, some articles a transaction.
///
/// One thread reads and folds what the next transaction writes. Nothing here waits for the disk: what
/// a power cut takes back waits in `unindexed` again.
struct SearchIndexing {
  /// Articles of one transaction: so many that another process's mark does not wait 50 ms.
  static let batch = 250
  /// … or those that have this many bytes, folded.
  fileprivate static let batchBytes = 2 << 20
  /// So many articles are indexed at once when a mark changes what they are found by.
  static let fewAtOnce = 20
  /// After so many transactions the pieces that they leave are merged. Each more that is merged at
  /// once is one less to be merged again, and one more in which a search looks.
  private static let mergedAtOnce = 48
  /// Pages that one step of merging writes.
  private static let mergedPages = 300

  /// What was folded for a transaction.
  struct Batch: Sendable {
    var documents: [(rank: Int64, version: Int64, document: SearchDocument)] = []
  }

  private let store: NewsStore

  init(_ store: NewsStore) {
    self.store = store
  }

  /// Indexes what waits, until nothing does or `goesOn` says no; false when it was ended so.
  func run(_ goesOn: (_ done: Int, _ left: Int) -> Bool) throws(StoreError) -> Bool {
    try renewIfFoldedOtherwise()
    var left = try store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM unindexed") ?? 0
    }
    guard left > 0 else { return true }
    guard try mergeAll({ goesOn(0, left) }) else { return false }
    let reading = left > Self.batch ? try NewsStore(at: store.path, .reading) : store
    var done = 0
    var pieces = 0
    var last = Int64.min
    let line = left > Self.batch ? FoldingLine(reading) : nil
    defer { line?.end() }
    while true {
      let batch: Batch
      if let line {
        batch = try line.next()
      } else {
        batch = try store.read { db in try Batch(db, above: last) }
      }
      guard let highest = batch.documents.last?.rank else { break }
      last = highest
      try write(batch)
      done += batch.documents.count
      left = max(0, left - batch.documents.count)
      guard goesOn(done, left) else { return false }
      pieces += 1
      if pieces.isMultiple(of: Self.mergedAtOnce) {
        guard try mergeAll({ goesOn(done, left) }) else { return false }
      }
    }
    // Beside a large import it costs little.
    guard pieces > Self.mergedAtOnce else { return true }
    return try mergeAll { goesOn(done, 0) }
  }
}

extension SearchIndexing {
  private func write(_ batch: Batch) throws(StoreError) {
    try store.renewingIndex {
      try store.writeLoosely { db in
        let index = SearchIndex(db)
        for (rank, version, document) in batch.documents {
          try index.insert(document, at: rank, version: version)
        }
      }
    }
    store.letOthersIn()
  }

  /// Merges what there is to merge; false when it was ended by a no.
  private func mergeAll(_ goesOn: () -> Bool) throws(StoreError) -> Bool {
    while try merge() {
      guard goesOn() else { return false }
    }
    return true
  }

  /// One step of merging the pieces that transactions leave; false when there is nothing to merge.
  private func merge() throws(StoreError) -> Bool {
    let isMerged = try store.renewingIndex {
      try store.writeLoosely { db in
        try ["words", "heads"].contains { table in
          let before = db.totalChangesCount
          try db.cachedStatement(sql: "INSERT INTO \(table)(\(table), rank) VALUES('merge', ?)")
            .run([Self.mergedPages])
          // FTS5: less than two changes mean that a step did nothing.
          return db.totalChangesCount - before >= 2
        }
      }
    }
    if isMerged { store.letOthersIn() }
    return isMerged
  }

  /// Empties an index that another version of the folding made.
  private func renewIfFoldedOtherwise() throws(StoreError) {
    let isCurrent = { (db: Database) in
      try Int64.fetchOne(db, sql: "SELECT version FROM folding") == FoldingTable.version
    }
    guard try !store.read(isCurrent) else { return }
    try store.write { db in
      guard try !isCurrent(db) else { return }
      for table in ["words", "heads"] {
        try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES('delete-all')")
      }
      try db.execute(sql: "INSERT OR REPLACE INTO unindexed(rank) SELECT rank FROM headlines")
      try db.execute(sql: "UPDATE folding SET version = ?", arguments: [FoldingTable.version])
    }
  }
}

extension SearchIndexing.Batch {
  /// Folds the lowest articles that wait above a rank.
  init(_ db: Database, above rank: Int64) throws {
    var folder = DocumentFolder()
    try self.init(db, above: rank, &folder)
  }

  init(_ db: Database, above rank: Int64, _ folder: inout DocumentFolder) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT rank, version FROM unindexed WHERE rank > ? ORDER BY rank LIMIT ?"),
      arguments: [rank, SearchIndexing.batch])
    var bytes = 0
    for row in rows where bytes < SearchIndexing.batchBytes {
      let rank: Int64 = try row.value(0)
      let document =
        try folder.document(db, at: rank)
        ?? SearchDocument(title: Data(), body: Data(), source: Data(), tags: Data())
      bytes += document.title.count + document.body.count
      documents.append((rank, try row.value(1), document))
    }
  }
}
