import Foundation
import News
import Testing

/// Whole documents one after another: as lines, in an array, put together as they were.
struct FormatListsTests {
  private static let feed =
    #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"f1","content_text":"x"},{"id":"2","title":"f2","content_text":"x"}],"title":"Feed"}"#
  private static let api =
    #"{"status":"ok","totalResults":1,"articles":[{"title":"n1","publishedAt":"2024-01-01T00:00:00Z","source":{"name":"N"}}]}"#
  private static let miniflux =
    #"{"total":1,"entries":[{"id":9,"feed_id":2,"title":"m1","content":"<p>x</p>","feed":{"title":"M"}}]}"#
  private static let rss =
    #"{"rss":{"channel":{"title":"R","item":{"title":"r1","guid":"g"}}}}"#
  private static let envelope = #"{"name":"E","data":{"posts":[{"title":"e1"},{"title":"e2"}]}}"#
  private static let article = #"{"title":"a1","data":{"x":[1]},"items":[]}"#
  private static let array = #"[{"title":"l1"},{"title":"l2"}]"#
  private static let documents = [feed, api, miniflux, rss, envelope, article, array]
  private static let titles = ["f1", "f2", "n1", "m1", "r1", "e1", "e2", "a1", "l1", "l2"]
  private static let names = ["Feed", "Feed", "N", "M", "R", "E", "E", nil, nil, nil]

  private static let shapes: [NewsFile.Shape] = [
    .init(name: "JSON Feed", articles: 2), .init(name: "NewsAPI", articles: 1),
    .init(name: "Miniflux", articles: 1), .init(name: "RSS-in-JSON", articles: 1),
    .init(name: "khabar", articles: 5),
  ]

  private func check(_ reading: NewsReading, _ comment: Comment) {
    #expect(reading.articles.map(\.title) == Self.titles, comment)
    #expect(reading.articles.map { $0.publication?.name } == Self.names, comment)
    #expect(reading.lines == [], comment)
    #expect(reading.outcome.shapes == Self.shapes, comment)
  }

  @Test func everyLineMayBeAWholeList() throws {
    for separator in ["\n", "\n\n", "", " "] {
      for name in ["f.json", "f.jsonl"] {
        let text = Self.documents.joined(separator: separator)
        check(try NewsReading(text, name: name), "\(name) \(separator.debugDescription)")
      }
      let text = Self.documents.joined(separator: separator)
      check(try NewsReading(piped: Array(text.utf8)), "pipe \(separator.debugDescription)")
    }
  }

  @Test func commasBetweenDocumentsAreReportedAndCostNothing() throws {
    for separator in [",", ",\n", " ,\n\n"] {
      for first in Self.documents.indices {
        let documents = Self.documents[first...] + Self.documents[..<first]
        let text = documents.joined(separator: separator)
        for reading in [
          try NewsReading(text), try NewsReading(text, name: "f.jsonl"),
          try NewsReading(piped: Array(text.utf8)),
        ] {
          #expect(Set(reading.articles.map(\.title)) == Set(Self.titles), "\(text)")
          #expect(reading.articles.count == Self.titles.count)
          #expect(reading.problems.map(\.reason) == Array(repeating: comma, count: 6))
        }
      }
    }
    let last = try NewsReading("[{\"title\":\"a\"}],\n{\n\"title\":\"b\"},\n")
    #expect(last.articles.map(\.title) == ["a", "b"])
    #expect(last.problems.map(\.line) == [1, 3])
  }

  private let comma = Problem.Reason.syntax(", where a value must stand")

  @Test func firstValueMayBeAnyOfThem() throws {
    for first in Self.documents.indices {
      let text = (Self.documents[first...] + Self.documents[..<first]).joined(separator: "\n")
      for name in ["f.json", "f.jsonl"] {
        let reading = try NewsReading(text, name: name)
        #expect(Set(reading.articles.map(\.title)) == Set(Self.titles))
        #expect(reading.articles.count == Self.titles.count)
        #expect(reading.lines == [])
      }
    }
  }

  @Test func documentsOfManyLinesMayFollowOneAnother() throws {
    let pretty = Self.documents.map { $0.replacing(",", with: ",\n").replacing("{", with: "{\n") }
    check(try NewsReading(pretty.joined(separator: "\n")), "all of many lines")
    let mixed = Self.documents.indices.map { $0 % 2 == 0 ? Self.documents[$0] : pretty[$0] }
    check(try NewsReading(mixed.joined(separator: "\n")), "every other")
    check(try NewsReading(piped: Array(mixed.joined(separator: "\n").utf8)), "every other, piped")
  }

  @Test func arrayMayHoldWholeLists() throws {
    let text = "[" + Self.documents.dropLast().joined(separator: ",\n") + "]\n" + Self.array
    check(try NewsReading(text), "a file")
    check(try NewsReading(piped: Array(text.utf8)), "a pipe")
  }

