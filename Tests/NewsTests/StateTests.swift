import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import News

/// What a reader keeps, moved from one library to another.
@Suite struct StateTests {
  private let here: StoreFixture
  private let there: StoreFixture

  init() throws {
    here = try StoreFixture()
    there = try StoreFixture()
    try here.write("a.jsonl", Self.lines(1...6))
    try here.scan("a.jsonl")
  }

  private static func lines(_ ids: ClosedRange<Int>) -> String {
    ids.map {
      #"{"id": "\#($0)", "title": "t\#($0)", "date": "2024-03-0\#($0)T10:00:00Z", "source": "S"}"#
    }.joined(separator: "\n") + "\n"
  }

  private func export(_ library: StoreFixture) throws -> String {
    var text = ""
    try library.store.exportState { text += $0 + "\n" }
    return text
  }

  @discardableResult
  private func take(
    _ text: String, into library: StoreFixture
  ) throws -> (merged: NewsStore.Merged, problems: [String]) {
    let path = try library.write("state.jsonl", text)
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var problems: [String] = []
    let merged = try library.store.importState(from: file, name: "s") {
      problems.append($0.description)
    }
    return (merged, problems)
  }

  @Test func problemsAreToldUpToAHundredAndCountedAll() throws {
    let (merged, problems) = try take(
      String(repeating: "[]\n", count: 400) + export(here), into: there)
    #expect(merged.problems == 400)
    #expect(problems.count == 101 && problems.last == "s:101:1: 300 more problems from here on")
  }

  private func mark(_ title: String, _ marks: Mark..., in library: StoreFixture) throws {
    try library.store.change([library.id(title)], marks)
  }

  @Test func librariesThatKeepTheSameGiveTheSameLines() throws {
    for number in 1...6 { try mark("t\(number)", .starred(true), in: here) }
    // Here they came from the first to the last, there from the last to the first.
    for number in (1...6).reversed() {
      try there.write("\(number).jsonl", Self.lines(number...number))
      try there.scan("\(number).jsonl")
    }
    let state = try export(here)
    try take(state, into: there)
    #expect(try there.rows().filter(\.isStarred).count == 6)
    #expect(try export(there) == state)
    let keys = state.split(separator: "\n").map { $0.prefix(42) }
    #expect(keys.count == 6 && keys == keys.sorted())
  }

  @Test func placeBelowABlockIsThatThere() throws {
    let place = TextPlace(block: 9, offset: .max)
    try here.store.keep(place, of: here.id("t3"))
    let state = try export(here)
    #expect(state.contains(#""place":[9,4294967295],"#))
    try there.write("b.jsonl", Self.lines(1...6))
    try there.scan("b.jsonl")
    try take(state, into: there)
    #expect(try there.store.status(of: there.id("t3"))?.place == place)
  }

