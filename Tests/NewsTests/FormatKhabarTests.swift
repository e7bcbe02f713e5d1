import News
import Testing

/// khabar's own article.
struct FormatKhabarTests {
  @Test func everyMemberIsTaken() throws {
    let reading = try NewsReading(fixture: "khabar.json")
    let article = try #require(reading.articles.first)
    #expect(reading.lines == [])
    #expect(
      reading.outcome
        == NewsFile.Outcome(shapes: [.init(name: "khabar", articles: 1)], articles: 1))
    #expect(article.ownID == "2021-0324-17")
    #expect(article.title == "وزيرا الزراعة يبحثان \"موسم القمح\" في القاهرة")
    #expect(article.kicker == "اقتصاد")
    #expect(article.date == ArticleDate(reading: "2021-03-24 07:30"))
    #expect(article.modified?.rfc3339 == "2021-03-24T09:00:00+02:00")
    #expect(
      article.publication
        == Publication(
          name: "صحيفة الوادي", feed: "https://alwadi.example/feed", home: "https://alwadi.example/"
        ))
    #expect(article.authors == ["سلمى حداد", "عمر"])
    #expect(article.language == "ar")
    #expect(article.direction == .rightToLeft)
    #expect(article.url == "https://alwadi.example/17")
    #expect(article.summary == "اتفق الوزيران على لجنة مشتركة.")
    #expect(article.dateline == "القاهرة")
    #expect(
      article.image
        == Picture(
          url: "https://alwadi.example/17.jpg", alternative: "حقل قمح",
          caption: "حقل قرب المنصورة"))
    #expect(article.tags == ["زراعة", "قمح"])
    #expect(article.counters == Counters(comments: 4, likes: 1234, shares: 7, views: 1234))
  }

  @Test func everyBlockIsTaken() throws {
    let article = try #require(try NewsReading(fixture: "khabar.json").articles.first)
    let picture = Picture(
      url: "https://alwadi.example/2.jpg", alternative: "صوامع", caption: "صوامع دمياط")
    #expect(
      article.body == [
        Block(.paragraph, "فقرة أولى."),
        Block(.paragraph, "فقرة ثانية."),
        Block(.heading(level: 3), "الأرقام"),
        Block(.quote(by: "الوزير"), "لن ننتظر."),
        Block(.item(number: 1), "مليون طن"),
        Block(.item(number: nil), "12 ألف هكتار"),
        Block(.preformatted, "a  b\n  c", direction: .leftToRight),
        Block(.figure(picture), "صوامع دمياط"),
        Block(.paragraph, "Closing words.", direction: .leftToRight),
      ])
  }

  @Test func textServesWhereAnObjectMay() throws {
    let reading = try NewsReading(
      #"{"title":"a","language":"fa","image":"i.png","author":"x","source":"S","tags":"p"}"#)
    let article = try #require(reading.articles.first)
    #expect(article.language == "fa")
    #expect(article.image == Picture(url: "i.png"))
    #expect(article.authors == ["x"])
    #expect(article.publication == Publication(name: "S"))
    #expect(article.tags == ["p"])
    #expect(reading.problems.isEmpty)
  }

  @Test func objectAndArrayServeWhereATextMay() throws {
    let reading = try NewsReading(
      #"{"title":"a","author":{"name":"x"},"source":["S","T"],"image":{"alt":"b"},"tags":{"name":"t"}}"#
    )
    let article = try #require(reading.articles.first)
    #expect(article.authors == ["x"])
    #expect(article.publication == Publication(name: "S"))
    #expect(article.image == Picture(alternative: "b"))
    #expect(article.tags == ["t"])
    #expect(reading.problems.isEmpty)
  }

  @Test func nullAndEmptyAreAbsent() throws {
    let reading = try NewsReading(
      #"{"title":"a","id":null,"date":"","author":[],"source":{},"image":[],"tags":[],"likes":null}"#
    )
    #expect(reading.articles == [Article(title: "a")])
    #expect(reading.problems.isEmpty)
  }

  @Test func missingCounterIsNotZero() throws {
    let reading = try NewsReading(#"{"title":"a","likes":0,"views":"many","shares":-1}"#)
    #expect(reading.articles.first?.counters == Counters(likes: 0))
    #expect(
      reading.lines == [
        "f.json:1:32: views must be a whole number", "f.json:1:48: shares must be a whole number",
      ])
  }

  @Test func aFieldOfAnotherTypeCostsTheFieldAlone() throws {
    let reading = try NewsReading(
      #"[{"title":"a","id":[],"kicker":1,"date":{},"lang":true,"dir":"up","summary":7,"counters":3,"body":8,"author":[1,"b"],"tags":[{"name":2},"t"]}]"#
    )
    #expect(reading.articles == [Article(title: "a", authors: ["b"], tags: ["t"])])
    #expect(reading.problems.count == 10)
    #expect(reading.problems.allSatisfy { $0.line == 1 && $0.column > 10 })
  }

  @Test func articleWithoutTitleBeginsWithItsWords() throws {
    let words = (1...40).map { "w\($0)" }.joined(separator: " ")
    let reading = try NewsReading(
      "[{\"body\":\"\(words)\"},{\"summary\":\"s\",\"title\":7},{\"id\":1}]")
    #expect(reading.articles.map(\.title).first?.hasSuffix("…") == true)
    #expect(reading.articles.map(\.title).last == "s")
    #expect(
      reading.problems.map(\.reason) == [
        .missing(member: "title"), .wrongType(member: "title", expected: "a text"),
        .dropped(missing: "title"),
      ])
  }

  @Test func unreadableTimeLeavesTheDay() throws {
    let reading = try NewsReading(#"[{"title":"a","date":"2024-01-02","time":"noon"}]"#)
    #expect(reading.articles.first?.date == ArticleDate(reading: "2024-01-02"))
    #expect(reading.lines == ["f.json:1:42: no date that can be read: noon"])
  }

  @Test func angleBracketIsALetter() throws {
    let reading = try NewsReading(#"{"title":"a <b>","body":"1 < 2\n\n<p>"}"#)
    #expect(reading.articles.first?.title == "a <b>")
    #expect(reading.articles.first?.body.map(\.text) == ["1 < 2", "<p>"])
  }

  @Test func idOfANumberIsItsText() throws {
    let reading = try NewsReading(
      #"[{"title":"a","id":12345678901234567890},{"title":"b","id":0}]"#)
    #expect(reading.articles.map(\.ownID) == ["12345678901234567890", "0"])
  }

  @Test func blocksOfOtherTypesAreParagraphs() throws {
    let reading = try NewsReading(
      #"[{"title":"a","body":[{"type":"aside","text":"x"},{"text":"y"},{"type":"quote"},7,"z"]}]"#)
    #expect(reading.articles.first?.body.map(\.text) == ["x", "y", "z"])
    #expect(reading.articles.first?.body.allSatisfy { $0.kind == .paragraph } == true)
    #expect(reading.problems.count == 3)
  }
}
