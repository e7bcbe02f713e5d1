import GRDB
import Synchronization

extension NewsStore {
  /// Sets marks on articles: all of them or none, on the disk when this returns.
  ///
  /// What is so already changes nothing, and an article that the library doesn't have is passed
  /// over. An article that has become another since is that one.
  @discardableResult
  public func change(_ ids: [ArticleID], _ marks: [Mark]) throws(StoreError) -> Marked {
    try command { try $0.change(ids, marks) }
  }

  /// Marks articles read or unread, as `change` does.
  @discardableResult
  public func mark(_ ids: [ArticleID], read: Bool) throws(StoreError) -> Marked {
    try change(ids, [.read(read)])
  }

  /// Marks every unread article of a list read, as one command.
  @discardableResult
  public func markAllRead(in scope: Scope) throws(StoreError) -> Marked {
    try command { try $0.markAllRead(of: scope.sources, scope.kind) }
  }

  /// Takes back the last command of this connection that changed marks, as one.
  ///
  /// Where another process has changed a mark since, that stays as it is now; a command of which
  /// nothing is left to take back is passed over, and the one before it taken back. Nil when there is
  /// nothing to take back.
  public func undo() throws(StoreError) -> Marked? {
    try takeBack(from: \.done, to: \.undone)
  }

  /// Does again what was taken back last, as one; nil when there is nothing, or when another
  /// command came after it.
  public func redo() throws(StoreError) -> Marked? {
    try takeBack(from: \.undone, to: \.done)
  }

  /// Remembers where an article was read to; nil is its start. That is no command: it can't be
  /// undone, and it needs no undoing.
  ///
  /// - Returns: How many articles have another place now.
  @discardableResult
  public func keep(_ place: TextPlace?, of id: ArticleID) throws(StoreError) -> Int {
    try writeMark { db in
      try db.cachedStatement(
        sql: """
          UPDATE statuses SET place = ?2, place_changed = max(?3, coalesce(place_changed, 0) + 1)
          WHERE id = \(Heirs.heir(of: "?1")) AND place IS NOT ?2
          """
      ).run([id.rawValue, place?.packed, now()])
      return db.changesCount
    }
  }

  /// What a reader left at an article; nil where the library has no such article.
  public func status(of id: ArticleID) throws(StoreError) -> ArticleStatus? {
    try read { db in
      let find = "SELECT id FROM headlines WHERE id = \(Heirs.heir(of: "?1"))"
      guard let id = try db.cachedStatement(sql: find).int([id.rawValue]) else { return nil }
      return try ArticleStatus(of: ArticleID(rawValue: id), db)
    }
  }

  /// All tags that some article has, in alphabetical order.
  public func tags() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT name FROM tags WHERE EXISTS (SELECT 1 FROM taggings g WHERE g.tag = tags.id)
            ORDER BY name
            """))
    }
  }

  /// How many articles of `sources`, or of the library, are starred.
  public func starredCount(of sources: [SourceID]) throws(StoreError) -> Int {
    try read { db in
      let ranks = ListQueries.starredRanks(in: sources)
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(ranks))") ?? 0
    }
  }

  /// Takes the last step of one list back that changes something by it; what takes that back in turn
  /// goes to the other.
  private func takeBack(
    from list: WritableKeyPath<OwnSteps, [Int64]>,
    to other: WritableKeyPath<OwnSteps, [Int64]>
  ) throws(StoreError) -> Marked? {
    let steps = ownSteps.withLock { $0[keyPath: list] }
    guard !steps.isEmpty else { return nil }
    let (marked, left) = try writeMark { db in try takeBack(lastOf: steps, db) }
    ownSteps.withLock { own in
      let taken = Set(steps[left...])
      own[keyPath: list].removeAll { taken.contains($0) }
      if let marked { own[keyPath: other].append(marked.change.rawValue) }
    }
    return marked
  }

  /// Takes the last of `steps` back that changes something by it, and how many stand before it.
  private func takeBack(lastOf steps: [Int64], _ db: Database) throws -> (Marked?, left: Int) {
    for (place, step) in steps.enumerated().reversed() {
      let marked = try Marking(db, now: now()).undo(step)
      if marked.count > 0 { return (marked, place) }
    }
    return (nil, 0)
  }

  private func command(_ body: (Marking) throws -> Marked) throws(StoreError) -> Marked {
    let marked = try writeMark { db in try body(Marking(db, now: now())) }
    if marked.count > 0 {
      ownSteps.withLock { $0 = OwnSteps(done: $0.done + [marked.change.rawValue]) }
    }
    return marked
  }

  /// Writes a mark; a batch that is being taken in on this connection ends early for it.
  private func writeMark<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    waitingMarks.add(1, ordering: .relaxed)
    defer { waitingMarks.subtract(1, ordering: .relaxed) }
    return try write(body)
  }
}

/// The steps that a connection made, oldest first: those it may take back, those it took back.
struct OwnSteps {
  var done: [Int64] = []
  var undone: [Int64] = []
}

extension ArticleStatus {
  /// What is kept of an article; nil where there is no status of that number.
  init?(of id: ArticleID, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT place, CASE read WHEN 1 THEN read_at END, seen_at FROM statuses WHERE id = ?"),
      arguments: [id.rawValue])
    guard let row else { return nil }
    let place: Int64? = try row.value(0)
    let tags = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT name FROM taggings g JOIN tags t ON t.id = g.tag WHERE g.status = ? ORDER BY name
          """), arguments: [id.rawValue])
    try self.init(
      tags: tags, place: place.flatMap(TextPlace.init(packed:)), readAt: row.value(1),
      firstSeen: row.value(2))
  }
}
