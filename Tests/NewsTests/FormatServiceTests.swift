import News
import Testing

/// The shapes of services and of readers' programs.
struct FormatServiceTests {
  @Test func minifluxIsTaken() throws {
    let reading = try NewsReading(fixture: "miniflux.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "Miniflux")
    #expect(article.ownID == "8812")
    #expect(article.title == "بلدية الحي تفتح الحديقة")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+00:00")
    #expect(article.modified?.rfc3339 == "2024-03-13T08:00:00+00:00")
    #expect(
      article.publication
        == Publication(
          name: "الحي", feed: "https://alhay.example/feed.xml", home: "https://alhay.example/"))
    #expect(article.authors == ["ليلى"])
    #expect(article.url == "https://alhay.example/8812")
    #expect(article.tags == ["حدائق", "محليات"])
    #expect(article.image == Picture(url: "https://alhay.example/a.jpg"))
    #expect(article.body.map(\.text) == ["فتحت البلدية الحديقة.", "والدخول مجاني."])
    #expect(
      reading.articles.map(\.marks) == [
        StatedMarks(isRead: true, isStarred: true), StatedMarks(isRead: false, isStarred: false),
      ])
    #expect(reading.articles.last?.title == "Second & last")
  }

  @Test func googleReaderIsTaken() throws {
    let reading = try NewsReading(fixture: "google-reader.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "Google Reader")
    #expect(article.ownID == "tag:google.com,2005:reader/item/0005")
    #expect(article.title == "מבצע ניקיון & חוף")
    #expect(article.date == ArticleDate(seconds: 1_710_258_300, offset: 0, hasTime: true))
    #expect(
      article.publication
        == Publication(
          name: "החוף", feed: "https://hof.example/feed", home: "https://hof.example/"))
    #expect(article.url == "https://hof.example/5")
    #expect(article.authors == ["גיל"])
    #expect(article.tags == ["חוף", "סביבה"])
    #expect(article.direction == .rightToLeft)
    #expect(article.image == Picture(url: "https://hof.example/5.jpg"))
    #expect(article.body == [Block(.paragraph, "נוקה החוף.")])
    #expect(
      reading.articles.map(\.marks) == [
        StatedMarks(isRead: true, isStarred: false), StatedMarks(isRead: false, isStarred: true),
      ])
    #expect(reading.articles.last?.body.map(\.text) == ["Sand."])
    #expect(reading.articles.last?.publication?.feed == nil)
  }

  @Test func newsAPIIsTaken() throws {
    let reading = try NewsReading(fixture: "newsapi.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "NewsAPI")
    #expect(article.title == "Ferry returns after a year & a day")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+00:00")
    #expect(article.publication == Publication(name: "Harbour Post"))
    #expect(article.authors == ["Mina Sol"])
    #expect(article.url == "https://harbour.example/ferry")
    #expect(article.image == Picture(url: "https://harbour.example/ferry.jpg"))
    #expect(article.summary == "The ferry is back.")
    #expect(article.body.map(\.text) == ["The ferry that was laid up last spring sails again…"])
  }

  @Test func whatIsNoTagIsALetterInADescription() throws {
    let article = try #require(try NewsReading(fixture: "newsapi.json").articles.last)
    #expect(article.title == "1 < 2, say teachers")
    #expect(article.body.map(\.text) == ["Sums.", "And <more> sums."])
    #expect(article.summary == nil)
  }

  @Test func tagsInADescriptionAreMarkup() throws {
    let reading = try NewsReading(
      #"[{"title":"a","publishedAt":"2024-03-12","description":"x <b>y</b>\n\nz"},{"title":"b","publishedAt":"2024-03-12","description":"<ul><li>p<li>q</ul>"}]"#
    )
    #expect(reading.articles.map { $0.body.map(\.text) } == [["x y", "z"], ["p", "q"]])
  }

  @Test func mediastackIsTaken() throws {
    let reading = try NewsReading(fixture: "mediastack.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "mediastack")
    #expect(article.title == "قطار جديد بين المدينتين")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+00:00")
    #expect(article.publication?.name == "صحيفة القطار")
    #expect(article.authors == ["هيئة التحرير"])
    #expect(article.language == "ar")
    #expect(article.url == "https://qitar.example/1")
    #expect(article.image == Picture(url: "https://qitar.example/1.jpg"))
    #expect(article.tags == ["general"])
    #expect(article.body.map(\.text) == ["يبدأ القطار رحلاته غداً."])
  }

  @Test func newsdataIsTaken() throws {
    let reading = try NewsReading(fixture: "newsdata.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "newsdata.io")
    #expect(reading.articles.map(\.ownID) == ["e7f1", "e7f2"])
    #expect(article.title == "مزاد للتمور في الواحة")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+00:00")
    #expect(article.publication == Publication(name: "الواحة", home: "https://waha.example"))
    #expect(article.authors == ["سالم", "هدى"])
    #expect(reading.articles.map(\.language) == ["ar", "en"])
    #expect(article.tags == ["تمور", "مزاد", "business"])
    #expect(article.image == Picture(url: "https://waha.example/tamr.jpg"))
    #expect(article.body.count == 2)
    #expect(reading.articles.last?.body.map(\.text) == ["Only this."])
  }
}
