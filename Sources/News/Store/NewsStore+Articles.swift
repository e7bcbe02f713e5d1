import Foundation
import GRDB

extension NewsStore {
  /// The row of an article, or of the one that it has become since; nil where the library has none of
  /// that id.
  public func headline(_ id: ArticleID) throws(StoreError) -> Headline? {
    try read { db in
      try Headline.all(db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue]).first
    }
  }

  /// An article whole, or the one that it has become since; nil where the library has none of that id.
  public func article(_ id: ArticleID) throws(StoreError) -> StoredArticle? {
    try read { db in
      guard
        let headline = try Headline.all(
          db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue]
        ).first,
        let text = try TextParts.text(of: headline.id.rawValue, db)
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
        headline: headline, article: article,
        status: try ArticleStatus(of: headline.id, db) ?? .init(),
        sources: sources.map(SourceID.init(rawValue:)))
    }
  }

  /// The articles that each spelling means: the library's own `k4711` where there is such an article,
  /// else those that a file gave this id; newest first.
  public func articles(spelt spellings: [String]) throws(StoreError) -> [[Headline]] {
    try read { db in
      var found = try spellings.map { spelling in
        guard let id = ArticleID(spelling: spelling) else { return [Headline]() }
        return try Headline.all(db.cachedStatement(sql: ListQueries.rowByID), [id.rawValue])
      }
      let others = found.indices.filter { found[$0].isEmpty }
      guard !others.isEmpty else { return found }
      let ranks = try Self.ranks(ofOwnIDs: others.map { spellings[$0] }, db)
      let rows = try Self.rows(at: ranks.values.flatMap(\.self), db)
      for index in others {
        found[index] = (ranks[spellings[index]] ?? []).sorted(by: >).compactMap { rows[$0] }
      }
      return found
    }
  }

  /// The articles that a spelling means, as above.
  public func articles(spelt spelling: String) throws(StoreError) -> [Headline] {
    try articles(spelt: [spelling])[0]
  }

  /// Which articles have ids that files gave. All are looked for at once: an index of all own ids would
  /// cost every import, and to go through 100,000
  /// of them takes a command line 5 ms, for thousands 20.
  private static func ranks(ofOwnIDs ids: [String], _ db: Database) throws -> [String: Set<Rank>] {
    let list = String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT own_id, rank FROM sightings WHERE own_id IN (SELECT value FROM json_each(?))
        """, arguments: [list])
    var ranks: [String: Set<Rank>] = [:]
    while let row = try rows.next() {
      ranks[try row.value(0), default: []].insert(Rank(rawValue: try row.value(1)))
    }
    return ranks
  }
}
