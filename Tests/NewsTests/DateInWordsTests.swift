import News
import TestSupport
import Testing

/// Dates in words, by three calendars, and as numbers.
struct DateInWordsTests {
  private func expect(_ text: String, is rfc3339: String) {
    #expect(ArticleDate(reading: text) == ArticleDate(reading: rfc3339), "\(text)")
    #expect(ArticleDate(reading: text) != nil, "\(text)")
  }

  @Test(arguments: [
    "Tue, 12 Mar 2024 15:45:00 GMT", "Tue, 12 Mar 2024 15:45:00 +0000", "12 Mar 24 15:45 UT",
    "12 Mar 2024 10:45:00 EST", "Tue, 12 Mar 2024 18:45:00 +0300 (AST)",
    "Tue Mar 12 15:45:00 +0000 2024", "Tue Mar 12 2024 18:45:00 GMT+0300 (Arabia Standard Time)",
    "2024-03-12 15:45 UTC", "March 12, 2024 at 3:45 p.m. GMT", "12/3/2024 - 06:45 PM GMT+3",
    "1710258300", "1710258300000", "1710258300.25", "١٧١٠٢٥٨٣٠٠",
  ])
  func instantInWordsIsRead(_ text: String) {
    #expect(ArticleDate(reading: text)?.seconds == 1_710_258_300)
    #expect(ArticleDate(reading: text)?.hasTime == true)
  }

  @Test(arguments: [
    "الثلاثاء 12 مارس 2024 - 03:45 م", "الثلاثاء ١٢ مارس ٢٠٢٤ - ٠٣:٤٥ م",
    "الثلاثاء، ۱۲ مارس/آذار ۲۰۲۴، ۱۵:۴۵", "12 آذار 2024 الساعة 3:45 مساءً",
    "03:45 م - 12 مارس 2024م",
    "الثلاثاء 2 رمضان 1445 هـ الموافق 12 مارس 2024 م - 15:45", "١٢ آذار (مارس) ٢٠٢٤ ١٥:٤٥",
    "سه‌شنبه ۲۲ اسفند ۱۴۰۲ ساعت ۱۵:۴۵", "سه شنبه 22 اسفند ماه 1402 - 3:45 ب.ظ",
    "۱۴۰۲/۱۲/۲۲ ۱۵:۴۵", "12 مارس 2024 15:45:00", "יום שלישי, 12 במרץ 2024, 15:45",
    "12 במרס 2024 בשעה 3:45 אחה\"צ", "2 رمضان 1445 15:45", "١٤٤٥/٠٩/٠٢ ١٥:٤٥",
    "1445-09-02 هـ 15:45",
    "02/09/1445 03:45 م", "منگل 12 مارچ 2024 15:45", "12/03/2024 15:45", "15:45 2024/03/12",
  ])
  func localTimeInWordsIsRead(_ text: String) { expect(text, is: "2024-03-12 15:45") }

  @Test(arguments: [
    ("يناير", 1), ("كانون الثاني", 1), ("جانفي", 1), ("ژانویه", 1), ("ינואר", 1),
    ("فبراير", 2), ("شباط", 2), ("فيفري", 2), ("فوریه", 2), ("פברואר", 2),
    ("مارس", 3), ("اذار", 3), ("מרץ", 3), ("أبريل", 4), ("ابريل", 4), ("نيسان", 4), ("أفريل", 4),
    ("آوریل", 4), ("אפריל", 4), ("مايو", 5), ("أيار", 5), ("ايار", 5), ("ماي", 5), ("مه", 5),
    ("מאי", 5), ("يونيو", 6), ("حزيران", 6), ("جوان", 6), ("ژوئن", 6), ("יוני", 6), ("يوليو", 7),
    ("يوليه", 7), ("تموز", 7), ("جويلية", 7), ("ژوئیه", 7), ("יולי", 7), ("أغسطس", 8),
    ("اغسطس", 8), ("آب", 8), ("أوت", 8), ("اوت", 8), ("אוגוסט", 8), ("سبتمبر", 9), ("أيلول", 9),
    ("سپتامبر", 9), ("ספטמבר", 9), ("أكتوبر", 10), ("تشرين الأول", 10), ("اکتبر", 10),
    ("אוקטובר", 10), ("نوفمبر", 11), ("تشرين الثاني", 11), ("نوامبر", 11), ("נובמבר", 11),
    ("ديسمبر", 12), ("كانون الأول", 12), ("دسامبر", 12), ("דצמבר", 12), ("دجنبر", 12),
  ])
  func monthIsKnownByItsName(_ name: String, _ month: Int) {
    expect("5 \(name) 2023", is: "2023-\(month)-5")
  }

