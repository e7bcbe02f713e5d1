import GRDB

extension Headline {
  /// A row with the columns of `ListQueries.columns`, and when it was read where that is asked too.
  init(_ row: Row) throws {
    let seconds: Int64? = try row.value(5)
    let offset: Int? = try row.value(6)
    let hasTime: Int? = try row.value(7)
    let direction: String? = try row.value(10)
    try self.init(
      id: ArticleID(rawValue: row.value(1)), rank: Rank(rawValue: row.value(0)),
      revision: row.value(2), title: row.value(3), publication: row.value(4),
      date: seconds.map {
        ArticleDate(seconds: $0, offset: offset ?? 0, hasTime: hasTime == 1)
      },
      dateText: row.value(8), language: row.value(9),
      direction: direction.flatMap(WritingDirection.init(rawValue:)), url: row.value(11),
      alsoIn: Self.names(row.value(12)), isUnread: row.value(13) == 1,
      isStarred: row.value(14) == 1, readAt: row.count > 15 ? row.value(15) : nil)
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
    while let row = try rows.next() { headlines.append(try Headline(row)) }
    return headlines
  }
}
