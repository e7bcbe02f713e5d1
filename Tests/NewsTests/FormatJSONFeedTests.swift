import News
import Testing

/// JSON Feed 1.0 and 1.1 by their own rules.
struct FormatJSONFeedTests {
  @Test func itemsAreTakenWithWhatTheFeedSays() throws {
    let reading = try NewsReading(fixture: "feed-1.1.json")
    let article = try #require(reading.articles.first)
    #expect(reading.outcome.format == "JSON Feed")
    #expect(article.ownID == "2347")
    #expect(article.title == "یادداشت نخست")
    #expect(
      article.publication
        == Publication(
          name: "دفتر", feed: "https://daftar.example/feed.json", home: "https://daftar.example/"))
    #expect(article.language == "fa")
    #expect(article.authors == ["نگار", "Ali"])
    #expect(article.date?.rfc3339 == "2024-03-20T08:15:00+03:30")
    #expect(article.modified?.rfc3339 == "2024-03-20T10:00:00+03:30")
    #expect(article.tags == ["زبان", "خط"])
    #expect(article.dateline == "تهران")
    #expect(article.counters.views == 3)
    #expect(article.image == Picture(url: "https://daftar.example/i.png", caption: "خط نستعلیق"))
    #expect(
      article.body == [
        Block(.paragraph, "سلام دنیا", spans: [Block.Span(9..<17, .strong)]),
        Block(.item(number: nil), "یک"),
      ])
  }

  @Test func itemsOwnWordGoesFirst() throws {
    let article = try #require(try NewsReading(fixture: "feed-1.1.json").articles.dropFirst().first)
    #expect(article.language == "en")
    #expect(article.authors == ["Own"])
    #expect(article.url == "https://other.example/b")
    #expect(article.title == "Summed up")
    #expect(article.body.map(\.text) == ["First <b>words</b> stay as they are.", "Second."])
  }

  @Test func itemWithoutIDIsDroppedAndReported() throws {
    let reading = try NewsReading(fixture: "feed-1.1.json")
    #expect(reading.articles.map(\.ownID) == ["2347", "b", "c"])
    #expect(
      reading.lines == [
        "feed-1.1.json:16:5: no id: the article is left out",
        "feed-1.1.json:22:5: no content_html or content_text",
      ])
  }

  @Test func feedOfVersion1HasOneAuthor() throws {
    let reading = try NewsReading(fixture: "feed-1.0.json")
    #expect(reading.articles.map(\.authors) == [["Another"], ["One author"]])
    #expect(reading.articles.map(\.title) == ["Hello", "Hello again"])
    #expect(reading.problems.isEmpty)
  }

  @Test func feedWithoutItemsIsSaid() throws {
    let missing = try NewsReading(#"{"version":"https://jsonfeed.org/version/1","title":"a"}"#)
    #expect(missing.lines == ["f.json:1:1: no items"])
    let wrong = try NewsReading(#"{"items":{},"version":"https://jsonfeed.org/version/1"}"#)
    #expect(wrong.lines == ["f.json:1:10: items must be an array"])
  }

  @Test func itemsAreRecognisedWithoutTheirFeed() throws {
    let reading = try NewsReading(
      "{\"id\":1,\"content_html\":\"<p>a\"}\n{\"id\":2,\"content_text\":\"b\"}\n")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.outcome.format == "JSON Feed")
  }

  @Test func attachedPictureServesWhereThereIsNoImage() throws {
    let reading = try NewsReading(
      #"[{"id":1,"content_text":"a","attachments":[{"url":"a.mp3","mime_type":"audio/mpeg"},{"url":"a.png","mime_type":"image/png"}]}]"#
    )
    #expect(reading.articles.first?.image == Picture(url: "a.png"))
  }
}
