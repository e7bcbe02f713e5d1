import GRDB

/// Has the steps of commands name what the articles that they named are now, after some were joined
/// (`Twins`) or parted (`Parting`).
///
/// What was joined is as if there had been one all the time: a step changed it where it changed
/// whether either of the two had the mark. So taking back what marked only one of them leaves the mark
/// of the other. What was parted is as if there had been two: what a step did with it, it did with both.
enum SharedSteps {
  /// What became of an article that steps may name.
  enum Event {
    case joined(Twins.Join)
    /// It became another one as well.
    case parted(Int64, into: Int64, hasSteps: Bool)

    fileprivate var statuses: [Int64] {
      switch self {
      case .joined(let join): [join.kept, join.dropped]
      case .parted(let former, let parted, _): [former, parted]
      }
    }

    fileprivate var hasSteps: Bool {
      switch self {
      case .joined(let join): join.hasSteps
      case .parted(_, _, let hasSteps): hasSteps
      }
    }
  }

  /// Follows what became of articles, in that order: once a transaction, since steps are not kept by
  /// status, and not at all where nobody ever marked one of the articles.
  static func follow(_ events: [Event], _ db: Database) throws {
    guard events.contains(where: \.hasSteps) else { return }
    let statuses = Set(events.flatMap(\.statuses))
    let found = try changes(of: statuses, db)
    guard !found.isEmpty else { return }
    var changes = found
    for event in events {
      switch event {
      case .joined(let join):
        changes[join.kept] = joined(changes[join.kept] ?? [], changes[join.dropped] ?? [], by: join)
        changes[join.dropped] = nil
      case .parted(let former, let parted, _):
        changes[parted] = changes[former]
      }
    }
    let remove = try db.cachedStatement(
      sql: "DELETE FROM changes WHERE step = ? AND rank = ? AND kind = ?")
    for one in found.values.joined() { try remove.run([one.step, one.rank, one.kind]) }
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO changes(step, rank, kind, status, old) VALUES(?, ?, ?, ?, ?)
        """)
    for (status, list) in changes {
      let rank = try db.cachedStatement(sql: "SELECT rank FROM headlines WHERE id = ?")
        .int([status])
      for one in list {
        for rank in [rank ?? one.rank, .min + status] {
          try insert.run([one.step, rank, one.kind, status, one.wasSet])
          // A row that was dropped since may have had the rank.
          if db.changesCount > 0 { break }
        }
      }
    }
  }
}

extension SharedSteps {
  /// What one step did with one mark of a status.
  private struct Change {
    let step: Int64
    let kind: Int64
    let rank: Int64
    let wasSet: Bool
  }

  private static func changes(
    of statuses: Set<Int64>, _ db: Database
  ) throws -> [Int64: [Change]] {
    let named = statuses.map(String.init).joined(separator: ",")
    let rows = try Row.fetchCursor(
      db,
      sql:
        "SELECT step, kind, rank, old, status FROM changes WHERE status IN (\(named)) ORDER BY step"
    )
    var changes: [Int64: [Change]] = [:]
    while let row = try rows.next() {
      let change = Change(
        step: try row.value(0), kind: try row.value(1), rank: try row.value(2),
        wasSet: try row.value(3))
      changes[try row.value(4), default: []].append(change)
    }
    return changes
  }

  private static func joined(
    _ kept: [Change], _ dropped: [Change], by join: Twins.Join
  ) -> [Change] {
    let own = changes(kept, join.keptMarks, beside: dropped, join.droppedMarks)
    let known = Set(own.map { [$0.step, $0.kind] })
    let others = changes(dropped, join.droppedMarks, beside: kept, join.keptMarks)
    return (own + others.filter { !known.contains([$0.step, $0.kind]) })
      .sorted { $0.step < $1.step }
  }

  /// The changes of one status that change whether either has the mark: those at which the other,
  /// of these changes and marks, had it not.
  private static func changes(
    _ changes: [Change], _ marks: Set<Int64>, beside other: [Change], _ otherMarks: Set<Int64>
  ) -> [Change] {
    changes.filter { change in
      let others = other.filter { $0.kind == change.kind }
      if let same = others.first(where: { $0.step == change.step }) {
        return same.wasSet == change.wasSet
      }
      if let before = others.last(where: { $0.step < change.step }) { return before.wasSet }
      // What was taken back has left no step that set it, so a first step is no sign of a mark before.
      return !others.isEmpty || !otherMarks.contains(change.kind)
    }
  }
}
