import News
import Testing

/// Days in figures that could be meant in two ways: the file's others say in which.
struct FormatDayOrderTests {
  private func days(_ dates: [String], name: String = "f.json") throws -> [String] {
    let articles = dates.map { "{\"title\":\"a\",\"date\":\"\($0)\"}" }
    let reading = try NewsReading("[\(articles.joined(separator: ","))]", name: name)
    #expect(reading.places == Array(0..<dates.count))
    #expect(reading.problems.isEmpty)
    return reading.articles.map { String($0.date?.rfc3339.prefix(10) ?? "none") }
  }

  @Test func dayIsFirstWhereNothingSaysOtherwise() throws {
    #expect(try days(["3/4/2021", "5/6/2021"]) == ["2021-04-03", "2021-06-05"])
  }

  @Test func monthIsFirstWhereAnotherDateSaysSo() throws {
    let found = ["2021-03-04", "2021-03-24", "2021-05-06"]
    #expect(try days(["3/4/2021", "3/24/2021", "5/6/2021"]) == found)
    #expect(try days(["3/24/2021", "3/4/2021"]) == ["2021-03-24", "2021-03-04"])
    let marked = ["\u{200F}3\u{200F}/4/2021", "3\u{200F}/\u{200F}24\u{200F}/2021"]
    #expect(try days(marked) == ["2021-03-04", "2021-03-24"])
    #expect(try days(["٣/٤/٢٠٢١", "٣/٢٤/٢٠٢١ ١٠:٠٠"]) == ["2021-03-04", "2021-03-24"])
  }

  @Test func firstDateThatCanBeMeantInOneWayDecides() throws {
    #expect(
      try days(["3/4/2021", "24/3/2021", "3/24/2021", "5/6/2021"]) == [
        "2021-04-03", "2021-03-24", "2021-03-24", "2021-06-05",
      ])
  }

  @Test func addressesAndFractionsSayNothing() throws {
    let reading = try NewsReading(
      #"[{"title":"1/2","date":"3/4/2021","url":"https://a.example/3/24/2021"},{"title":"12/25"}]"#
    )
    #expect(reading.articles.first?.date == ArticleDate(reading: "2021-04-03"))
  }

  @Test func articlesWaitInTheirOrder() throws {
    let dates = (0..<2500).map { _ in "3/4/2021" }
    #expect(try Set(days(dates)) == ["2021-04-03"])
    let late = dates.prefix(900) + ["2021-07-01", "3/24/2021"]
    #expect(try Set(days(Array(late))) == ["2021-03-04", "2021-07-01", "2021-03-24"])
  }
}
