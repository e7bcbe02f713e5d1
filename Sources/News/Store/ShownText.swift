import Foundation
import GRDB

/// Whose text is shown of an article that several publications have.
enum ShownText {
  /// Gives the text of an article whose publication has it no more to another: it bears that one's
  /// name, and the id that this gave it, until its own is taken from its file, which the next scan
  /// reads whether it changed or not.
  static func give(_ id: Int64, to name: String?, at rank: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "\(KnownFiles.readAgain) WHERE id IN (SELECT file FROM sightings WHERE rank = ?)"
    ).run([rank])
    guard let text = try TextParts.text(of: id, db) else { return }
    var article = Article(title: "")
    guard (try? text.withUnsafeBytes({ try StoredText.decode($0, into: &article) })) != nil
    else { return }
    article.publication = name.map { Publication(name: $0) }
    article.ownID = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT s.own_id FROM sightings s CROSS JOIN publications p ON p.id = s.publication
          WHERE s.rank = ? AND p.name = ?
          """), arguments: [rank, name])
    try TextParts.remove(of: id, db)
    try TextParts.insert(StoredText.encode(article), of: id, db)
  }
}
