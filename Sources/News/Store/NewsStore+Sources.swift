import Foundation
import GRDB
import Glibc
import Synchronization

extension NewsStore {
  /// The name of standard input among the sources.
  public static let standardInput = "-"

  /// The sources of the library, in the order in which they were added.
  public func sources() throws(StoreError) -> [Source] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.path, coalesce(t."all", 0), coalesce(t.unread, 0),
            coalesce(t.right_to_left, 0), s.format
          FROM sources s LEFT JOIN tallies t ON t.source = s.id
          WHERE s.forgotten = 0 ORDER BY s.id
          """)
      return try rows.map {
        try Source(
          id: SourceID(rawValue: $0.value(0)), path: $0.value(1), format: $0.value(5),
          tally: Tally(all: $0.value(2), unread: $0.value(3), rightToLeft: $0.value(4)))
      }
    }
  }

  /// The source at a path, if the library has it; a relative path is one of the working folder.
  public func source(at path: String) throws(StoreError) -> SourceID? {
    try read { db in try Self.source(db, at: path) }
  }

  /// Adds a path to the library, as several are.
  public func add(_ path: String) throws(StoreError) -> SourceID { try add([path])[0] }

  /// Adds paths to the library, all or none; one that it has already is only named. Nothing is read yet.
  public func add(_ paths: [String]) throws(StoreError) -> [SourceID] {
    let known = try read { db in try paths.map { try Self.source(db, at: $0) } }
    if !known.contains(nil) { return known.compactMap(\.self) }
    try finishForgetting()
    return try write { db in try paths.map { try Self.source(db, at: $0) ?? Self.add($0, db) } }
  }

  /// Says of which shape the files of sources are; nil lets each tell by what is in it.
  ///
  /// Where that is new, the next scan reads them all again.
  public func setFormat(_ format: String?, of sources: [SourceID]) throws(StoreError) {
    try write { db in
      for source in sources {
        try db.cachedStatement(
          sql: "UPDATE sources SET format = ?1 WHERE id = ?2 AND format IS NOT ?1"
        ).run([format, source.rawValue])
        guard db.changesCount > 0 else { continue }
        try db.cachedStatement(sql: "\(KnownFiles.readAgain) WHERE source = ?")
          .run([source.rawValue])
      }
    }
  }

  /// Drops a source and the articles that no other source holds; what was read stays known.
  ///
  /// The source is gone at once, its articles in batches; where that is cut short, the next
  /// `finishForgetting` goes on.
  public func forget(_ id: SourceID) throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE sources SET forgotten = 1 WHERE id = ?", arguments: [id.rawValue])
    }
    try finishForgetting()
  }

  /// Drops what is left of forgotten sources.
  func finishForgetting() throws(StoreError) {
    while let source = try read({ db in
      try Int64.fetchOne(db, sql: "SELECT id FROM sources WHERE forgotten = 1")
    }) {
      // Seconds that were full may have room again.
      fullSeconds.withLock { $0 = [:] }
      while try write({ db in
        var forgetting = Forgetting(db, source: source)
        return try forgetting.dropBatch()
      }) {
        usleep(2_000)
      }
    }
  }
}

extension NewsStore {
  private static func add(_ path: String, _ db: Database) throws -> SourceID {
    try db.cachedStatement(sql: "INSERT INTO sources(path) VALUES(?)")
      .run([absolute(path, resolved: true)])
    let id = db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO tallies(source) VALUES(?)").run([id])
    return SourceID(rawValue: id)
  }

  private static func source(_ db: Database, at path: String) throws -> SourceID? {
    // A link may have been resolved when the path was added, and be gone by now: try both.
    for spelling in [absolute(path, resolved: true), absolute(path, resolved: false)] {
      let find = try db.cachedStatement(
        sql: "SELECT id FROM sources WHERE path = ? AND forgotten = 0")
      if let found = try find.int([spelling]) { return SourceID(rawValue: found) }
    }
    return nil
  }

  /// A path from the root, without `.`, `..` and, if wanted and it exists, links.
  static func absolute(_ path: String, resolved: Bool) -> String {
    if path == standardInput { return path }
    if resolved, let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
