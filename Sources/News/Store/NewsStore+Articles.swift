import Foundation
import GRDB

extension NewsStore {
  /// An article whole; nil where the library has none of that id.
  public func article(_ id: ArticleID) throws(StoreError) -> StoredArticle? {
    try read { db in
      guard
        let headline = try Headline.all(
          db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue]
        ).first,
        let text = try TextParts.text(of: id.rawValue, db)
      else { return nil }
      var article = Article(
        title: headline.title, date: headline.date, dateText: headline.dateText,
        language: headline.language, url: headline.url)
      article.alsoIn = headline.alsoIn
      do {
        try text.withUnsafeBytes { try StoredText.decode($0, into: &article) }
      } catch is ByteReader.Damaged {
        // Its page is sound, as far as SQLite can tell: no new library would be better.
        throw StoreError(.unexpected, path: path, message: "the text of \(id) can't be read")
      }
      let sources = try db.cachedStatement(sql: ListQueries.sourcesOf)
        .ints([headline.rank.rawValue])
      return StoredArticle(
        headline: headline, article: article, status: try ArticleStatus(of: id, db) ?? .init(),
        sources: sources.map(SourceID.init(rawValue:)))
    }
  }

  /// The articles that a spelling means: the library's own `k4711` where there is such an article,
  /// else those that a file gave this id; newest first.
  public func articles(spelt spelling: String) throws(StoreError) -> [Headline] {
    try read { db in
      if let id = ArticleID(spelling: spelling) {
        let own = try Headline.all(db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue])
        if !own.isEmpty { return own }
      }
      // Asked by a command line, not by a key: an index of all own ids would cost every import.
      return try Headline.all(
        db.cachedStatement(
          sql: """
            SELECT \(ListQueries.columns) FROM headlines h \(ListQueries.mark)
            WHERE h.rank IN (SELECT rank FROM sightings WHERE own_id = ?) ORDER BY h.rank DESC
            """), [spelling])
    }
  }
}