  @Test func brokenLineCostsWhatFollowsTheFaultInItAmongLists() throws {
    let broken: [(line: String, kept: [String], place: Int)] = [
      (String(Self.feed.dropLast(3)), ["f1", "f2"], Self.feed.utf8.count - 2),
      (String(Self.feed.prefix(120)), ["f1"], 121), (#"{"items":["#, [], 11),
      (#"[{"title":"kept"},{"title":"#, ["kept"], 28), (#"{"rss":{"channel":{"item":{"ti"#, [], 31),
      (
        #"{"data":{"posts":[{"title":"e1"},{"title":"e2" 1},{"title":"e3"}]},"name":"E"}"#,
        ["e1", "e3"], 48
      ),
    ]
    for (line, kept, column) in broken {
      let text = [Self.feed, line, Self.api].joined(separator: "\n")
      for reading in [
        try NewsReading(text), try NewsReading(text, name: "f.jsonl"),
        try NewsReading(piped: Array(text.utf8)),
      ] {
        #expect(reading.articles.map(\.title) == ["f1", "f2"] + kept + ["n1"], "\(line)")
        #expect(reading.problems.map(\.line) == [2], "\(line)")
        #expect(reading.problems.map(\.column) == [column], "\(reading.lines)")
      }
      let last = try NewsReading(Self.feed + "\n" + line, name: "f.jsonl")
      #expect(last.articles.map(\.title) == ["f1", "f2"] + kept)
      #expect(last.problems.map(\.line) == [2])
    }
  }

  @Test func whatBelongsToABrokenListIsNotSaidOfTheNextLines() throws {
    let text = [String(Self.feed.dropLast(3)), #"{"title":"x"}"#, Self.array].joined(
      separator: "\n")
    let reading = try NewsReading(text, name: "f.jsonl")
    #expect(reading.articles.map(\.title) == ["f1", "f2", "x", "l1", "l2"])
    #expect(reading.articles.map { $0.publication?.name }.dropFirst(2) == [nil, nil, nil])
  }

  @Test func shapesAreThoseOfWhatWasTaken() throws {
    // A shape that was looked for in vain is none, and one without articles is one.
    let entry = #"{"id":9,"feed_id":2,"title":"m","content":"x","feed":{"title":"M"}}"#
    let empty = #"{"version":"https://jsonfeed.org/version/1.1","items":[],"title":"F"}"#
    let api = #"{"title":"a","source":{"id":null,"name":"N"},"publishedAt":"2024-01-01T00:00:00Z"}"#
    let text = [entry, empty, api, entry, #"{"body":["no title"]"#].joined(separator: "\n")
    let reading = try NewsReading(text, name: "f.jsonl")
    #expect(
      reading.outcome.shapes == [
        .init(name: "Miniflux", articles: 2), .init(name: "JSON Feed", articles: 0),
        .init(name: "NewsAPI", articles: 1),
      ])
    #expect(reading.outcome.format == "Miniflux" && reading.outcome.articles == 3)
  }

  @Test func brokenListInAnArrayKeepsWhatStandsBeforeTheFault() throws {
    let reading = try NewsReading("[\(Self.api),\n\(Self.feed.prefix(120))")
    #expect(reading.articles.map(\.title) == ["n1", "f1"])
    #expect(reading.problems.map(\.line) == [2])
    #expect(reading.problems.map(\.column) == [121])
  }

  @Test func brokenListInAnArrayCostsNoneOfThoseBehindIt() throws {
    let faults = [
      (
        #"{"data":{"posts":[{"title":"a"},{"n":NaN},{"title":"c"}],"m":[1,{}]},"x":"},{"}"#,
        ["a", "c"]
      ),
      (#"{"data":{"posts":[{"title":"a"},{"title":"b"}],"m":[1,{}]},"x":"},{" 1}"#, ["a", "b"]),
    ]
    for (broken, kept) in faults {
      for text in ["[\(broken),\n\(Self.api)]", "{\"title\":\"z\"}\n[\(broken),\(Self.api)]"] {
        for reading in [try NewsReading(text), try NewsReading(piped: Array(text.utf8))] {
          #expect(reading.articles.map(\.title).filter { $0 != "z" } == kept + ["n1"], "\(text)")
          #expect(reading.articles.last?.publication?.name == "N")
          #expect(reading.problems.count == 1, "\(reading.lines)")
        }
      }
    }
  }

  @Test func largeListsInAPipeAreReadTwice() throws {
    let items = (0..<3_000).map { #"{"id":"\#($0)","title":"t\#($0)","content_text":"نص الخبر"}"# }
    let feed =
      #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":["#
      + items.joined(separator: ",") + "]}"
    for text in [feed + "\n" + feed, "[" + feed + "," + feed + "]"] {
      let reading = try NewsReading(piped: Array(text.utf8))
      #expect(reading.articles.count == 6_000)
      #expect(reading.articles.last?.publication?.name == "F")
      #expect(reading.lines == [])
    }
  }

  /// After the first article what comes through a pipe is not kept.
  @Test func listThatComesLateInAPipeIsTakenOrReported() throws {
    let lines = (0..<3_000).map { #"{"title":"t\#($0)","summary":"نص الخبر"}"# }
    let items = lines.joined(separator: ",")
    let text = lines[0] + "\n" + "{\"items\":[\(items)]}\n" + lines[1]
    let reading = try NewsReading(piped: Array(text.utf8))
    #expect(reading.articles.map(\.title) == ["t0", "t1"])
    #expect(reading.problems.map(\.line) == [2])
    let short = [lines[0], "{\"items\":[\(lines[2])]}", lines[1]].joined(separator: "\n")
    #expect(
      try NewsReading(piped: Array(short.utf8)).articles.map(\.title) == ["t0", "t2", "t1"])
  }
}
