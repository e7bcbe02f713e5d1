import Foundation
import GRDB

extension Identities {
  /// The article without an id whose headline an arrival may have edited: the only one of its feed
  /// that had its address, but for what only tracks.
  ///
  /// The feed is the same publication in the same file, or in another one after that is gone. It is
  /// another article that comes to that address where the former one still stands in the file
  /// under its own headline, but for a later version that says so; and where the two share no date
  /// to the second and no text (without a text the day will do), as with a home page over all that
  /// its feed tells. `seen` are the articles that the file brought in this reading.
  func edited(
    by arrival: Arrival, publication: Int64?, from origin: Intake.Origin, seen: StatusSet
  ) throws -> Int64? {
    let keys = arrival.keys.byAddress + (formerKeys(of: arrival)?.byAddress ?? [])
    guard let first = keys.first, let key = arrival.keys.besideOthers,
      keys.contains(where: { known[$0] != nil })
    else { return nil }
    let ownKeys = try [known[first], status(of: key)].compactMap(\.self)
    let own = try Set(keys.compactMap { known[$0] } + ownKeys).filter { status in
      guard try isOfFeed(status, publication, origin) else { return false }
      // What is there no more was known by its address.
      guard let stored = try stored(status) else { return ownKeys.contains(status) }
      return stored.url.map(PlainAddress.untracked)
        == arrival.article.url.map(PlainAddress.untracked)
    }
    guard own.count == 1, let status = own.first,
      !arrival.keys.certain.contains(where: { known[$0] == status }),
      try isEdit(arrival, of: status, publication: publication, from: origin, seen: seen)
    else { return nil }
    return status
  }
}

extension Identities {
  /// The article of the same file and headline that an arrival is by the other order of day and month,
  /// unless it still stands there: once the file shows which order is its own, its dates are others.
  func redated(
    by arrival: Arrival, from origin: Intake.Origin, seen: StatusSet
  ) throws -> Int64? {
    guard origin.wasReadBefore, !arrival.keys.all.contains(where: { known[$0] != nil }) else {
      return nil
    }
    for key in arrival.keys.byOtherDate {
      if let status = try status(of: key), !seen.contains(status), !stands(status),
        let stored = try stored(status), stored.file == origin.file,
        stored.date == arrival.article.otherDate
      {
        return status
      }
    }
    return nil
  }

  /// The article without id and address that an arrival tells in other words, by its headline and
  /// date: one of its feed that does not stand in the file as it was.
  func retold(
    by arrival: Arrival, publication: Int64?, from origin: Intake.Origin, seen: StatusSet
  ) throws -> Int64? {
    guard let status = arrival.keys.byHeadline.flatMap({ known[$0] }),
      try !isTakenForAnother(arrival, status, seen)
    else { return nil }
    if try FormerArticle.isTextKept(of: status, by: arrival, db) != false { return status }
    guard !seen.contains(status), !stands(status),
      try isOfFeed(status, publication, origin)
    else { return nil }
    return status
  }

  /// The article without id and address whose headline an arrival may have edited: the only one of its
  /// file and date that does not stand there any more and has its text; where the date is a day's, all
  /// of it.
  func retitled(
    by arrival: Arrival, from origin: Intake.Origin, seen: StatusSet
  ) throws -> Int64? {
    guard origin.wasReadBefore, arrival.keys.byHeadline != nil, let date = arrival.article.date,
      !arrival.keys.all.contains(where: { known[$0] != nil })
    else { return nil }
    let second = RankGiver.second(of: date)
    let ofDate = try db.cachedStatement(
      sql: """
        SELECT h.id FROM headlines h CROSS JOIN sightings s ON s.rank = h.rank AND s.source = ?
        WHERE h.rank BETWEEN ? AND ? AND h.file = ? AND h.url IS NULL AND s.own_id IS NULL
        """
    ).ints([origin.source, second << 7, second << 7 | 127, origin.file])
    let former = try ofDate.filter { status in
      guard !seen.contains(status), !stands(status), try stored(status)?.date == date else {
        return false
      }
      return FormerArticle.isToTheSecond(date)
        ? try FormerArticle.isTextKept(of: status, by: arrival, db) == true
        : try TextParts.text(of: status, db) == arrival.text
    }
    return former.count == 1 ? former[0] : nil
  }

