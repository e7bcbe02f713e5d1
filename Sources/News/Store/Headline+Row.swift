import GRDB

extension Headline {
  /// A row with the columns of `ListQueries.columns`, and when it was read where that is asked too.
  init(_ row: Row) {
    let seconds: Int64? = row[5]
    let offset: Int? = row[6]
    let hasTime: Int? = row[7]
    let direction: String? = row[10]
    self.init(
      id: ArticleID(rawValue: row[1]), rank: Rank(rawValue: row[0]), revision: row[2],
      title: row[3], publication: row[4],
      date: seconds.map {
        ArticleDate(seconds: $0, offset: offset ?? 0, hasTime: hasTime == 1)
      },
      dateText: row[8], language: row[9],
      direction: direction.flatMap(WritingDirection.init(rawValue:)), url: row[11],
      alsoIn: Self.names(row[12]), isUnread: row[13] == 1, isStarred: row[14] == 1,
      readAt: row.count > 15 ? row[15] : nil)
  }

  /// The names of `also`, a line each.
  static func names(_ lines: String?) -> [String] {
    lines.map { $0.split(separator: "\n").map(String.init) } ?? []
  }

  /// The rows of a statement.
  static func all(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [Headline] {
    var headlines: [Headline] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { headlines.append(Headline(row)) }
    return headlines
  }
}
