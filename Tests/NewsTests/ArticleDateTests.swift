import Foundation
import News
import Testing

/// Dates as they are written.
struct ArticleDateTests {
  @Test(arguments: [
    ("2021-03-24T07:30:00Z", 1_616_571_000, 0),
    ("2021-03-24t07:30:00z", 1_616_571_000, 0),
    ("2021-03-24T07:30:00.123456+08:00", 1_616_542_200, 28_800),
    ("2021-03-24 07:30 -0330", 1_616_583_600, -12_600),
    ("2021-03-24 07:30:59+03", 1_616_560_259, 10_800),
    ("٢٠٢١-٠٣-٢٤ ٠٧:٣٠Z", 1_616_571_000, 0),
    ("۲۰۲۱/۰۳/۲۴، ۰۷:۳۰ Z", 1_616_571_000, 0),
    ("3/24/2021 7:30Z", 1_616_571_000, 0),
    ("24/3/2021 7:30Z", 1_616_571_000, 0),
    ("1969-12-31T23:59:59Z", -1, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
    ("2024-02-29T00:00:00Z", 1_709_164_800, 0),
  ])
  func instantIsRead(_ text: String, _ seconds: Int64, _ offset: Int) {
    #expect(
      ArticleDate(reading: text) == ArticleDate(seconds: seconds, offset: offset, hasTime: true))
  }

  @Test(arguments: [
    "", "soon", "2021", "2021-13-01", "2021-02-29", "2021-00-10", "2021-03-24T",
    "2021-03-24T25:00Z",
    "2021-03-24T07:60Z", "2021-03-24T07:30:00+25:00", "2021-03-24T07:30 XYZ", "13/13/2021",
    "2021-03/24", "2021-03-24x", "2021-03-24T07", "20210332", "20211324", "18210324", "2021-000",
    "2021-366", "2021-W00-1", "2021-W53-1", "2021-W12-8", "2021-W12", "2021W12-3", "20210324T",
    "20210324T2400", "20210324T1060", "20210324T10", "20210324T102030+99", "202103",
  ])
  func otherTextIsNone(_ text: String) {
    #expect(ArticleDate(reading: text) == nil)
  }

  @Test(arguments: [
    "20210324T073000Z", "20210324T073000.5Z", "20210324T0730Z", "20210324T103000+0300",
    "20210324 07:30:00Z", "2021-083T07:30Z", "2021-W12-3T07:30:00Z", "2021W123T0730Z",
    "2021-03-24T02:30:00 EST", "2021-03-24T02:30:00EST", "2021-03-24T07:30 GMT",
    "2021-03-24T10:30:00 GMT+0300 (Arabian Standard Time)", "2021-03-24T10:30:00+3:00",
    "2021-03-24T10:30:00+03:00[Asia/Riyadh]", "2021-03-24 12:30 PKT", "/Date(1616571000000)/",
    "/Date(1616571000000+0300)/", "٢٠٢١٠٣٢٤T٠٧٣٠٠٠Z",
  ])
  func otherFormsOfAnInstantAreRead(_ text: String) {
    #expect(ArticleDate(reading: text)?.seconds == 1_616_571_000)
  }

  @Test(arguments: [
    ("20210324", "2021-03-24"), ("2021-083", "2021-03-24"), ("2020-366", "2020-12-31"),
    ("2021-W12-3", "2021-03-24"), ("2020-W53-7", "2021-01-03"), ("2021-W01-1", "2021-01-04"),
    ("2019-W01-1", "2018-12-31"), ("20210324102030", "2021-03-24 10:20:30"),
    ("20210324T102030", "2021-03-24 10:20:30"), ("20210324T102060", "2021-03-24 10:21:00"),
  ])
  func otherFormsOfADayAreRead(_ text: String, _ same: String) {
    #expect(ArticleDate(reading: text) != nil)
    #expect(ArticleDate(reading: text) == ArticleDate(reading: same))
  }

  @Test(arguments: ["2021-03-24", "3/24/2021", "24.3.2021", "\u{200F}24/3/2021", " 2021/3/24 "])
  func dayWithoutATimeIsItsLocalMidnight(_ text: String) throws {
    let date = try #require(ArticleDate(reading: text))
    let local = Calendar(identifier: .gregorian).date(
      from: DateComponents(year: 2021, month: 3, day: 24))
    #expect(!date.hasTime)
    #expect(date.seconds == local.map { Int64($0.timeIntervalSince1970) })
  }

  @Test func timeWithoutAZoneIsLocal() throws {
    for (year, month) in [(1971, 1), (1999, 7), (2038, 2), (2024, 10)] {
      let date = try #require(ArticleDate(reading: "\(year)-\(month)-05 06:07:08"))
      let local = try #require(
        Calendar(identifier: .gregorian).date(
          from: DateComponents(
            year: year, month: month, day: 5, hour: 6, minute: 7, second: 8)))
      #expect(date.seconds == Int64(local.timeIntervalSince1970))
      #expect(date.offset == TimeZone.current.secondsFromGMT(for: local))
    }
  }

  @Test func separateTimeIsOfThatDay() {
    #expect(
      ArticleDate(reading: "3/24/2021", time: "00:00")
        == ArticleDate(reading: "2021-03-24 00:00"))
    #expect(ArticleDate(reading: "2021-03-24", time: "٠٧:٣٠:٠٠ +03:00")?.seconds == 1_616_560_200)
    #expect(ArticleDate(reading: "2021-03-24 01:00Z", time: "09:00Z")?.seconds == 1_616_547_600)
    #expect(ArticleDate(reading: "2021-03-24", time: "noon") == nil)
  }

  @Test(
    arguments: [
      (1_616_571_000, 0, "2021-03-24T07:30:00+00:00"),
      (1_616_571_000, 12_600, "2021-03-24T11:00:00+03:30"),
      (1_616_571_000, -34_200, "2021-03-23T22:00:00-09:30"),
      (-1, 0, "1969-12-31T23:59:59+00:00"),
      (-62_135_596_800, 0, "0001-01-01T00:00:00+00:00"),
      (0, 5_221, "1970-01-01T01:27:00+01:27"),
    ] as [(Int64, Int, String)])
  func textHasItsOffset(_ seconds: Int64, _ offset: Int, _ text: String) {
    #expect(ArticleDate(seconds: seconds, offset: offset, hasTime: true).rfc3339 == text)
  }

  @Test func everyDayIsReadBackAsItIsWritten() {
    for day in stride(from: -200_000, through: 200_000, by: 97) {
      let date = ArticleDate(seconds: Int64(day) * 86_400 + 3661, offset: 0, hasTime: true)
      #expect(ArticleDate(reading: date.rfc3339) == date)
    }
  }
}
