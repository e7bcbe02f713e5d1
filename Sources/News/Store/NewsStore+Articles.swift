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
        let body = try Row.fetchOne(
          db.cachedStatement(sql: ListQueries.body), arguments: [id.rawValue])
      else { return nil }
      var article = Article(
        title: headline.title, date: headline.date, dateText: headline.dateText,
        language: headline.language, url: headline.url)
      do {
        try body.withUnsafeData(atIndex: 0) { data in
          try (data ?? Data()).withUnsafeBytes { try StoredText.decode($0, into: &article) }
        }
      } catch is ByteReader.Damaged {
        throw StoreError(.damaged, path: path, message: "the text of \(id)")
      }
      let sources = try db.cachedStatement(sql: ListQueries.sourcesOf)
        .ints([headline.rank.rawValue])
      return StoredArticle(
        headline: headline, article: article, sources: sources.map(SourceID.init(rawValue:)))
    }
  }

  /// The articles that a spelling may mean: `k4711` the library's own, or the id that a file
  /// gave; newest first.
  public func articles(spelt spelling: String) throws(StoreError) -> [Headline] {
    try read { db in
      var found: [Headline] = []
      if let id = ArticleID(spelling: spelling) {
        found = try Headline.all(db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue])
      }
      // Asked by a command line, not by a key: an index of all own ids would cost every import.
      let byOwnID = try Headline.all(
        db.cachedStatement(
          sql: """
            SELECT \(ListQueries.columns) FROM headlines h \(ListQueries.mark)
            WHERE h.rank IN (SELECT rank FROM sightings WHERE own_id = ?) ORDER BY h.rank DESC
            """), [spelling])
      found += byOwnID.filter { headline in !found.contains { $0.id == headline.id } }
      return found.sorted { $0.rank > $1.rank }
    }
  }
}
