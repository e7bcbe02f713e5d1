import Testing

@testable import Words

@Suite struct DateTextTests {
  /// 2026-11-23T16:40:00Z, written at +02:00.
  let evening = Moment(seconds: 1_795_452_000, offset: 7200, hasTime: true)
  let cairo = Clock.offset(7200)

  @Test func pageDatesNameTheDayAndTheTime() {
    #expect(Language.arabic.pageDate(evening, clock: cairo) == "الاثنين 23 نوفمبر 2026، 18:40")
    #expect(
      Language.english.pageDate(evening, clock: cairo) == "Monday 23 November 2026, 18:40")
  }

  @Test func timesAreShownByTheReadersClock() {
    let tokyo = Clock.offset(9 * 3600)
    #expect(Language.english.pageDate(evening, clock: tokyo) == "Tuesday 24 November 2026, 01:40")
  }

  @Test func aDayWithoutATimeStaysThatDayOnEveryClock() {
    let day = Moment(seconds: 1_795_384_800, offset: 7200, hasTime: false)
    for hours in [-11, 0, 2, 14] {
      let date = Language.arabic.pageDate(day, clock: .offset(hours * 3600))
      #expect(date == "الاثنين 23 نوفمبر 2026")
    }
  }

  @Test func listDatesSayOnlyWhatIsNotClear() {
    let arabic = Language.arabic
    func date(now: Int64) -> String { arabic.listDate(evening, now: now, clock: cairo) }
    #expect(date(now: evening.seconds + 3600) == "18:40")
    #expect(date(now: evening.seconds + 6 * 3600) == "23 نوفمبر")
    #expect(date(now: evening.seconds - 86_400) == "23 نوفمبر")
    #expect(date(now: evening.seconds + 60 * 86_400) == "23 نوفمبر 2026")
    #expect(
      Language.english.listDate(evening, now: evening.seconds + 86_400, clock: cairo) == "23 Nov")
  }

  @Test func aDayWithoutATimeIsToday() {
    let day = Moment(seconds: 1_795_384_800, offset: 7200, hasTime: false)
    #expect(Language.arabic.listDate(day, now: evening.seconds, clock: cairo) == "اليوم")
  }

  @Test(
    arguments: [
      (0, 1970, 1, 1, 4), (-1, 1969, 12, 31, 3), (951_782_400, 2000, 2, 29, 2),
      (951_868_800, 2000, 3, 1, 3), (4_107_456_000, 2100, 2, 28, 0), (4_107_542_400, 2100, 3, 1, 1),
      (-62_135_596_800, 1, 1, 1, 1), (253_402_300_799, 9999, 12, 31, 5),
    ] as [(Int64, Int, Int, Int, Int)])
  func civilDatesFollowTheCalendar(
    seconds: Int64, year: Int, month: Int, day: Int, weekday: Int
  ) {
    let date = CivilDate(seconds: seconds, offset: 0)
    #expect([date.year, date.month, date.day, date.weekday] == [year, month, day, weekday])
  }

  @Test(arguments: [Int64.min, Int64.max])
  func absurdInstantsAreHarmless(seconds: Int64) {
    let moment = Moment(seconds: seconds, offset: 0, hasTime: true)
    #expect(!Language.arabic.pageDate(moment).isEmpty)
    #expect(!Language.english.listDate(moment, now: 0).isEmpty)
  }
}
