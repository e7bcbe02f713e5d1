import Foundation
import GRDB

/// What ids mean within a file whose articles name no publication and no host that an id could count
/// within (`Arrival.fileID`): there the file is the feed, under whatever name it lies. Renamed and
/// changed between two scans it is another one, and so is each that comes through standard input.
///
/// An article that none of its keys finds is the one that its id stood for in the file before, so
/// that a headline or a date may be edited. But files are also written anew with other news under
/// the same ids, and some programs give every article the same one. It is another article where
///
/// - the article of before still stands in the file as it was: then only a date to the second that
///   both have makes them one, as in a log of an article's versions;
/// - the articles share no headline, no date to the second and no text; without a text the day will
///   do, or an address within the site, as long as no row was seen to have moved. An id looks like
///   what it will: `item-0` is as much a row's number as `1` is.
///
/// An id that stood for two articles of a file at once tells no articles apart there from then on. A
/// row that has another id now is known by its headline and date, and by its text where the date
/// is a day's.
struct FileIDs {
  private let db: Database
  private let file: Int64
  private let wasReadBefore: Bool
  /// The rows of the file, or, where it was not read ahead, of the batch.
  private let rows: FileRows
  /// The articles of the batch that their keys find.
  private let known: Set<Int64>
  /// The ids that were noted of this batch.
  private var noted: Set<String> = []

  /// The ids of a file for a batch of its articles; nil for standard input, which brings another
  /// file every time.
  /// `known` are the articles that their keys find.
  init?(_ db: Database, _ origin: Intake.Origin, for batch: [Arrival], known: Set<Int64>) {
    guard origin.path != NewsStore.standardInput else { return nil }
    self.db = db
    self.known = known
    file = origin.file
    wasReadBefore = origin.wasReadBefore
    rows = origin.rows ?? FileRows()
    guard origin.rows == nil, batch.contains(where: { $0.fileID != nil }) else { return }
    for arrival in batch { rows.note(arrival.article) }
  }

  /// The status of the article that an arrival's id stood for, if this is the same article; `seen`
  /// are those that the file brought in this reading.
  mutating func status(of arrival: Arrival, seen: StatusSet) throws -> Int64? {
    if let status = try statusOfMovedRow(arrival, seen) {
      rows.haveMoved = true
      return status
    }
    let isScoped = arrival.fileID == nil
    guard let id = isScoped ? arrival.article.ownID : arrival.fileID, wasReadBefore || !isScoped,
      let status = try meaning(of: id), status != Self.several
    else { return nil }
    let former = try FormerArticle(status, db)
    let hasTitle = former?.title == arrival.article.title
    // The file has been given a publication since.
    if isScoped { return hasTitle && !seen.contains(status) ? status : nil }
    let hasTime = former?.hasTime(of: arrival) == true
    let hasMoved = former.map { former in
      hasTitle
        ? former != FormerArticle(arrival.article) && rows.has(former) : rows.hasTitle(former.title)
    }
    if hasMoved == true { rows.haveMoved = true }
    if hasMoved == true || seen.contains(status) || arrival.comesSecond {
      return hasTime ? status : nil
    }
    guard let former else { return nil }
    let isSame = try hasTitle || hasTime || isSameText(arrival, former, status)
    return isSame ? status : nil
  }

  /// Notes that an arrival's id stands for the article of `status`.
  mutating func note(_ arrival: Arrival, _ status: Int64, seen: StatusSet) throws {
    guard let id = arrival.fileID else { return }
    let name = Self.rowName(arrival.article.title)
    if Self.isRow(arrival), try !isStillToCome(name, seen) { try set(name, to: status) }
    let isAgain = !noted.insert(id).inserted
    let known = try meaning(of: id)
    guard known != status, known != Self.several else { return }
    // Rows that moved have one another's numbers.
    let mayHaveMoved = rows.haveMoved || Self.isNumberOfARow(id)
    let isTwice = known.map {
      isAgain || arrival.comesSecond || !mayHaveMoved && seen.contains($0)
    }
    try set(id, to: isTwice == true ? Self.several : status)
  }
}

extension FileIDs {
  /// In place of a status: the id stands for several articles.
  private static let several: Int64 = 0

  private static func isNumberOfARow(_ id: String) -> Bool {
    id.utf8.count <= 4 && id.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether an article has an id that may be a row's.
  private static func isRow(_ arrival: Arrival) -> Bool { arrival.article.ownID?.isEmpty == false }

  /// What a row is known by beside its id; no id begins so.
  private static func rowName(_ title: String) -> String { "\t" + title }

  /// The status of an article whose row has another id now.
  private func statusOfMovedRow(_ arrival: Arrival, _ seen: StatusSet) throws -> Int64? {
    guard arrival.fileID != nil, Self.isRow(arrival), !arrival.comesSecond,
      let status = try meaning(of: Self.rowName(arrival.article.title)), !seen.contains(status),
      !known.contains(status),
      let former = try FormerArticle(status, db), former.title == arrival.article.title,
      former.date == arrival.article.date, former.dateText == arrival.article.dateText
    else { return nil }
    if FormerArticle.isToTheSecond(former.date) { return status }
    return try FormerArticle.isTextKept(of: status, by: arrival, db) != false ? status : nil
  }

  /// Whether the row that a headline names follows in the file, below one of the same headline.
  private func isStillToCome(_ name: String, _ seen: StatusSet) throws -> Bool {
    guard let status = try meaning(of: name), !seen.contains(status) else { return false }
    return try FormerArticle(status, db).map(rows.has) ?? false
  }

  private func set(_ id: String, to status: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO file_ids(file, id, status) VALUES(?, ?, ?)")
      .run([file, id, status])
  }

  private func meaning(of id: String) throws -> Int64? {
    try db.cachedStatement(
      sql: """
        SELECT \(Heirs.heir(of: "file_ids.status")) FROM file_ids WHERE file = ? AND id = ?
        """
    ).int([file, id])
  }

  /// Whether two articles begin alike; where one has no text, whether they are of one day, or known by
  /// an address.
  private func isSameText(
    _ arrival: Arrival, _ former: FormerArticle, _ status: Int64
  ) throws -> Bool {
    if let isKept = try FormerArticle.isTextKept(of: status, by: arrival, db) { return isKept }
    return !rows.haveMoved && (former.hasDay(of: arrival) || !Self.isRow(arrival))
  }
}
