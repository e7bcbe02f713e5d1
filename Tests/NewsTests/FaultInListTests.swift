import Foundation
import TestSupport
import Testing

@testable import News

/// A fault in a list costs the article that it stands in, and none behind it.
struct FaultInListTests {
  /// Each item, and where in it the fault stands; 0 is before it.
  private static let faults: [(item: String, column: Int)] = [
    (#"{"title":"b","n":NaN,"x":{"y":[1]}}"#, 18), (#"{"title":"b","n":01}"#, 19),
    (#"{"title":"b","n":1.}"#, 20), (#"{"title":"b" "n":"},{"}"#, 14),
    (#"{"title":"b","n":[1 2,{"z":"]}"}]}"#, 21), (#"{"title":"b","n":tru}"#, 21),
    (#"{"title":"b","n":'x'}"#, 18), (#"{"title":"b","n":[1,2}"#, 22),
    (#"{"title":"b","n":]}"#, 18), (#"{"title":"b",}"#, 14), ("NaN", 1), ("NaN,1,[{}]", 1),
    (#"{"title":"b","n":"\"\\"7,"m":{}}"#, 24), ("{\"title\":\"b\n}", 12),
    (#"{"title":"b"}}"#, 14),
  ]

  @Test func faultCostsItsArticle() throws {
    for (item, column) in Self.faults {
      let kept = item.hasSuffix("}}") && column == 14 ? ["a", "b", "c", "d"] : ["a", "c", "d"]
      let items = #"{"title":"a"},\#n"# + item + ",\n" + #"{"title":"c"},{"title":"d"}]"#
      let texts = [
        "[" + items, #"{"articles":["# + items + "}", #"{"data":{"posts":["# + items + "}}",
      ]
      for text in texts {
        for reading in [try NewsReading(text), try NewsReading(piped: Array(text.utf8))] {
          #expect(reading.articles.map(\.title) == kept, "\(text)")
          #expect(reading.problems.map(\.line) == [2], "\(text): \(reading.lines)")
          #expect(reading.problems.map(\.column) == [column], "\(text): \(reading.lines)")
        }
      }
    }
  }

  /// Items in one line, what is kept of them, and where each fault stands.
  private static let cuts: [(items: String, kept: [String], columns: [Int])] = [
    (#"{"title":"a"},{"title":"b","n":7, {"title":"c"}, {"title":"d"}"#, ["a", "c", "d"], [35]),
    (#"{"title":"b" {"title":"c"},{"title":"d"}"#, ["c", "d"], [14]),
    (#"{"title":"b","n":7{"title":"c"}"#, ["c"], [19]),
    (#"{{"title":"c"}"#, ["c"], [2]),
    (#"{"title":"b", {"title":"c", {"title":"d"}"#, ["d"], [15, 29]),
    (#"{"title":"b","n":[1,{"y":[]}],"o":{"x":{}}, {"title":"c"}"#, ["c"], [45]),
    (#"{"title":"b","o":{"x":{"y":1, {"title":"c"},{"title":"d"}"#, ["c", "d"], [31]),
    (#"{"title":"b","n":NaN, {"title":"c"}"#, ["c"], [18]),
    (#"{"title":"b","n":[{"x":1, {"y":2}],"m":1},{"title":"c"}"#, ["c"], [27]),
    (#"{"title":"b","n":[{"x":1, {"y":2}],"m":1, {"title":"c"}"#, ["c"], [27]),
    (#"{"title":"b","o" {"title":"x"},"p" : {"title":"y"}},{"title":"c"}"#, ["c"], [18]),
    (#""title":"b","o":{"title":"x"}},{"title":"c"}"#, ["c"], [1, 8]),
    (#"{"title":"b","o":"x":1},"p":{"title":"x"}},{"title":"c"}"#, ["c"], [21]),
  ]

  @Test func braceThatIsMissingCostsItsArticle() throws {
    try check(Self.cuts)
    let feeds =
      #"[{"items":[{"title":"a"}],{"items":[{"title":"b", {"title":"c"}]},"#
      + #"{"items":[{"title":"d"}] {"items":[{"title":"e"}]}]"#
    let reading = try NewsReading(feeds)
    #expect(reading.articles.map(\.title) == ["a", "c", "d", "e"])
    #expect(reading.problems.map(\.column) == [27, 51, 92], "\(reading.lines)")
  }

  /// What stands between two texts is none, whichever mark is missing.
  private static let torn: [(items: String, kept: [String], columns: [Int])] = [
    (#"{"title":"b,"url":"u"},{"title":"c"},{"title":"d"}"#, ["c", "d"], [14]),
    (#"{"title":b","url":"u"},{"title":"c"},{"title":"d"}"#, ["c", "d"], [10]),
    (#"{"title:"b","url":"u"},{"title":"c"}"#, ["c"], [10]),
    (#"{title":"b","url":"u"},{"title":"c"}"#, ["c"], [2]),
    (#"{"title":"b,"n":12, "o":[null, {"x":""}, "z"]} , {"title":"c"}"#, ["c"], [14]),
    (#"{"title":"5" wide","n":1},{"title":"c"}"#, ["c"], [14]),
    (#"{"title":"b","url":"u 1" x"},{"title":"c"}"#, ["c"], [26]),
    (#"{"title":"he said "no" to it","n":1},{"title":"c"}"#, ["c"], [20]),
    (#"{"title":"b" 7,"n":", "},{"title":"c"}"#, ["c"], [14]),
    // The end of the article is a part of its text, and the next one with it.
    (#"{"title":"b},{"title":"x","url":"u"},{"title":"c"}"#, ["c"], [16]),
  ]

  @Test func quotationMarkThatIsMissingCostsItsArticle() throws { try check(Self.torn) }

  private func check(_ cases: [(items: String, kept: [String], columns: [Int])]) throws {
    for (items, kept, columns) in cases {
      let starts = ["[", #"{"items":["#, #"{"data":{"posts":["#]
      for (start, end) in zip(starts, ["]", #"],"x":1}"#, "]}}"]) {
        let text = start + items + end
        for reading in [try NewsReading(text), try NewsReading(piped: Array(text.utf8))] {
          let found = reading.problems.map { $0.column - start.utf8.count }
          #expect(reading.articles.map(\.title) == kept, "\(text): \(reading.lines)")
          #expect(found == columns, "\(text): \(reading.lines)")
        }
      }
    }
  }

  /// Whichever of its marks an article lacks, it costs that and the next one at most, and nothing in it
  /// is taken for an article.
  @Test func markThatIsMissingCostsNoMore() throws {
    var random = Random(seed: 16)
    let marks = Array(#"{}[]",:"#.utf8)
    for round in 0..<400 {
      let space = ["", " ", "\n  "].randomElement(using: &random) ?? ""
      var items = (0..<8).map { Array(Self.item(titled: "t\($0)", space, &random).utf8) }
      let torn = Int.random(in: 0..<8, using: &random)
      let places = items[torn].indices.filter { marks.contains(items[torn][$0]) }
      items[torn].remove(at: places.randomElement(using: &random) ?? 0)
      let list = items.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",\(space)")
      let text = round % 2 == 0 ? "[\(list)]" : #"{"name":"n","articles":[\#(list)]}"#
      let reading = try NewsReading(text)
      let lost = Set((0..<8).map { "t\($0)" }).subtracting(reading.articles.map(\.title))
      let said: Comment = "\(text): \(reading.lines)"
      #expect(lost.isSubset(of: ["t\(torn)", "t\(torn + 1)"]), said)
      #expect(reading.articles.count == 8 - lost.count, said)
      #expect(reading.problems.isEmpty == lost.isEmpty, said)
    }
  }

  /// Where each article begins its line, so do all others behind a broken one, whatever it lacks.
  @Test func articlesThatBeginTheirLinesAreFoundBehindAnyFault() throws {
    var random = Random(seed: 17)
    let media = #""media":[{"url":"u","title":"wrong"},{"list":["x"],"title":"wrong"}]"#
    for round in 0..<600 {
      var items = try (0..<8).map {
        try Self.laidOut(Self.item(titled: "t\($0)", "", and: [media], &random))
      }
      let torn = Int.random(in: 0..<8, using: &random)
      var bytes = Array(items[torn].utf8)
      let places = bytes.indices.dropFirst().filter { bytes[$0] > 0x20 }
      let from = try #require(places.randomElement(using: &random))
      switch round % 3 {
      case 0: bytes.remove(at: from)
      case 1:
        bytes.removeSubrange(from...)
        while bytes.last == 0x20 || bytes.last == 0x0A { bytes.removeLast() }
      default:
        let end = bytes[from...].firstIndex(of: 0x0A) ?? bytes.count
        bytes.removeSubrange(from..<min(end, from + 12))
      }
      items[torn] = String(decoding: bytes, as: UTF8.self)
      let list = items.joined(separator: ",\n  ")
      let start = round % 2 == 0 ? "[" : #"{"name":"n","articles":["#
      let text = "\(start)\n  \(list)\n]" + (round % 2 == 0 ? "" : #","x":1}"#)
      let reading = try NewsReading(text)
      let titles = reading.articles.map(\.title)
      let lost = Set((0..<8).map { "t\($0)" }).subtracting(titles)
      let said: Comment = "\(items[torn]): \(reading.lines)"
      #expect(lost.isSubset(of: ["t\(torn)"]), said)
      // An article that lost the start of an object in it has the title of that.
      #expect(titles.count <= 8 && (round % 3 == 2 || !titles.contains("wrong")), said)
    }
  }

  @Test func articlesMayBeginTheirLinesOrFollowOthersInThem() throws {
    let items = [
      #"{"title":"a","n":NaN},{"title":"b"},"#, #"{"title":"c" {"title":"d"},"#,
      #"{"title":"e","n":["x":1},{"title":"wrong"}]},"#, #"{"title":"f","n":["#,
      #"{"title":"g"#, #"{"title":"h"},"#, #"{"title":"i","n":[{]},{"title":"wrong"}]}"#,
    ]
    let reading = try NewsReading(
      #"{"items":[\#n"# + items.joined(separator: "\n") + #"\#n],\#n"x":[\#n{"title":"wrong"}]}"#)
    #expect(reading.articles.map(\.title) == ["b", "d", "h"])
    #expect(reading.problems.map(\.line) == [2, 3, 4, 6, 6, 8], "\(reading.lines)")
    #expect(reading.lines.contains("f.json:6:1: not JSON: { where the article before it must end"))
    // Without an indentation a line's start says nothing.
    let flat = #"[|{|"title":"a" 1,|"n":[|{|"x":1|}|]|},|{"title":"b"}|]"#
    let lines = try NewsReading(flat.replacing("|", with: "\n"))
    #expect(lines.articles.map(\.title) == ["b"])
  }

  /// What lacks its end takes in all that follows: that is read again, but not for each.
  @Test func linesThatLackTheirEndsAreReadAFewTimes() throws {
    let lines = String(repeating: #"{"title":"a","n":[\#n"#, count: 40_000)
    #expect((2...20).contains(try NewsReading("[\n" + lines).problems.count))
    let wide = (0..<3_000).map { String(repeating: " ", count: $0) + #"{"title":"a" 1,"# }
    #expect(try NewsReading("[\n" + wide.joined(separator: "\n") + "]").articles.isEmpty)
  }

  /// An article in many lines, as programs write it.
  private static func laidOut(_ item: String) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(item.utf8))
    let text = try JSONSerialization.data(
      withJSONObject: value, options: [.prettyPrinted, .sortedKeys])
    return String(decoding: text, as: UTF8.self).replacing("\n", with: "\n  ")
  }

  private static func item(
    titled title: String, _ space: String, and more: [String] = [], _ random: inout Random
  ) -> String {
    let members = [
      #""source":{"title":"wrong","o":{"title":"wrong"},"list":["x"]}"#,
      #""tags":["x","","y"]"#, #""summary":"نص, الخبر: هنا""#, #""id":"i\#(title)""#, #""n":12"#,
      #""empty":"""#,
    ]
    let all = [#""title":"\#(title)""#] + more + members.shuffled(using: &random)
    return "{\(space)" + all.prefix(5).joined(separator: ",\(space)") + "\(space)}"
  }

  @Test func commaThatIsMissingBetweenArticlesCostsNone() throws {
    let reading = try NewsReading(#"[{"title":"a"} {"title":"b"},{"title":"c"}]"#)
    #expect(reading.articles.map(\.title) == ["a", "b", "c"])
    #expect(reading.lines == ["f.json:1:16: not JSON: { where , or ] must stand"])
  }

  @Test func bytesThatAreNoTextCostTheirArticle() throws {
    let text =
      Array(#"[{"title":"a"},{"title":"b","#.utf8) + [0xFF, 0x00, 0xE9]
      + Array(#"},{"title":"c"}]"#.utf8)
    let reading = try NewsReading(text)
    #expect(reading.articles.map(\.title) == ["a", "c"])
    #expect(
      reading.lines == ["f.json:1:29: not JSON: the byte 0xFF where a name in quotes must stand"])
  }

  @Test func everyFaultIsReported() throws {
    let items = (0..<300).map { $0 % 3 == 1 ? #"{"title":"t","n":NaN}"# : #"{"title":"t"}"# }
    let reading = try NewsReading("[" + items.joined(separator: ",\n") + "]")
    #expect(reading.articles.count == 200)
    #expect(reading.problems.map(\.line) == Array(stride(from: 2, through: 299, by: 3)))
    #expect(reading.places == (0..<300).filter { $0 % 3 != 1 })
  }

  @Test func fileThatIsCutIsSaidToBe() throws {
    let reading = try NewsReading(
      "[{\"title\":\"a\"},\n{\"n\":NaN},\n{\"title\":\"c\"},\n{\"title\":\"d")
    #expect(reading.articles.map(\.title) == ["a", "c"])
    #expect(
      reading.lines == [
        "f.json:2:6: not JSON: N where a value must stand",
        "f.json:4:12: not JSON: the text ends inside a string; kept 2 articles before it",
      ])
  }

  @Test func damageBehindAFaultIsReported() throws {
    let reading = try NewsReading(#"{"articles":[{"n":NaN},{"title":"a\uD800"}]}"#)
    #expect(reading.articles.map(\.title) == ["a\u{FFFD}"])
    #expect(reading.problems.map(\.column) == [19, 35])
  }

  /// Nothing that stands behind is looked at more often than a few times.
  @Test(arguments: [
    ("[", 1_500_000), ("{", 1_500_000), ("[[[{\"a\":", 400_000), ("]}", 700_000),
    ("{\"a\" ", 300_000),
    ("\"", 1_000_001), ("{}\"{", 300_000), ("[}", 600_000), (",{", 100_000),
    ("{\"a\":[[],{\"b\":0,{", 60_000), ("\",\"a", 400_000), ("\",\\\"a", 300_000),
  ])
  func hostileGarbageEnds(_ piece: String, _ count: Int) throws {
    let garbage = String(repeating: piece, count: count)
    let closers = String(repeating: "}", count: 200_000)
    let reading = try NewsReading("[{\"title\":\"a\"},{\"n\":NaN \(garbage)\(closers)")
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.problems.first?.column == 21)
  }
}
