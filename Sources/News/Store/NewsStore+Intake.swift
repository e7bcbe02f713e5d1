import GRDB
import Glibc
import Synchronization

extension NewsStore {
  /// A part of a batch: articles of one file.
  struct Part {
    let file: FileReading
    var arrivals: [Arrival] = []
    /// Set when the file was read to its end: how it was when that began.
    var finished: FileStamp?

    init(_ file: FileReading) { self.file = file }
  }

  /// Takes a batch in, in one transaction. A file counts as read only together with its last
  /// articles, so that whatever is cut short is read again.
  func takeIn(_ parts: [Part]) throws(StoreError) -> Intake.Outcome {
    let remembered = fullSeconds.withLock { $0 }
    let (outcome, full) = try write { db in
      var total = Intake.Outcome()
      var full = remembered
      for part in parts {
        let file = part.file
        let id = try file.id ?? Self.addFile(db, file)
        file.id = id
        if !part.arrivals.isEmpty {
          let origin = Intake.Origin(
            source: file.source, file: id, path: file.path, wasReadBefore: file.wasReadBefore,
            formerPublication: file.former)
          var intake = try Intake(db, origin: origin, fullSeconds: full)
          let outcome = try intake.take(part.arrivals, seen: &file.seen)
          file.publications.formUnion(outcome.publications)
          full = intake.fullSeconds
          total.new += outcome.new
          total.changed += outcome.changed
        }
        if let stamp = part.finished { try Self.finish(db, file, id: id, stamp) }
      }
      return (total, full)
    }
    fullSeconds.withLock { $0 = full }
    return outcome
  }

  /// The files of a source, by their paths.
  func knownFiles(of source: SourceID) throws(StoreError) -> [String: KnownFile] {
    try read { db in
      var files: [String: KnownFile] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT path, id, publication, device, inode, size, mtime FROM files WHERE source = ?
            """), arguments: [source.rawValue])
      while let row = try rows.next() {
        let size: Int64? = row[5]
        let stamp = size.map {
          FileStamp(device: row[3], inode: row[4], size: $0, modified: row[6])
        }
        files[row[0]] = KnownFile(id: row[1], publication: row[2], stamp: stamp)
      }
      return files
    }
  }

  /// Remembers that files lie elsewhere now.
  func move(_ files: [(id: Int64, path: String)]) throws(StoreError) {
    guard !files.isEmpty else { return }
    try write { db in
      let move = try db.cachedStatement(sql: "UPDATE OR REPLACE files SET path = ? WHERE id = ?")
      for file in files { try move.run([file.path, file.id]) }
    }
  }

  /// Forgets files that are gone; their articles stay.
  func drop(_ files: [Int64]) throws(StoreError) {
    guard !files.isEmpty else { return }
    try write { db in
      let drop = try db.cachedStatement(sql: "DELETE FROM files WHERE id = ?")
      for file in files { try drop.run([file]) }
    }
  }

  /// Drops what could be taken back a quarter of a year ago: no reader runs as long.
  func dropOldChanges() throws(StoreError) {
    let before = Int64(time(nil)) - 90 * 24 * 3600
    let old = try read { db in
      try db.cachedStatement(
        sql: "SELECT step FROM steps WHERE at < ? AND step < (SELECT max(step) FROM steps)"
      ).ints([before])
    }
    for step in old {
      var isDone = false
      while !isDone {
        isDone = try write { db in
          try db.execute(
            sql: """
              DELETE FROM changes WHERE step = ?1
              AND rank IN (SELECT rank FROM changes WHERE step = ?1 LIMIT 2000)
              """, arguments: [step])
          if db.changesCount > 0 { return false }
          try db.execute(sql: "DELETE FROM steps WHERE step = ?", arguments: [step])
          return true
        }
      }
    }
  }
}

extension NewsStore {
  private static func addFile(_ db: Database, _ file: FileReading) throws -> Int64 {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, publication FROM files WHERE source = ? AND path = ?"),
      arguments: [file.source, file.path])
    if let known {
      file.former = known[1]
      return known[0]
    }
    try db.cachedStatement(sql: "INSERT INTO files(source, path) VALUES(?, ?)")
      .run([file.source, file.path])
    return db.lastInsertedRowID
  }

  private static func finish(
    _ db: Database, _ file: FileReading, id: Int64, _ stamp: FileStamp
  ) throws {
    // A file of several publications can't be renamed as one.
    let publication = file.publications.count == 1 ? file.publications.first.flatMap(\.self) : nil
    try db.cachedStatement(
      sql: """
        UPDATE files SET publication = coalesce(?, publication), device = ?, inode = ?, size = ?,
          mtime = ? WHERE id = ?
        """
    ).run([publication, stamp.device, stamp.inode, stamp.size, stamp.modified, id])
  }
}
