import Testing

@testable import News

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

  @Test func dayIsFirstWhereDatesSayBoth() throws {
    let dates = ["3/4/2021", "24/3/2021", "3/24/2021", "5/6/2021"]
    let found = ["2021-04-03", "2021-03-24", "2021-03-24", "2021-06-05"]
    for order in [[0, 1, 2, 3], [2, 0, 1, 3], [2, 0, 3, 1]] {
      #expect(try days(order.map { dates[$0] }) == order.map { found[$0] })
    }
    #expect(
      try days(["3/24/2021", "24/3/2021", "31/12/1999", "12/03/2024"]).last == "2024-03-12")
  }

  @Test func onlyWhatIsReadAsADateTells() throws {
    let reading = try NewsReading(
      """
      [{"id":"1","title":"Recap of 3/24/2021","date":"2024-01-01","body":"x"},
       {"id":"2","title":"amb","date":"5/3/2024","body":"3/24/2021"},
       {"id":"3/24/2021","title":"a","summary":"on 3-24-2021","date":"6-3-2024"}]
      """)
    #expect(
      reading.articles.map { $0.date?.rfc3339.prefix(10) }
        == ["2024-01-01", "2024-03-05", "2024-03-06"])
    let modified = try NewsReading(
      """
      [{"title":"a","date":"5/3/2024","modified":"5/24/2024"}]
      """)
    #expect(modified.articles.first?.date?.rfc3339.prefix(10) == "2024-05-03")
  }

  @Test func marksTellOfThemselvesOnly() throws {
    #expect(
      try days(["3/24/2021", "05.03.2024", "05-03-2024", "05/03/2024"])
        == ["2021-03-24", "2024-03-05", "2024-03-05", "2024-05-03"])
    #expect(
      try days(["3-24-2021", "05.03.2024", "05-03-2024", "05/03/2024", "Tuesday, 5-3-2024"])
        == ["2021-03-24", "2024-03-05", "2024-05-03", "2024-03-05", "2024-05-03"])
  }

  @Test func linesThatFollowAreReadAsTheFileShowed() throws {
    let library = try StoreFixture()
    let line = { (title: String, date: String) in
      #"{"id":"\#(title)","title":"\#(title)","date":"\#(date)"}"# + "\n"
    }
    try library.write("a.jsonl", line("a", "3-24-2021") + line("b", "3/24/2021"))
    try library.scan("a.jsonl")
    try library.write(
      "a.jsonl",
      line("a", "3-24-2021") + line("b", "3/24/2021") + line("c", "3-4-2021")
        + line("d", "5/4/2021"))
    try library.rescan()
    let days = try library.rows().map { $0.title + ($0.date?.rfc3339.prefix(10) ?? "") }
    #expect(days == ["d2021-05-04", "a2021-03-24", "b2021-03-24", "c2021-03-04"])
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
