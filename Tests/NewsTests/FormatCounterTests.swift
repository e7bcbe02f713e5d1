import News
import Testing

/// Counters as sites write them.
struct FormatCounterTests {
  private func views(_ value: String) throws -> Int? {
    try NewsReading("{\"title\":\"a\",\"views\":\(value)}").articles.first?.counters.views
  }

  @Test(
    arguments: [
      ("1234", 1234), ("\"1234\"", 1234), ("4.0", 4), ("\"1,234\"", 1234), ("\"١٬٢٣٤\"", 1234),
      ("\"۱٬۲۳۴\"", 1234), ("\"1\u{A0}234\"", 1234), ("\"1.2K\"", 1200), ("\"3k\"", 3000),
      ("\"1.25 M\"", 1_250_000), ("\"12 ألف\"", 12_000), ("\"12,34,567\"", 1_234_567),
      ("\"1,00,000\"", 100_000), ("\"١٢ ألفا\"", 12_000),
      ("\"٣ آلاف\"", 3000), ("\"١٫٥ مليون\"", 1_500_000), ("\"۱۲ هزار\"", 12_000),
      ("\"۲ میلیون\"", 2_000_000), ("\"5 אלף\"", 5000), ("\"0\"", 0), ("0", 0),
      ("\"2k+\"", 2000), ("\"10+\"", 10), ("\"1.2K views\"", 1200), ("\"1,234 comments\"", 1234),
      ("\"١٢ مشاهدة\"", 12), ("\"5 تعليقات\"", 5), ("\"12 ألف مشاهدة\"", 12_000),
      ("\"۱۲ هزار بازدید\"", 12_000), ("\"3 תגובות\"", 3), ("\"2.5 لاکھ\"", 250_000),
      ("\"1 کروڑ\"", 10_000_000),
    ] as [(String, Int)])
  func countIsRead(_ value: String, _ count: Int) throws { #expect(try views(value) == count) }

  @Test(arguments: [
    "\"many\"", "\"1,23,45\"", "\"123,45,678\"", "\"1,234,56,789\"", "\"K\"", "\"1.2\"",
    "\"1,23K\"", "\"-3\"", "\"12 ألف مرة\"", "\"1..2K\"", "1.5",
    "true",
    "\"99999999999999999999\"", "\"99999999999999999B\"", "\"12 x\"", "\"12 views x\"", "\"views\"",
    "\"12-views\"", "\"12 views views\"", "\"+\"",
  ])
  func whatIsNoCountIsReportedAndUnknown(_ value: String) throws {
    let reading = try NewsReading("{\"title\":\"a\",\"views\":\(value)}")
    #expect(reading.articles.first?.counters.views == nil)
    #expect(reading.problems.count == 1)
  }

  @Test func missingIsNotZero() throws {
    for value in ["null", "\"\"", "\" \""] {
      let reading = try NewsReading("{\"title\":\"a\",\"views\":\(value),\"likes\":0}")
      #expect(reading.articles.first?.counters == Counters(likes: 0))
      #expect(reading.problems.isEmpty)
    }
  }
}
