import GRDB

/// Makes two articles of one that two publications no longer have in common: one of them has given its
/// own another headline or address since (`Twins` is the other way round).
///
/// What was kept of the one is kept of both, and commands are taken back of both. The row stays with
/// the others. Where its text is that of the publication that parted, it is shown until one of the
/// others' files is read again, as the next scan does.
struct Parting {
  private let db: Database
  private var index: SearchIndex

  /// An article that an arrival parts from.
  struct Former {
    let status: Int64
    let rank: Int64
    let isRightToLeft: Bool
    /// The file whose text is shown.
    let file: Int64
    /// The names of the publications but for that of the arrival, first the one whose text is shown.
    let others: [String]
    /// Whether the text that is shown is of one of them.
    let isTextOfOthers: Bool
    /// The file that goes on being shown; none where it was that of the arrival's publication.
    var fileOfOthers: Int64 { isTextOfOthers ? file : 0 }
    /// Whether the file of the arrival has it as well, of another publication.
    let isThere: Bool
  }

  init(_ db: Database) {
    self.db = db
    index = SearchIndex(db)
  }

  /// What an arrival of `publication` parts from, if that has been the article of `status` and of other
  /// publications; nil where the two still are one, or where nobody else has it.
  ///
  /// `isThere` says that the file brought it in this reading, so that another publication has it there.
  func former(
    _ status: Int64, of arrival: Arrival, publication: Int64, in origin: Intake.Origin,
    isThere: Bool
  ) throws -> Former? {
    let find = try db.cachedStatement(
      sql: """
        SELECT rank, right_to_left, file, title, url, source_text, also,
          (SELECT name FROM publications WHERE id = ?3)
        FROM headlines
        WHERE id = ?1 AND (also IS NOT NULL OR source_text IS NOT ?2)
          AND EXISTS (SELECT 1 FROM claims WHERE status = ?1 AND publication <> ?3)
        """)
    guard let name = arrival.sourceText,
      let row = try Row.fetchOne(find, arguments: [status, name, publication])
    else { return nil }
    let stored = Article(title: try row.value(3), url: try row.value(4))
    guard !IdentityKeys.areOne(stored, arrival.article) else { return nil }
    let (shown, file): (String?, Int64) = try (row.value(5), row.value(2))
    let also = Headline.names(try row.value(6))
    let formerName: String? = try row.value(7)
    // A file of one publication goes on being of one, under whatever name.
    let isOfOne = file == origin.file && origin.formerPublication != nil && !isThere
    let isItsText = shown == name || shown == formerName || isOfOne && !also.contains(name)
    let others = (isItsText ? [] : [shown].compactMap(\.self)) + also.filter { $0 != name }
    guard !others.isEmpty else { return nil }
    return try Former(
      status: status, rank: row.value(0), isRightToLeft: row.value(1), file: file, others: others,
      isTextOfOthers: !isItsText, isThere: isThere)
  }

  /// Takes `publication` from those that have the article; whether it was one of them.
  mutating func leave(
    _ former: Former, _ publication: Int64, in origin: Intake.Origin
  ) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM claims WHERE status = ? AND publication = ?")
      .run([former.status, publication])
    let hadIt = db.changesCount > 0
    try index.remove(former.rank)
    try leaveSource(origin.source, former, publication)
    let (shown, also) = (former.others.first, former.others.dropFirst())
    try db.cachedStatement(
      sql: """
        UPDATE headlines SET source_text = ?, also = ?, file = ?, revision = revision + 1
        WHERE id = ?
        """
    ).run([
      shown, also.isEmpty ? nil : also.joined(separator: "\n"),
      former.fileOfOthers, former.status,
    ])
    if !former.isTextOfOthers {
      try ShownText.give(former.status, to: shown, at: former.rank, db)
    }
    try index.add(former.rank)
    return hadIt
  }

  /// A status with what is kept of another.
  func copy(_ status: Int64) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO statuses(read, starred, place, read_at, changed_at, seen_at, starred_changed,
          tags_changed, place_changed)
        SELECT read, starred, place, read_at, changed_at, seen_at, starred_changed, tags_changed,
          place_changed
        FROM statuses WHERE id = ?
        """
    ).run([status])
    let copy = db.lastInsertedRowID
    for sql in [
      "INSERT INTO taggings(status, tag) SELECT ?, tag FROM taggings WHERE status = ?",
      "INSERT INTO stated(status, source) SELECT ?, source FROM stated WHERE status = ?",
    ] {
      try db.cachedStatement(sql: sql).run([copy, status])
    }
    return copy
  }

  /// Whether another file may have an article than the one that a source was seen to have it in.
  func mayStandElsewhere(_ status: Int64, _ source: Int64) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank
        WHERE h.id = ?1 AND (s.source <> ?2
          OR EXISTS (SELECT 1 FROM files WHERE source = ?2 LIMIT 1 OFFSET 1))
        """
    ).int([status, source]) != nil
  }

  /// Ends the batch.
  mutating func finish() throws { try index.finish() }
}

extension Parting {
  /// Takes a publication from where a source was seen to have an article of it.
  ///
  /// A source keeps one sighting of each article. Where it may have it of another publication as well,
  /// and where no other source has it, it stays there as that one's.
  private func leaveSource(_ source: Int64, _ former: Former, _ publication: Int64) throws {
    let own = "source = ? AND rank = ? AND publication = ?"
    let isElsewhere = try db.cachedStatement(
      sql: """
        SELECT 1 FROM sightings WHERE rank = ?1 AND source <> ?2
          AND NOT EXISTS (SELECT 1 FROM files WHERE source = ?2 LIMIT 1 OFFSET 1)
        """
    ).int([former.rank, source])
    guard isElsewhere != nil, !former.isThere else {
      try db.cachedStatement(
        sql: """
          UPDATE sightings SET own_id = NULL, file = ?, publication = (
            SELECT p.id FROM claims c CROSS JOIN publications p ON p.id = c.publication
            WHERE c.status = ? ORDER BY p.name IS NOT ?, p.id LIMIT 1)
          WHERE \(own)
          """
      ).run([
        former.fileOfOthers, former.status, former.others.first, source, former.rank, publication,
      ])
      return
    }
    try db.cachedStatement(sql: "DELETE FROM sightings WHERE \(own)")
      .run([source, former.rank, publication])
    guard db.changesCount > 0 else { return }
    try db.cachedStatement(sql: "DELETE FROM unread WHERE source = ? AND rank = ?")
      .run([source, former.rank])
    try Tally(
      all: -1, unread: -db.changesCount, rightToLeft: former.isRightToLeft ? -1 : 0
    ).add(to: source, db)
  }
}
