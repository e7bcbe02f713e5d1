import News
import Testing

/// What holds the articles: an object, an array, an envelope, JSON Lines; a file or a pipe.
struct FormatContainerTests {
  @Test func brokenLineCostsThatLine() throws {
    let reading = try NewsReading(fixture: "lines.jsonl")
    #expect(reading.articles.map(\.ownID) == ["1", "3", "4", "6"])
    #expect(reading.problems.map(\.line) == [2, 6])
    #expect(reading.outcome.format == "khabar")
  }

  @Test func linesAreRecognisedWithoutTheName() throws {
    let reading = try NewsReading(
      "{\"title\":\"a\"}\n{\"title\":\"b\"\n{\"title\":\"c\"}", name: "-")
    #expect(reading.articles.map(\.title) == ["a", "c"])
    #expect(reading.problems.map(\.line) == [2])
  }

  @Test func linesAreRecognisedThoughTheFirstIsBroken() throws {
    let reading = try NewsReading(
      "{\"title\":\"a\"\n{\"title\":\"b\"}\n{\"title\":\"c\"}", name: "-")
    #expect(reading.articles.map(\.title) == ["b", "c"])
    #expect(reading.problems.map(\.line) == [1])
  }

  @Test func objectsOfSeveralLinesMayFollowOneAnother() throws {
    let reading = try NewsReading("{\n\"title\":\"a\"}\n{\n\"title\":\n\"b\"}\n{\"title\":3")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.problems.map(\.line) == [6])
  }

  @Test func placesAreThoseOfTheFile() throws {
    let reading = try NewsReading(
      "{\"title\":\"a\"}\n{\"title\"\n{\"title\":\"c\"}", name: "a.jsonl")
    #expect(reading.places == [0, 2])
  }

  @Test func whatStandsBeforeAFaultInAnArrayStays() throws {
    let reading = try NewsReading(
      "[{\"title\":\"a\"},\n{\"title\":\"b\"},\n{\"title\":\"c\" 1}]")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(
      reading.lines == [
        "f.json:3:14: not JSON: 1 where , or } must stand; kept 2 articles before it"
      ])
  }

  @Test(arguments: [
    ("{\"articles\":[{\"title\":\"a\"},{\"title\":\"b\"}],\n\"x\":}", 2, "2:5", "}"),
    ("{\"status\":\"ok\",\"articles\":[{\"title\":\"a\"},\n{\"title\":\"b", 1, "2:12", "inside"),
    ("{\"articles\":[{\"title\":\"a\"}]}\nmore", 1, "2:1", "m where"),
    ("{\"title\":\"a\"} more", 1, "1:15", "m where"),
    ("{\n\"title\":\n\"a\"}\nmore", 1, "4:1", "m where"),
  ])
  func whatStandsBeforeAFaultInAnObjectStays(
    text: String, count: Int, place: String, what: String
  ) throws {
    let reading = try NewsReading(text)
    #expect(reading.articles.map(\.title) == Array(["a", "b"].prefix(count)))
    #expect(reading.lines.count == 1)
    #expect(reading.lines.allSatisfy { $0.hasPrefix("f.json:\(place): not JSON: ") })
    #expect(reading.lines.allSatisfy { $0.contains(what) })
  }

  @Test func fewFirstLinesThatAreNoneCostThemselves() throws {
    let head = "HTTP/1.1 200 OK\nDate: today\n\n"
    let reading = try NewsReading("\(head){\"title\":\"a\"}\n{\"title\"\n{\"title\":\"b\"}\n")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.problems.map(\.line) == [1, 2, 5])
  }

  @Test func brokenObjectThatHoldsNoListCostsItself() throws {
    let reading = try NewsReading("{\"title\":\"a\",\n\"x\":}")
    #expect(reading.articles.isEmpty)
    #expect(reading.lines == ["f.json:2:5: not JSON: } where a value must stand"])
  }

  @Test(arguments: ["end of a line\"}", "# from a tool", "<html>", "null", "\"text\"", "12", "}"])
  func firstLineThatIsNoneCostsThatLine(_ line: String) throws {
    for name in ["f.json", "f.jsonl", "-"] {
      let reading = try NewsReading("\(line)\n{\"title\":\"a\"}\n{\"title\":\"b\"}\n", name: name)
      #expect(reading.articles.map(\.title) == ["a", "b"])
      #expect(reading.problems.map(\.line) == [1])
    }
  }

  @Test(arguments: ["\n", ""], [#"{"title":"b"}"#, "{\n\"title\":\n\"b\"}", #"[{"title":"b"}]"#])
  func markBeforeALaterValueCostsNothing(_ end: String, _ second: String) throws {
    let mark = "\u{FEFF}"
    let (first, last) = (#"\#(mark){"title":"a"}"#, #"\#(mark)\#(mark){"title":"c"}"#)
    let text = [first, mark + second, last, mark].joined(separator: end)
    // A name of JSON Lines binds values to their lines.
    let names = second.contains("\n") ? ["f.json"] : ["f.json", "f.jsonl"]
    for reading in try names.map({ try NewsReading(text, name: $0) })
      + [NewsReading(piped: Array(text.utf8))]
    {
      #expect(reading.articles.map(\.title) == ["a", "b", "c"])
      #expect(reading.lines == [])
    }
  }

  @Test func markBeforeALineIsNoColumn() throws {
    let lines = [#"{"title":"a"}"#, "\u{FEFF}" + #"{"title":"b" 1}"#, #"{"title":"c"}"#]
    let reading = try NewsReading(lines.joined(separator: "\n"))
    #expect(reading.articles.map(\.title) == ["a", "c"])
    #expect(reading.lines == ["f.json:2:14: not JSON: 1 where , or } must stand"])
  }

  @Test func halfAMarkIsNone() throws {
    let text =
      Array("{\"title\":\"a\"}\n".utf8) + [0xEF, 0xBB] + Array("{}\n{\"title\":\"c\"}".utf8)
    let reading = try NewsReading(text, name: "f.jsonl")
    #expect(reading.articles.map(\.title) == ["a", "c"])
    #expect(reading.lines == ["f.jsonl:2:1: not JSON: the byte 0xEF where a value must stand"])
  }

  @Test func envelopeServesItsArticlesWhereverItsMembersStand() throws {
    let reading = try NewsReading(fixture: "envelope.json")
    #expect(reading.articles.map(\.title) == ["ראשון", "Second"])
    #expect(reading.articles.map(\.language) == ["he", "en"])
    #expect(reading.articles.map(\.publication?.name) == ["העיתון", "Elsewhere"])
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: ["articles", "items", "entries", "posts", "data"])
  func envelopeHasAnyOfFiveNames(_ name: String) throws {
    let article = "{\"title\":\"a\",\"body\":\"b\"}"
    #expect(try NewsReading("{\"\(name)\":[\(article)]}").articles.count == 1)
    #expect(try NewsReading("{\"data\":{\"\(name)\":[\(article)]}}").articles.count == 1)
    #expect(try NewsReading("{\"\(name)\":[]}").lines.isEmpty)
  }

  @Test func itemsOfAnArticleAreNoEnvelope() throws {
    let reading = try NewsReading(#"{"title":"a","body":"b","items":[{"title":"no"}]}"#)
    #expect(reading.articles.map(\.title) == ["a"])
  }

  @Test func whatIsNoNewsIsSaid() throws {
    for text in ["{}", "{\"version\":1}", "5", "\"text\"", "null"] {
      #expect(try NewsReading(text).problems.map(\.reason) == [.unknownShape])
    }
  }

  @Test func itemsThatAreNoObjectsAreReported() throws {
    let reading = try NewsReading("[1,{\"title\":\"a\"},[],null]")
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.places == [1])
    #expect(reading.problems.map(\.column) == [2, 18, 21])
  }

  @Test(arguments: [
    "khabar.json", "feed-1.1.json", "envelope.json", "lines.jsonl", "array.json", "miniflux.json",
    "graph.json", "rss.json", "wordpress.json",
  ])
  func pipeIsReadAsAFileIs(_ name: String) throws {
    let file = try NewsReading(fixture: name)
    let bytes = try NewsReading.bytes(ofFixture: name)
    let pipe = try NewsReading(piped: bytes, name: name)
    #expect(pipe.articles == file.articles)
    #expect(pipe.lines == file.lines)
  }

  @Test func largeObjectInAPipeIsReadTwice() throws {
    let items = (0..<5000).map {
      "{\"id\":\($0),\"title\":\"خبر رقم \($0)\",\"body\":\"نص الخبر\"}"
    }
    let text = "{\"items\":[\(items.joined(separator: ",\n"))],\"name\":\"P\"}"
    let reading = try NewsReading(piped: Array(text.utf8))
    #expect(reading.articles.count == 5000)
    #expect(reading.articles.last?.publication?.name == "P")
    #expect(reading.problems.isEmpty)
  }

  @Test func linesInAPipeGoOnPastTheFirst() throws {
    let lines = (0..<20_000).map { "{\"id\":\($0),\"title\":\"خبر رقم \($0)\"}\n" }
    let reading = try NewsReading(piped: Array(lines.joined().utf8))
    #expect(reading.articles.count == 20_000)
    #expect(reading.articles.last?.ownID == "19999")
  }

  @Test func readingStopsWhenItIsTold() throws {
    let reading = try NewsReading("[{\"title\":\"a\"},{\"title\":\"b\"},", most: 1)
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.problems.isEmpty)
    #expect(reading.outcome.articles == 1)
  }
}
