import GRDB

/// What the ids say that a publication gives its articles.
///
/// In one file two ids are two articles, whatever their headlines say. In two files they may be one:
/// an export of a reader's has other ids than the feed that it read. There they are one by their address
/// and headline, as those of two publications are, unless their dates differ.
extension Identities {
  /// The publications whose own a status is, as SQL: those that have it, but for where they were seen
  /// to give it no id.
  static func claimants(of status: String) -> String {
    """
    SELECT publication FROM claims c WHERE c.status = \(status) AND NOT EXISTS (
      SELECT 1 FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank
      WHERE h.id = \(status) AND s.publication = c.publication
      GROUP BY h.id HAVING max(s.own_id) IS NULL)
    """
  }

  /// Whether a publication has an article already, and not only where it gives no ids.
  func isClaimed(_ status: Int64, by publication: Int64?) throws -> Bool {
    try db.cachedStatement(
      sql: "SELECT 1 FROM (\(Self.claimants(of: "?1"))) WHERE publication = ?2"
    ).int([status, publication]) != nil
  }

  /// Whether a publication has the article of `status` in another file under an id of its own, and
  /// neither in this file nor on another date than the arrival, which it gives one as well.
  func isElsewhere(
    _ status: Int64, under arrival: Arrival, of publication: Int64?, _ origin: Intake.Origin,
    _ seen: StatusSet
  ) throws -> Bool {
    guard arrival.article.hasOwnID, let publication, !seen.contains(status),
      !batch.contains(where: { $0.article.hasOwnID && isKnown($0, as: status) })
    else { return false }
    let find = try db.cachedStatement(
      sql: """
        SELECT max(f.path = ?4) FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank
        CROSS JOIN files f ON f.id = s.file
        WHERE h.id = ?1 AND s.publication = ?2 AND s.own_id IS NOT NULL
          AND (h.seconds = ?3 OR ?3 IS NULL OR h.seconds IS NULL)
        """)
    return try find.int([status, publication, arrival.article.date?.seconds, origin.path]) == 0
  }

  private func isKnown(_ arrival: Arrival, as status: Int64) -> Bool {
    arrival.keys.certain.first.flatMap { known[$0] } == status
  }
}