  /// Whether a status is of an article that a publication has without an id in this file, or in one
  /// that is gone; where others have the article as well, a source need not show who has it there.
  private func isOfFeed(
    _ status: Int64, _ publication: Int64?, _ origin: Intake.Origin
  ) throws -> Bool {
    try db.cachedStatement(
      sql: """
        SELECT 1 FROM headlines h JOIN sightings s ON s.rank = h.rank
        WHERE h.id = ?1 AND s.own_id IS NULL AND (s.publication IS ?2 OR s.publication IS ?3)
          AND (NOT EXISTS (SELECT 1 FROM files WHERE id = h.file AND path <> ?4)
            OR NOT EXISTS (SELECT 1 FROM files WHERE id = s.file AND path <> ?4))
        UNION ALL
        SELECT 1 FROM claims WHERE status = ?1 AND publication = ?2
          AND NOT EXISTS (SELECT 1 FROM headlines h WHERE h.id = ?1
            AND (h.also IS NULL OR h.rank IN (SELECT rank FROM sightings WHERE publication = ?2)))
        """
    ).int([status, publication, origin.formerPublication ?? publication, origin.path]) != nil
  }

  private func isEdit(
    _ arrival: Arrival, of status: Int64, publication: Int64?, from origin: Intake.Origin,
    seen: StatusSet
  ) throws -> Bool {
    guard let stored = try stored(status) else { return true }
    let former = FormerArticle(stored)
    // What other publications have may stand there as theirs.
    let isThere =
      try shared(status, arrival, publication, origin, seen) == nil
      ? seen.contains(status) || stands(status) : standsInBatch(status, as: arrival)
    if isThere || arrival.comesSecond && stored.file == origin.file {
      let isLater = arrival.article.modified.map { $0.seconds > stored.modified ?? .min }
      return former.hasTime(of: arrival) && isLater == true
    }
    if former.hasTime(of: arrival) { return true }
    // That the text of another publication is another says nothing.
    let isItsText = stored.sourceText == arrival.sourceText
    if let isKept = try FormerArticle.isTextKept(of: status, by: arrival, db), isKept || isItsText {
      return isKept
    }
    return former.hasDay(of: arrival)
  }

  /// Whether an article of several publications stands in the batch for that of an arrival.
  private func standsInBatch(_ status: Int64, as arrival: Arrival) -> Bool {
    batch.contains { other in
      !other.article.hasOwnID && other.scope == arrival.scope
        && other.keys.certain.contains { known[$0] == status }
    }
  }

  /// Whether a key of its headline leads an arrival without an id to an article that has got another
  /// headline since, under which it stands in the file as well.
  func isTakenForAnother(
    _ arrival: Arrival, _ status: Int64, _ seen: StatusSet
  ) throws -> Bool {
    guard !arrival.article.hasOwnID, seen.contains(status) || isStandingTwice(status),
      let stored = try stored(status)
    else { return false }
    return FoldedTitle.text(of: stored.title) != FoldedTitle.text(of: arrival.article.title)
  }

  /// Whether a key of an arrival's address and headline leads to an article that has others now.
  func isOfAnother(_ status: Int64, than arrival: Arrival) throws -> Bool {
    guard arrival.article.url?.isEmpty == false, let stored = try stored(status) else {
      return false
    }
    return !IdentityKeys.areOne(Article(title: stored.title, url: stored.url), arrival.article)
  }

  /// What the list keeps of an article; nil where the library has it no more.
  func stored(_ status: Int64) throws -> Intake.StoredHeadline? {
    try Intake.StoredHeadline(of: status, db)
  }
}
