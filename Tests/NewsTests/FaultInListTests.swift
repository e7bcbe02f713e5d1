import Foundation
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
    ("\"", 1_000_001), ("{}\"{", 300_000), ("[}", 600_000),
  ])
  func hostileGarbageEnds(_ piece: String, _ count: Int) throws {
    let garbage = String(repeating: piece, count: count)
    let closers = String(repeating: "}", count: 200_000)
    let reading = try NewsReading("[{\"title\":\"a\"},{\"n\":NaN \(garbage)\(closers)")
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.problems.first?.column == 21)
  }
}
