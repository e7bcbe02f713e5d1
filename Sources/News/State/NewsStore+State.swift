import Foundation
import GRDB

extension NewsStore {
  /// What taking in a state did.
  public struct Merged: Equatable, Sendable {
    /// How many articles the file tells of.
    public var articles = 0
    /// How many of them something was newer of than here.
    public var changed = 0
    /// How many lines could not be taken in.
    public var problems = 0
  }

  /// Hands out what the reader keeps of every article that was touched, a line of JSON each, in the
  /// order of their keys: libraries that keep the same give the same lines. Articles that are gone are
  /// among them.
  public func exportState(_ body: (String) -> Void) throws(StoreError) {
    try read { db in try KeptState.forEach(in: db) { body($0.line) } }
  }

  /// Takes in what `exportState` wrote, elsewhere or here: of each thing that is kept of an article
  /// the newest counts. All of it or nothing, in one transaction; what is told of articles that
  /// have not come yet waits for them.
  ///
  /// - Parameter progress: is told how many bytes were read.
  /// - Parameter problem: is told what is wrong, and where; of many the first hundred, and then how
  ///   many more there were.
  public func importState(
    from descriptor: Int32, name: String, progress: (_ bytes: Int) -> Void = { _ in },
    problem: (Problem) -> Void
  ) throws(StoreError) -> Merged {
    try withoutActuallyEscaping(progress) { progress throws(StoreError) in
      try importState(StateReader(descriptor, name: name, progress: progress), problem: problem)
    }
  }

  private func importState(
    _ lines: consuming StateReader, problem: (Problem) -> Void
  ) throws(StoreError) -> Merged {
    var lines = lines
    var merged = Merged()
    var problems = ProblemLimit()
    do {
      try queue.writeWithoutTransaction { db in
        let merging = try StateMerging(db, now: now())
        // The file is read before the lock is taken: it may be a pipe that never ends.
        try db.inTransaction(.deferred) {
          try lines.forEach { (state) throws(any Error) in
            merged.articles += 1
            try merging.stage(state)
          } problem: {
            merged.problems += 1
            problems.take($0, problem)
          }
          problems.end(problem)
          return .commit
        }
        try db.inTransaction(.immediate) {
          guard isInPlace else { throw StoreError(.removed, path: path) }
          merged.changed = try merging.merge()
          return .commit
        }
        try merging.end()
      }
    } catch {
      throw noted(StoreError(error, path: path))
    }
    return merged
  }
}

extension KeptState {
  /// Calls `body` with what a store keeps of every article that was touched, in the order of their
  /// keys.
  static func forEach(in db: Database, _ body: (KeptState) throws -> Void) throws {
    // A store of before, which is read where it is damaged, has none.
    let status = try db.tableExists("heirs") ? Heirs.heir(of: "i.status") : "i.status"
    let tags = try db.makeStatement(
      sql: """
        SELECT name FROM taggings g JOIN tags t ON t.id = g.tag WHERE g.status = ? ORDER BY name
        """)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.id, t.read, t.changed_at, CASE read WHEN 1 THEN t.read_at * 1000 END,
          t.starred, t.starred_changed, t.tags_changed, t.place, t.place_changed,
          t.seen_at * 1000, i.key
        FROM (
          SELECT t.id AS status, i.key, min(i.key) OVER (PARTITION BY t.id) AS first
          FROM identities i CROSS JOIN statuses t ON t.id = \(status)
          WHERE t.read OR t.starred OR coalesce(
            t.changed_at, t.starred_changed, t.tags_changed, t.place_changed) IS NOT NULL
        ) i JOIN statuses t ON t.id = i.status
        ORDER BY i.first, i.key
        """)
    var last: (id: Int64, state: KeptState)?
    while let row = try rows.next() {
      guard let key = IdentityKey(try row.value(10) as Data) else { continue }
      let id: Int64 = try row.value(0)
      if last?.id == id {
        last?.state.keys.append(key)
        continue
      }
      if let last { try body(last.state) }
      var state = try KeptState(row, key: key)
      if state.tags.changed != nil {
        state.tags.value = try String.fetchAll(tags, arguments: [id])
      }
      last = (id, state)
    }
    if let last { try body(last.state) }
  }

  /// Whether a reader did anything with the article.
  var isTouched: Bool {
    let changes = [read.changed, starred.changed, tags.changed, place.changed]
    return read.value || starred.value || changes.contains { $0 != nil }
  }

  /// The state in a row of `forEach`, by its first key and without its tags.
  private init(_ row: Row, key: IdentityKey) throws {
    keys = [key]
    read = Dated(value: try row.value(1), changed: try row.value(2))
    readAt = try row.value(3)
    starred = Dated(value: try row.value(4), changed: try row.value(5))
    tags = Dated(value: [], changed: try row.value(6))
    let place: Int64? = try row.value(7)
    self.place = Dated(value: place.flatMap(TextPlace.init(packed:)), changed: try row.value(8))
    firstSeen = try row.value(9)
  }
}
