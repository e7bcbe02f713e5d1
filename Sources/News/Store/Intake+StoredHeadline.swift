import GRDB

extension Intake {
  /// What the list keeps of an article, to compare a new reading with.
  struct StoredHeadline {
    static let columns = """
      rank, revision, file, title, source_text, seconds, zone, has_time, date_text, modified, \
      language, direction, right_to_left, url, also
      """

    let rank: Int64
    let revision: Int
    let file: Int64
    let title: String
    let sourceText: String?
    let date: ArticleDate?
    let dateText: String?
    let modified: Int64?
    let language: String?
    let direction: String?
    let isRightToLeft: Bool
    let url: String?
    let also: [String]

    /// That of a status; nil where the library has no article of it.
    init?(of status: Int64, _ db: Database) throws {
      let find = try db.cachedStatement(sql: "SELECT \(Self.columns) FROM headlines WHERE id = ?")
      guard let row = try Row.fetchOne(find, arguments: [status]) else { return nil }
      try self.init(row)
    }

    init(_ row: Row) throws {
      rank = try row.value(0)
      revision = try row.value(1)
      file = try row.value(2)
      title = try row.value(3)
      sourceText = try row.value(4)
      let seconds: Int64? = try row.value(5)
      let (zone, hasTime): (Int?, Int?) = try (row.value(6), row.value(7))
      date = seconds.map {
        ArticleDate(seconds: $0, offset: zone ?? 0, hasTime: hasTime == 1)
      }
      dateText = try row.value(8)
      modified = try row.value(9)
      language = try row.value(10)
      direction = try row.value(11)
      isRightToLeft = try row.value(12)
      url = try row.value(13)
      also = Headline.names(try row.value(14))
    }

    var place: Place { Place(rank: rank, isRightToLeft: isRightToLeft) }

    func isSame(as arrival: Arrival) -> Bool {
      let article = arrival.article
      return title == article.title && sourceText == arrival.sourceText && date == article.date
        && dateText == article.dateText && language == article.language
        && direction == arrival.direction?.rawValue && url == article.url
    }
  }
}
