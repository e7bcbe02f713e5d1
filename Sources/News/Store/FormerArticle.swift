import Foundation
import GRDB

/// What the library shows of an article, to tell whether an arrival is a newer text of it.
struct FormerArticle: Hashable {
  let title: String
  let date: ArticleDate?
  let dateText: String?

  init(_ article: Article) {
    (title, date, dateText) = (article.title, article.date, article.dateText)
  }

  init(_ stored: Intake.StoredHeadline) {
    (title, date, dateText) = (stored.title, stored.date, stored.dateText)
  }

  /// The article of a status; nil where the library has it no more.
  init?(_ status: Int64, _ db: Database) throws {
    guard let stored = try Intake.StoredHeadline(of: status, db) else { return nil }
    self.init(stored)
  }

  /// Whether both have one date, to the second.
  func hasTime(of arrival: Arrival) -> Bool {
    Self.isToTheSecond(date) && date == arrival.article.date
  }

  /// Whether both have one date, be it only a day or none.
  func hasDay(of arrival: Arrival) -> Bool {
    date == arrival.article.date && dateText == arrival.article.dateText
  }

  /// Whether a date tells more than a day, which many articles have; midnight is how a day is
  /// written where times are wanted.
  static func isToTheSecond(_ date: ArticleDate?) -> Bool {
    guard let date, date.hasTime else { return false }
    return (date.seconds + Int64(date.offset)) % 86_400 != 0
  }

  /// Whether an arrival begins as the stored text of a status does; nil where one has no text.
  static func isTextKept(of status: Int64, by arrival: Arrival, _ db: Database) throws -> Bool? {
    guard let now = arrival.beginning,
      let before = try TextParts.text(of: status, db).flatMap(beginning)
    else { return nil }
    return now == before
  }

  private static func beginning(of bytes: StoredText.Bytes) -> String? {
    var article = Article(title: "")
    try? bytes.withUnsafeBytes { try StoredText.decode($0, into: &article) }
    return article.beginning
  }
}

extension Article {
  /// The first that it says below its headline; nil where it says no more.
  var beginning: String? {
    if let summary, !summary.isEmpty { return summary }
    return body.lazy.map(\.text).first { !$0.isEmpty }
  }
}
