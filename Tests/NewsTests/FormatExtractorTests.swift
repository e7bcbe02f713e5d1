import News
import Testing

/// The shapes of programs that take an article out of a page.
struct FormatExtractorTests {
  @Test func trafilaturaIsTaken() throws {
    let reading = try NewsReading(fixture: "trafilatura.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "trafilatura")
    #expect(article.title == "کتابخانه شهر باز شد")
    #expect(article.ownID == nil)
    #expect(article.url == "https://ketab.example/baz")
    #expect(article.date == ArticleDate(reading: "2024-03-12"))
    #expect(article.publication == Publication(name: "کتاب"))
    #expect(article.authors == ["نگار", "آرش"])
    #expect(article.language == "fa")
    #expect(article.tags == ["شهر", "کتاب", "خواندن"])
    #expect(article.summary == "درها باز است.")
    #expect(article.image == Picture(url: "https://ketab.example/k.jpg"))
    #expect(article.counters == Counters())
    #expect(article.body.map(\.text) == ["کتابخانه باز شد.", "درها از نه صبح بازند، <رایگان>."])
  }

  @Test func fingerprintServesWhereThereIsNoAddress() throws {
    let reading = try NewsReading(#"{"title":"a","text":"b","fingerprint":"8f"}"#)
    #expect(reading.outcome.format == "trafilatura")
    #expect(reading.articles.first?.ownID == "8f")
  }

  @Test func newspaperIsTaken() throws {
    let reading = try NewsReading(fixture: "newspaper.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "newspaper")
    #expect(article.title == "תחנה חדשה ברכבת")
    #expect(article.url == "https://tel.example/42")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+02:00")
    #expect(article.publication == Publication(name: "הטלגרף"))
    #expect(article.authors == ["נועה", "דן"])
    #expect(article.language == "he")
    #expect(article.tags == ["רכבת", "תחבורה"])
    #expect(article.summary == "נפתחה תחנה.")
    #expect(article.image == Picture(url: "https://tel.example/42.jpg"))
    #expect(article.body.map(\.text) == ["התחנה נפתחה.", "יש בה שני רציפים."])
    #expect(reading.articles.last?.date == nil)
    #expect(reading.articles.last?.dateText == nil)
    #expect(reading.articles.last?.language == "en")
  }

  @Test func newsPleaseIsTaken() throws {
    let reading = try NewsReading(fixture: "news-please.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "news-please")
    #expect(article.ownID == "https%3A%2F%2Fjisr.example%2F7.json")
    #expect(article.title == "الجسر مفتوح")
    #expect(article.date == ArticleDate(reading: "2024-03-12 15:45"))
    #expect(article.modified == nil)
    #expect(article.publication == Publication(name: "jisr.example"))
    #expect(article.authors == [])
    #expect(article.url == "https://jisr.example/7")
    #expect(article.image == Picture(url: "https://jisr.example/7.jpg"))
    #expect(article.summary == "عاد الجسر إلى الخدمة.")
    #expect(article.body.map(\.text) == ["عاد الجسر إلى الخدمة.", "وكان مغلقاً منذ عام."])
  }

  @Test func wordNoneIsNothing() throws {
    let reading = try NewsReading(
      #"{"title":"None","title_rss":"r","date_publish":"None","maintext":"None","url":"None","language":"None"}"#
    )
    #expect(reading.articles == [Article(title: "r")])
    #expect(reading.lines == [])
  }

  @Test func readabilityIsTakenWithItsDirection() throws {
    let reading = try NewsReading(fixture: "readability.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "Readability")
    #expect(article.title == "ماه نو")
    #expect(article.authors == ["سارا"])
    #expect(article.direction == .rightToLeft)
    #expect(article.language == "fa")
    #expect(article.publication == Publication(name: "شب‌نامه"))
    #expect(article.date?.rfc3339 == "2024-03-12T19:15:00+03:30")
    #expect(article.summary == "ماه برآمد.")
    #expect(article.body == [Block(.heading(level: 2), "شب"), Block(.paragraph, "ماه برآمد.")])
  }

  @Test func saudiNewsNetsIsTaken() throws {
    let reading = try NewsReading(fixture: "saudinewsnets.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "SaudiNewsNets")
    #expect(reading.articles.map(\.title) == ["نخيل على الطريق", "خبر بلا عنوان."])
    #expect(article.date == ArticleDate(reading: "2015-07-21 02:51:32"))
    #expect(article.publication == Publication(name: "madina"))
    #expect(article.url == "https://madina.example/1")
    #expect(article.language == "ar")
    #expect(reading.articles.map(\.authors) == [[], ["خالد"]])
    #expect(article.body.map(\.text) == ["زرعت الأمانة نخيلاً.", "وستزرع المزيد."])
  }
}