  @Test func stateMovesAndWaitsForItsArticles() throws {
    try mark("t1", .read(true), .starred(true), in: here)
    try mark("t2", .tag("مدينة", true), .tag(#"a"\"#, true), in: here)
    try here.store.keep(TextPlace(block: 3, offset: 9), of: here.id("t3"))
    let state = try export(here)
    #expect(state.split(separator: "\n").count == 3)
    #expect(try take(state, into: there).merged == .init(articles: 3, changed: 3, problems: 0))
    try there.write("b.jsonl", Self.lines(1...6))
    #expect(try there.scan("b.jsonl").new == 5)
    let rows = try there.rows()
    #expect(rows.filter { !$0.isUnread }.map(\.title) == ["t1"])
    #expect(rows.filter(\.isStarred).map(\.title) == ["t1"])
    #expect(try there.titles(.init(kind: .starred)) == ["t1"])
    #expect(try there.titles(.init(kind: .history)) == ["t1"])
    #expect(try there.store.status(of: there.id("t2"))?.tags == [#"a"\"#, "مدينة"])
    #expect(try there.store.status(of: there.id("t3"))?.place == TextPlace(block: 3, offset: 9))
    #expect(try export(there) == state)
    #expect(try take(state, into: there).merged == .init(articles: 3, changed: 0, problems: 0))
  }

  @Test func newestWins() throws {
    try there.write("b.jsonl", Self.lines(1...6))
    try there.scan("b.jsonl")
    try mark("t1", .read(true), .tag("old", true), in: here)
    let early = try export(here)
    try mark("t1", .read(true), .tag("old", true), in: there)
    try mark("t1", .read(false), .starred(true), .tag("old", false), in: there)
    #expect(try take(early, into: there).merged.changed == 0)
    #expect(try there.rows().last?.isUnread == true)
    let late = try export(there)
    #expect(try take(late, into: here).merged.changed == 1)
    #expect(try here.rows().last?.isUnread == true)
    #expect(try here.rows().last?.isStarred == true)
    #expect(try here.store.status(of: here.id("t1"))?.tags == [])
    #expect(try here.store.tally(of: []).unread == 6)
  }

  @Test func badLineIsReportedAndCostsItself() throws {
    let key = String(repeating: "ab", count: 16)
    let (merged, problems) = try take(
      """
      {"keys":["\(key)"],"read":true,"read_changed":5}
      {"keys":["\(key)"],"read":"yes"}
      {"keys":[
      {"read":true}
      {"keys":["xyz"]}
      {"keys":["\(key)"],"tags":["a",1],"place":[1]}
      {"keys":["\(key)"],"starred_changed":-1}
      []

      {"keys":["\(key.replacing("a", with: "c"))"],"starred":true}
      """, into: here)
    #expect(merged == .init(articles: 2, changed: 2, problems: 8))
    #expect(
      problems == [
        "s:2:53: read must be true or false",
        "s:3:10: not JSON: the line ends inside a value",
        "s:4:1: no keys: the article is left out",
        "s:5:9: keys must be an array of keys of 32 hexadecimal digits",
        "s:6:53: tags must be an array of texts",
        "s:6:69: place must be an array of a block and an offset",
        "s:7:64: starred_changed must be milliseconds since 1970",
        "s:8:1: a line must be an object",
      ])
  }

  @Test(arguments: 1...3) func librariesThatSwapStatesAgree(seed: UInt64) throws {
    var random = Random(seed: seed)
    try there.write("b.jsonl", Self.lines(1...6))
    try there.scan("b.jsonl")
    for _ in 0..<40 {
      let library = Bool.random(using: &random) ? here : there
      let title = "t\(Int.random(in: 1...6, using: &random))"
      let isSet = Bool.random(using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: try mark(title, .read(isSet), in: library)
      case 1: try mark(title, .starred(isSet), in: library)
      default: try mark(title, .tag("x", isSet), in: library)
      }
      if Int.random(in: 0..<8, using: &random) == 0 { try take(export(here), into: there) }
    }
    try take(export(here), into: there)
    try take(export(there), into: here)
    for (a, b) in zip(try here.rows(), try there.rows()) {
      #expect(a.isUnread == b.isUnread)
      #expect(a.isStarred == b.isStarred)
      #expect(try here.store.status(of: a.id)?.tags == there.store.status(of: b.id)?.tags)
    }
    #expect(try here.store.tally(of: []) == there.store.tally(of: []))
    #expect(try here.titles(.init(kind: .starred)) == there.titles(.init(kind: .starred)))
  }

  @Test func tagThatCameFromElsewhereIsFoundAndForgottenWhole() throws {
    let lines = (0..<40).map {
      #"{"id":"\#($0)","title":"title \#($0)","source":"S","date":"2026-01-02","body":"word"}"#
    }.joined(separator: "\n")
    for library in [here, there] {
      try library.write("b.jsonl", lines)
      try library.scan("b.jsonl")
      try library.store.index()
    }
    try mark("title 7", .tag("old", true), in: there)
    let tagged = Set(try here.rows().prefix(30).map(\.id) + [here.id("title 7")])
    try here.store.change(Array(tagged), [.tag("tram", true)])
    try take(export(here), into: there)
    try there.store.index()
    #expect(try there.store.search(SearchQuestion("tag:tram")).count == tagged.count)
    #expect(try there.store.search(SearchQuestion("tag:old")).isEmpty)
    // What the index is told to forget has to be what it knows.
    try there.store.change(there.rows().map(\.id), [.tag("tram", false)])
    try there.write("b.jsonl", lines.replacingOccurrences(of: "word", with: "new"))
    try there.scan("b.jsonl")
    try there.store.index()
    #expect(try there.store.search(SearchQuestion("tram")).isEmpty)
    #expect(try there.store.search(SearchQuestion("word")).isEmpty)
    try there.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "INSERT INTO words(words) VALUES('integrity-check')")
    }
  }
}
