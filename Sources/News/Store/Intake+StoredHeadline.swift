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

    init(_ row: Row) {
      rank = row[0]
      revision = row[1]
      file = row[2]
      title = row[3]
      sourceText = row[4]
      let seconds: Int64? = row[5]
      let (zone, hasTime): (Int?, Int?) = (row[6], row[7])
      date = seconds.map {
        ArticleDate(seconds: $0, offset: zone ?? 0, hasTime: hasTime == 1)
      }
      dateText = row[8]
      modified = row[9]
      language = row[10]
      direction = row[11]
      isRightToLeft = row[12]
      url = row[13]
      also = Headline.names(row[14])
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
