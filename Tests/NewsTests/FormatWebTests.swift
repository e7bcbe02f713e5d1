import News
import Testing

/// The shapes of web sites: schema.org, WordPress, RSS-in-JSON; and the shape that is asked for.
struct FormatWebTests {
  @Test func newsArticleIsTaken() throws {
    let reading = try NewsReading(fixture: "newsarticle.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "schema.org")
    #expect(article.ownID == "https://bahr.example/9#article")
    #expect(article.title == "سفينة تصل الميناء")
    #expect(article.date?.rfc3339 == "2024-03-12T15:45:00+03:00")
    #expect(article.modified?.rfc3339 == "2024-03-12T17:00:00+03:00")
    #expect(article.dateline == "جدة")
    #expect(article.url == "https://bahr.example/9")
    #expect(article.authors == ["ريم", "سعد"])
    #expect(article.publication == Publication(name: "البحر", home: "https://bahr.example/"))
    #expect(article.image == Picture(url: "https://bahr.example/9.jpg", caption: "السفينة"))
    #expect(article.language == "ar")
    #expect(article.tags == ["ميناء", "سفن", "اقتصاد"])
    #expect(article.summary == "وصلت صباحاً.")
    #expect(article.counters == Counters(comments: 4, likes: 1200, shares: 7))
    #expect(article.body.map(\.text) == ["وصلت السفينة.", "وأفرغت حمولتها."])
  }

  @Test func articlesOfAGraphAreTakenAndWhatElseItSaysIsNot() throws {
    let reading = try NewsReading(fixture: "graph.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "schema.org")
    #expect(reading.articles.map(\.title) == ["صيادون يعودون", "Second"])
    #expect(article.authors == ["ريم"])
    #expect(article.publication?.name == "البحر")
    #expect(article.language == "ar")
    #expect(article.body.map(\.text) == ["عادوا.", "كلهم."])
    #expect(reading.articles.last?.image == Picture(url: "https://bahr.example/11.jpg"))
  }

  @Test func graphOfALineIsTaken() throws {
    let line =
      #"{"@context":"x","@graph":[{"@type":"Person","@id":"p:1","name":"P"},{"@type":"NewsArticle","headline":"h","author":{"@id":"p:1"}}]}"#
    let reading = try NewsReading(line + "\n" + line, name: "a.jsonl")
    #expect(reading.articles.map(\.title) == ["h", "h"])
    #expect(reading.articles.map(\.authors) == [["P"], ["P"]])
    #expect(reading.lines == [])
  }

  @Test func thingThatIsNoArticleIsNoNews() throws {
    let reading = try NewsReading(#"{"@type":"Recipe","name":"Soup"}"#)
    #expect(reading.problems.map(\.reason) == [.unknownShape])
    let several = try NewsReading(
      #"[{"@type":"Organization","name":"o"},{"@type":"Article","headline":"h"}]"#)
    #expect(several.articles.map(\.title) == ["h"])
    #expect(several.lines == [])
  }

  @Test func wordPressPostsAreTaken() throws {
    let reading = try NewsReading(fixture: "wordpress.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "WordPress")
    #expect(article.ownID == "501")
    #expect(article.title == "السوق – يوم & ليلة")
    #expect(article.date?.rfc3339 == "2024-03-12T18:45:00+03:00")
    #expect(article.modified?.rfc3339 == "2024-03-12T16:00:00+00:00")
    #expect(article.publication == Publication(name: "souq.example", home: "https://souq.example/"))
    #expect(article.authors == ["منى"])
    #expect(article.url == "https://souq.example/2024/03/souq/")
    #expect(
      article.image
        == Picture(
          url: "https://souq.example/9.jpg", alternative: "سوق", caption: "سوق المدينة"))
    #expect(article.tags == ["محليات", "تجارة"])
    #expect(article.summary == "يفتح السوق.")
    #expect(article.body.dropFirst().first == Block(.heading(level: 2), "المواعيد"))
  }

  @Test func singlePostIsTaken() throws {
    let reading = try NewsReading(
      #"{"id":1,"date":"2024-03-12T18:45:00","title":{"rendered":"a"},"content":{"rendered":"<p>b"}}"#
    )
    #expect(reading.outcome.format == "WordPress")
    #expect(reading.articles.first?.date == ArticleDate(reading: "2024-03-12 18:45"))
    #expect(reading.articles.first?.body.map(\.text) == ["b"])
  }

  @Test func sitesOfOneHostCountTheirPostsEachForThemselves() throws {
    func home(_ first: String, _ link: String) throws -> String? {
      try NewsReading(
        """
        {"id": 5, "guid": {"rendered": "\(first)"}, "link": "\(link)", "title": {"rendered": "a"},
         "content": {"rendered": "b"}}
        """
      ).articles.first?.publication?.home
    }
    let post = "https://u.example/law/a"
    #expect(try home("https://u.example/law/?p=5", post) == "https://u.example/law/")
    #expect(try home("https://u.example/?p=5", post) == "https://u.example/")
    // A site that moved keeps the address that it had first; an id need not be one at all.
    #expect(try home("http://old.example/law/?p=5", post) == "https://u.example/")
    #expect(try home("https://u.example/law/a", post) == "https://u.example/")
  }

  @Test func rssInJSONIsTaken() throws {
    let reading = try NewsReading(fixture: "rss.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(reading.outcome.format == "RSS-in-JSON")
    #expect(reading.articles.map(\.ownID) == ["j-1", "j-2"])
    #expect(reading.articles.map(\.date?.seconds) == [1_710_258_300, 1_710_258_360])
    #expect(article.title == "ثلج على القمم")
    #expect(article.publication == Publication(name: "نشرة الجبل", home: "https://jabal.example/"))
    #expect(article.language == "ar")
    #expect(article.authors == ["زينب"])
    #expect(article.tags == ["طقس", "جبال"])
    #expect(article.image == Picture(url: "https://jabal.example/1.jpg"))
    #expect(article.body.map(\.text) == ["غطى الثلج القمم."])
    #expect(reading.articles.last?.tags == ["roads"])
  }

  @Test func channelOfOneItemHasNoArray() throws {
    let reading = try NewsReading(
      #"{"rss":{"channel":{"title":"c","item":{"title":"a","description":"b"}}}}"#)
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.articles.first?.publication?.name == "c")
    #expect(reading.lines == [])
  }

  @Test func shapeThatIsAskedForIsTaken() throws {
    let text = #"[{"title":"a","content":"b","date_publish":"2024-03-12"}]"#
    #expect(try NewsReading(text).outcome.format == "news-please")
    let forced = try NewsReading(text, format: "SaudiNewsNets")
    #expect(forced.outcome.format == "SaudiNewsNets")
    #expect(forced.articles.first?.body.map(\.text) == ["b"])
    let single = try NewsReading(#"{"title":"a","content":"b"}"#, format: "SaudiNewsNets")
    #expect(single.articles.first?.body.map(\.text) == ["b"])
    let envelope = try NewsReading(
      #"{"articles":[{"title":"a","content":"b"}]}"#, format: "SaudiNewsNets")
    #expect(envelope.articles.first?.body.map(\.text) == ["b"])
  }

  @Test func shapesHaveNamesThatAreEasyToWrite() {
    #expect(NewsFile.format(named: "json-feed") == "JSON Feed")
    #expect(NewsFile.format(named: "GOOGLE_READER") == "Google Reader")
    #expect(NewsFile.format(named: "newsdata.io") == "newsdata.io")
    #expect(NewsFile.format(named: "atom") == nil)
    #expect(NewsFile.formats.count == 15)
    for name in NewsFile.formats { #expect(NewsFile.format(named: name) == name) }
  }

  @Test func changeOfAWordPressPostIsInTheSitesZone() throws {
    func modified(_ members: String) throws -> ArticleDate? {
      try NewsReading(
        """
        [{"id":1,"date":"2024-03-05T13:00:00",\(members)"title":{"rendered":"t"},
          "content":{"rendered":"<p>x</p>"},"link":"https://x.org/1"}]
        """
      ).articles.first?.modified
    }
    let gmt = #""date_gmt":"2024-03-05T10:00:00","#
    let change = #""modified":"2024-03-05T14:00:00","#
    #expect(try modified(gmt + change) == ArticleDate(reading: "2024-03-05T14:00:00+03:00"))
    #expect(try modified(change) == ArticleDate(reading: "2024-03-05T14:00:00"))
    #expect(
      try modified(change + #""modified_gmt":"2024-03-05T11:00:00","#)
        == ArticleDate(reading: "2024-03-05T11:00:00Z"))
  }
}