  @Test(arguments: [
    ("1 محرم 1446", "2024-07-07"), ("10 ذو الحجة 1445", "2024-06-16"),
    ("12 ربيع الأول 1446هـ", "2024-09-15"), ("29 جمادى الآخرة 1445", "2024-01-11"),
    ("27/7/1446", "2025-01-27"), ("۱ فروردین ۱۴۰۳", "2024-03-20"), ("30 اسفند 1403", "2025-03-20"),
    ("1 حمل 1403", "2024-03-20"), ("۱۳۹۹/۰۷/۱۵", "2020-10-06"), ("1403/1/5 هـ.ش", "2024-03-24"),
    ("1403/1/5 هـ", "1982-10-22"), ("14 رجب المرجب 1445", "2024-01-26"),
  ])
  func otherCalendarsAreTurnedToOurs(_ text: String, _ day: String) { expect(text, is: day) }

  @Test func yearOfOurEraStaysOneWithRFC3339() {
    #expect(ArticleDate(reading: "1403-01-05T00:00:00Z")?.rfc3339 == "1403-01-05T00:00:00+00:00")
  }

  @Test(arguments: [
    ("12:05 ص", "00:05"), ("12:05 م", "12:05"), ("01:05 صباحاً", "01:05"), ("11:05 PM", "23:05"),
    ("12:00 a.m.", "00:00"), ("۵:۳۰ عصر", "17:30"), ("الساعة 03:45 م", "15:45"),
  ])
  func halfOfTheDayIsReadInASeparateTime(_ time: String, _ clock: String) {
    #expect(
      ArticleDate(reading: "2024-03-12", time: time) == ArticleDate(reading: "2024-03-12 \(clock)"))
  }

  @Test func smallNumbersAreDayThenMonth() {
    expect("3/4/2021", is: "2021-04-03")
    expect("12.11.2021", is: "2021-11-12")
    expect("3/24/2021", is: "2021-03-24")
    expect("24/3/2021", is: "2021-03-24")
  }

  @Test(arguments: [
    "مارس 2024", "12 مارس", "31 فبراير 2024", "12 Foo 2024", "Tue", "12 مارس 2024 25:00", "0",
    "12 مارس 2024 13:00 ص", "20240312", "12345678", "999999999999999999", "30 اسفند 1402",
    "12 مارس 2024 في المدينة", "12 مارس أبريل 2024", "1/2/3", "31 رمضان 1445",
  ])
  func whatIsNoDateIsNone(_ text: String) { #expect(ArticleDate(reading: text) == nil) }

  @Test func anyTextEndsWithoutHarm() {
    let pieces = [
      "الثلاثاء", "12", "مارس", "رمضان", "فروردین", "2024", "1445", "م", "هـ", "-", "/", ":", "03",
      "45",
      "+", "GMT", "(", ")", "٠", "۹", "99999", "999999999999999999", ".", " ", "ص", "T", "\u{200F}",
    ]
    var random = Random(seed: 7)
    var read = 0
    for _ in 0..<4000 {
      let count = Int.random(in: 1...9, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      if let date = ArticleDate(reading: text) {
        read += 1
        #expect(ArticleDate(reading: date.rfc3339)?.seconds == date.seconds, "\(text)")
      }
    }
    print("\(read) of 4000 texts were dates")
  }
}
