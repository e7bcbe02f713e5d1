import Foundation
import GRDB
import Glibc
import Synchronization

extension NewsStore {
  /// A part of a batch: articles of one file.
  struct Part {
    let file: FileReading
    var arrivals: [Arrival] = []
    /// Set when the file was read to its end.
    var finished: Finished?

    init(_ file: FileReading) { self.file = file }
  }

  /// What is kept of a file that was read to its end.
  struct Finished {
    /// How it was when the reading began.
    var stamp: FileStamp
    /// What its bytes are known by.
    var digest: Data?
    /// Where its lines ended, and the mark of what stands before.
    var end: (FileEnd, mark: Data)?
  }

  /// Takes a batch in, or, where a mark of this process waits, what stands at its beginning; that
  /// is taken out of `parts`. One transaction. A file counts as read only together with its last
  /// articles, so that whatever is cut short is read again.
  func takeIn(_ parts: inout [Part]) throws(StoreError) -> Intake.Outcome {
    let remembered = fullSeconds.withLock { $0 }
    var rest = parts
    let (outcome, full) = try writeLoosely { db in
      rest = parts
      var total = Intake.Outcome()
      var full = remembered
      taking: while let part = rest.first {
        let file = part.file
        let id = try file.id ?? Self.addFile(db, file)
        file.id = id
        if !part.arrivals.isEmpty {
          let origin = Intake.Origin(
            source: file.source, file: id, path: file.path, wasReadBefore: file.wasReadBefore,
            formerPublication: file.former, rows: file.rows)
          var intake = try Intake(
            db, origin: origin, fullSeconds: full, now: now() / 1000,
            isNewStore: try isNew(db))
          let outcome = try intake.take(
            part.arrivals, seen: &file.seen,
            while: { waitingMarks.load(ordering: .relaxed) == 0 })
          file.publications.formUnion(outcome.publications)
          full = intake.fullSeconds
          total.new += outcome.new
          total.changed += outcome.changed
          total.events += outcome.events
          guard outcome.taken == part.arrivals.count else {
            rest[0].arrivals.removeFirst(outcome.taken)
            break taking
          }
        }
        if let finished = part.finished { try Self.finish(db, file, id: id, finished) }
        rest.removeFirst()
      }
      try SharedSteps.follow(total.events, db)
      return (total, full)
    }
    parts = rest
    fullSeconds.withLock { $0 = full }
    return outcome
  }

  /// Whether this connection found the store empty when it first took something in.
  private func isNew(_ db: Database) throws -> Bool {
    try foundEmpty.withLock { found in
      if let found { return found }
      let isEmpty =
        try db.cachedStatement(sql: "SELECT 1 FROM identities LIMIT 1").int() == nil
      found = isEmpty
      return isEmpty
    }
  }

  /// The files of a source.
  func knownFiles(of source: SourceID) throws(StoreError) -> KnownFiles {
    try read { db in
      var files: [KnownFile] = []
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT id, path, size, mtime, inode, device FROM files WHERE source = ?"),
        arguments: [source.rawValue])
      while let row = try rows.next() {
        let size: Int64? = try row.value(2)
        let stamp = try size.map {
          try FileStamp(
            device: row.value(5), inode: row.value(4), size: $0, modified: row.value(3))
        }
        files.append(try KnownFile(id: row.value(0), path: row.value(1), stamp: stamp))
      }
      return KnownFiles(files)
    }
  }

  /// What is kept of the contents of a file.
  func knownText(of file: Int64) throws(StoreError) -> KnownText {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT publication, digest, read_to, line, tail FROM files WHERE id = ?"),
        arguments: [file])
      guard let row else { return KnownText() }
      var known = try KnownText(publication: row.value(0), digest: row.value(1))
      if let offset: Int = try row.value(2), let line: Int = try row.value(3),
        let mark: Data = try row.value(4)
      {
        known.end = (offset, line, mark)
      }
      return known
    }
  }

  /// Remembers that a file was touched and says what it said.
  func touched(_ file: Int64, _ stamp: FileStamp) throws(StoreError) {
    try write { db in
      try db.cachedStatement(
        sql: "UPDATE files SET device = ?, inode = ?, size = ?, mtime = ? WHERE id = ?"
      ).run([stamp.device, stamp.inode, stamp.size, stamp.modified, file])
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
      let dropIDs = try db.cachedStatement(sql: "DELETE FROM file_ids WHERE file = ?")
      for file in files {
        try drop.run([file])
        try dropIDs.run([file])
      }
    }
  }

  /// Drops what could be taken back a quarter of a year ago: no reader runs as long.
  func dropOldChanges() throws(StoreError) {
    let before = now() / 1000 - 90 * 24 * 3600
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
      file.former = try known.value(1)
      return try known.value(0)
    }
    try db.cachedStatement(sql: "INSERT INTO files(source, path) VALUES(?, ?)")
      .run([file.source, file.path])
    return db.lastInsertedRowID
  }

  private static func finish(
    _ db: Database, _ file: FileReading, id: Int64, _ finished: Finished
  ) throws {
    // A file of several publications can't be renamed as one.
    var publication = file.publications.count == 1 ? file.publications.first.flatMap(\.self) : nil
    if file.isContinued, publication != file.former { publication = nil }
    let stamp = finished.stamp
    try db.cachedStatement(
      sql: """
        UPDATE files SET publication = coalesce(?, publication), device = ?, inode = ?, size = ?,
          mtime = ?, digest = ?, read_to = ?, line = ?, tail = ? WHERE id = ?
        """
    ).run([
      publication, stamp.device, stamp.inode, stamp.size, stamp.modified, finished.digest,
      finished.end?.0.offset, finished.end?.0.line, finished.end?.mark, id,
    ])
  }
}
