import GRDB

/// What the index has of an article's row.
struct IndexedRow {
  let id: Int64
  let title: String
  private let sources: [String]
  private let language: String?

  /// The row at a rank; nil where there is none.
  init?(_ db: Database, at rank: Int64) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT h.title, h.source_text, h.language, h.also, h.id
          FROM headlines h WHERE h.rank = ?
          """), arguments: [rank])
    guard let row else { return nil }
    id = try row.value(4)
    title = try row.value(0)
    sources = try [row.value(1) ?? ""] + Headline.names(row.value(3))
    language = try row.value(2)
  }

  /// Adds who published it, and what `lang:` looks for.
  func addSources(to text: inout SearchText) {
    for source in sources { text.add(source) }
    for term in DocumentFolder.terms(ofLanguage: language) { text.add(term: term) }
  }

  /// What the reader tagged it with.
  func ownTags(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.name FROM taggings g CROSS JOIN tags t ON t.id = g.tag
          WHERE g.status = ? ORDER BY t.id
          """), arguments: [id])
  }
}
