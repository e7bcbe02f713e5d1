import GRDB

/// What the ids say that a publication gives its articles.
///
/// Two that stand in one file at once are two articles, whatever their headlines say. Otherwise they may
/// be one: an export of a reader's has other ids than the feed that it read, and a site may number its
/// articles anew. Then address and headline make them one, as those of two publications are, unless
/// their dates differ. And an id is another article's where nothing else is as it was.
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

  /// Whether a publication has the article of `status` beside the arrival, to which it gives another id.
  func stands(
    _ status: Int64, beside arrival: Arrival, of publication: Int64?, _ origin: Intake.Origin,
    _ seen: StatusSet
  ) throws -> Bool {
    guard try isClaimed(status, by: publication), let stored = try stored(status) else {
      return false
    }
    if Self.differ(stored.date, arrival.article.date) { return true }
    let isInBatch = try batch.contains { other in
      try other.article.hasOwnID && other.keys.certain.first != arrival.keys.certain.first
        && isKnown(other, as: status) && !isReused(by: other, status)
    }
    guard !isInBatch, seen.contains(status) || arrival.comesSecond else { return isInBatch }
    let find = try db.cachedStatement(
      sql: """
        SELECT 1 FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank
        CROSS JOIN files f ON f.id = s.file
        WHERE h.id = ? AND s.publication = ? AND s.own_id <> ? AND f.path = ?
        """)
    return try find.int([status, publication, arrival.article.ownID, origin.path]) != nil
  }

  /// Whether the id of an arrival was another article's: address, headline, time and text are others.
  func isReused(by arrival: Arrival, _ status: Int64) throws -> Bool {
    let keys = arrival.keys.certain
    guard keys.count > 1, !keys.dropFirst().contains(where: { known[$0] == status }),
      let stored = try stored(status), let url = arrival.article.url, let formerURL = stored.url
    else { return false }
    guard PlainAddress.untracked(url) != PlainAddress.untracked(formerURL),
      FoldedTitle.text(of: stored.title) != FoldedTitle.text(of: arrival.article.title),
      Self.differ(stored.date, arrival.article.date)
    else { return false }
    // A few words may begin many texts.
    let tells = arrival.beginning.map { $0.utf8.count > Self.fewWords } ?? false
    return try !tells || FormerArticle.isTextKept(of: status, by: arrival, db) != true
  }

  /// The length of a text's beginning, in bytes, that says nothing of whose it is.
  private static let fewWords = 40

  /// Whether two dates are those of two articles: more than an hour apart, or, where one is a day, more
  /// than a day.
  private static func differ(_ one: ArticleDate?, _ other: ArticleDate?) -> Bool {
    guard let one, let other else { return false }
    let most: Int64 = one.hasTime && other.hasTime ? 3_600 : 86_400
    return abs(one.seconds - other.seconds) > most
  }

  private func isKnown(_ arrival: Arrival, as status: Int64) -> Bool {
    arrival.keys.certain.first.flatMap { known[$0] } == status
  }
}
