import Foundation
import Glibc
@testable import News
import Testing

/// Texts that mean harm: a clear line, bounded memory, and nothing else lost.
struct JSONHostileTests {
  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func nestingOfAHundredThousandIsNothing() throws {
    let deep = repeated("[", 100_000) + repeated("]", 100_000)
    let objects = repeated("{\"a\":", 100_000) + "1" + repeated("}", 100_000)
    let reading = try NewsReading(
      "[{\"title\":\"a\",\"_x\":\(deep)},{\"title\":\"b\",\"_x\":\(objects)}]")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.problems.isEmpty)
  }

  @Test func nestingInAnObjectAtTheRootIsNothing() throws {
    let deep = repeated("[{\"a\":", 50_000) + "1" + repeated("}]", 50_000)
    let reading = try NewsReading("{\"title\":\"a\",\"body\":\(deep)}")
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.problems.map(\.reason) == [.missing(member: "text")])
  }

  @Test func nestingThatNeverEndsIsOneProblem() throws {
    let reading = try NewsReading(repeated("[", 2_000_000))
    #expect(reading.problems.count == 1)
  }

  @Test func numberOfAMegabyteIsPassedOver() throws {
    let number = repeated("9", 1 << 20)
    let reading = try NewsReading("{\"title\":\"a\",\"_n\":\(number),\"likes\":\(number)}")
    #expect(reading.articles.map(\.title) == ["a"])
    #expect(reading.articles.map(\.counters.likes) == [nil])
    #expect(reading.lines == ["f.json:1:1048604: likes must be a whole number"])
  }

  @Test(arguments: ["id", "date"])
  func numberOfAMegabyteIsNoText(_ name: String) throws {
    let number = repeated("9", 1 << 20)
    let reading = try NewsReading("[{\"title\":\"a\",\"\(name)\":\(number)},{\"title\":\"b\"}]")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.articles.map(\.ownID) == [nil, nil])
    #expect(reading.articles.map(\.dateText) == [nil, nil])
    let column = 18 + name.utf8.count
    #expect(reading.lines == ["f.json:1:\(column): \(name) is longer than 8192 bytes"])
  }

  @Test func stringOverItsCapCostsItsField() throws {
    let text = repeated("x", 5 << 20)
    let reading = try NewsReading("[{\"title\":\"a\",\"body\":\"\(text)\"},{\"title\":\"b\"}]")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.articles[0].body.isEmpty)
    #expect(reading.lines == ["f.json:1:22: body is longer than 4194304 bytes"])
    let title = try NewsReading("[{\"title\":\"\(repeated("y", 9000))\",\"body\":\"first words\"}]")
    #expect(title.articles.map(\.title) == ["first words"])
    #expect(title.lines == ["f.json:1:11: title is longer than 8192 bytes"])
  }

  @Test func ofANameThatStandsTwiceTheLastCounts() throws {
    let reading = try NewsReading(
      #"""
      {"title": "a", "likes": 1, "title": 7, "body": "x", "title": "b", "likes": 2, "body": "y"}
      {"date_published": "?", "title": "d", "date_published": "2026-11-28"}
      """#, name: "f.jsonl")
    #expect(reading.articles.map(\.title) == ["b", "d"])
    #expect(reading.articles.map(\.counters.likes) == [2, nil])
    #expect(reading.articles.first?.body == [Block(.paragraph, "y")])
    #expect(reading.problems.isEmpty, "\(reading.lines)")
    #expect(try NewsReading(#"{"title": "c", "title": null}"#).articles.isEmpty)
  }

  @Test func loneSurrogateIsReportedAndReplaced() throws {
    let reading = try NewsReading(
      #"[{"title":"a\uD800b"},{"title":"\uDC00\uD83D\uD83D\uDCF0"},{"title":"c"}]"#)
    #expect(reading.articles.map(\.title) == ["a\u{FFFD}b", "\u{FFFD}\u{FFFD}📰", "c"])
    #expect(
      reading.lines == [
        "f.json:1:13: half of a surrogate pair, shown as U+FFFD",
        "f.json:1:33: half of a surrogate pair, shown as U+FFFD",
        "f.json:1:39: half of a surrogate pair, shown as U+FFFD",
      ])
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0xC0, 0x80], 2), ([0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 3),
      ([0xF0, 0x9F, 0x93], 1), ([0xF4, 0x90, 0x80, 0x80], 4), ([0x80], 1), ([0xF8], 1),
    ] as [([UInt8], Int)])
  func bytesThatAreNotUTF8AreReportedAndReplaced(_ bytes: [UInt8], _ replaced: Int) throws {
    let text = Array("{\"title\":\"a".utf8) + bytes + Array("b\",\"id\":\"i\"}".utf8)
    let reading = try NewsReading(text)
    let title = "a" + repeated("\u{FFFD}", replaced) + "b"
    #expect(reading.articles.map(\.title) == [title])
    #expect(reading.articles.first?.ownID == "i")
    #expect(reading.lines.first == "f.json:1:12: bytes that are not UTF-8, shown as U+FFFD")
    #expect(reading.problems.count == replaced)
  }

  @Test func bytesThatAreNotUTF8OutsideAStringAreRefused() throws {
    let reading = try NewsReading(Array("{\"title\":\"a\",".utf8) + [0xE9, 0x7D])
    #expect(
      reading.lines == ["f.json:1:14: not JSON: the byte 0xE9 where a name in quotes must stand"])
  }

  @Test func controlsDieAndBidiControlsLive() throws {
    let reading = try NewsReading(
      #"{"title":"a\u001b[31m\u0085\u009Bb\r\nc\u007F\u202Ed\u200F","body":"x\r\ny\u2066"}"#
    )
    #expect(reading.articles.map(\.title) == ["a[31m b c\u{202E}d\u{200F}"])
    #expect(reading.articles.first?.body == [Block(.paragraph, "x\ny\u{2066}")])
    #expect(reading.problems.isEmpty)
  }

  @Test func escapedNULIsReportedWhereItIsShown() throws {
    let reading = try NewsReading(
      #"[{"title":"a\u0000b","body":"\u0000x\n\ny","_x":"\u0000"},{"title":"c"}]"#)
    #expect(reading.articles.map(\.title) == ["a\u{FFFD}b", "c"])
    #expect(reading.articles.first?.body.map(\.text) == ["\u{FFFD}x", "y"])
    #expect(
      reading.lines == [
        "f.json:1:11: the control 0x00 in title, shown as U+FFFD",
        "f.json:1:29: the control 0x00 in body, shown as U+FFFD",
      ])
  }

  @Test func otherEncodingsAreNamed() throws {
    let text = Array("{\"title\":\"a\"}".utf8)
    let wide16 = Array(text.map { [$0, 0] as [UInt8] }.joined())
    let wide32 = Array(text.map { [0, 0, 0, $0] as [UInt8] }.joined())
    let cases: [([UInt8], String)] = [
      ([0xFF, 0xFE] + wide16, "UTF-16"), (wide16, "UTF-16"), (wide32, "UTF-32"),
      ([0, 0, 0xFE, 0xFF] + wide32, "UTF-32"), ([0xFE, 0xFF, 0, 0x7B], "UTF-16"),
    ]
    for (bytes, name) in cases {
      #expect(
        try NewsReading(bytes).lines == [
          "f.json:1:1: not JSON: the text is in \(name); it must be in UTF-8"
        ])
    }
  }

  @Test func membersWithoutNumberAreNotAllNoted() throws {
    let members = (0..<50_000).map { "\"m\($0)\":{\"a\":[1,{\"b\":\"c\"}]}" }
    let reading = try NewsReading("{\(members.joined(separator: ",")),\"title\":\"a\"}")
    #expect(reading.articles.map(\.title) == ["a"])
  }

  @Test func bodyHasALimitOfBlocks() throws {
    let reading = try NewsReading("[{\"title\":\"a\",\"body\":\"\(repeated("x\\n\\n", 20_000))\"}]")
    #expect(reading.articles.first?.body.count == 16_384)
    #expect(reading.problems.map(\.reason) == [.cut(member: "body")])
  }

  /// What begins so and goes on so for ever, through a pipe, of which a value may have a megabyte.
  private func endless(
    _ beginning: String, _ rest: String, _ body: (Int32) throws -> Void
  ) throws {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let writing = ends[1]
    let isDone = DispatchSemaphore(value: 0)
    let piece = Array(repeated(rest, 65_536 / rest.utf8.count).utf8)
    Thread.detachNewThread {
      var next = Array(beginning.utf8)
      while send(writing, next, next.count, Int32(MSG_NOSIGNAL)) == next.count {
        next = piece
      }
      close(writing)
      isDone.signal()
    }
    try body(ends[0])
    close(ends[0])
    #expect(isDone.wait(timeout: .now() + .seconds(30)) == .success)
  }

  @Test(
    arguments: [
      (#"[{"title":"a"},{"title":""#, "x", 2), (#"[{"title":"a"},{"m":1"#, #","m":1"#, 2),
      (#"[{"title":"a"},"#, "9", 2), (#"[{"title":"a"},{"n":"#, "9", 2),
      (#"[{"title":"a"},"#, " ", 2),
      (#"[{"title":"a"}"#, "\n", 2), (#"[{"title":"a"},"#, "[1],", 0),
      (#"[{"title":"a"},"#, "[", 2),
      (#"[{"title":"a"},{"b":["#, #"{},"#, 2), ("{\"title\":\"a\"}\n{\"m\":\"", "x", 2),
      ("{\"title\":\"a\"}\n]", "x", 2), ("{\"title\":\"a\"}\n", "\n", 2),
    ] as [(String, String, Int)])
  func valueWithoutAnEndIsRefusedAndWhatStoodBeforeIsKept(
    _ beginning: String, _ rest: String, _ count: Int
  ) throws {
    try endless(beginning, rest) { descriptor in
      var stream = NewsStream(descriptor, name: "-")
      stream.reader.longestValue = 1 << 20
      var articles: [Article] = []
      var problems: [Problem] = []
      var values = 0
      reading: while true {
        switch stream.next() {
        case .article(let article, _): articles.append(article)
        case .nothing: values += 1
        case .end: break reading
        }
        problems += stream.takeProblems()
        // Values without number are no endless value.
        if values > 1_000 { break }
      }
      #expect(articles.map(\.title) == ["a"])
      if count == 0 {
        #expect(values > 1_000)
      } else {
        let last = try #require(problems.last)
        let isRefused = last.reason == .endless(limit: 1 << 20)
        #expect(isRefused || last.description.contains("nested more than"), "\(problems)")
        #expect(problems.count <= count && last.line > 0 && last.column > 0, "\(problems)")
      }
    }
  }

  @Test func lineThatBeginsNoValueIsSaidOnce() throws {
    let reading = try NewsReading("{\"title\":\"a\"}\n]x\n}\n{\"title\":\"b\"}\n", name: "f.jsonl")
    #expect(reading.articles.map(\.title) == ["a", "b"])
    #expect(reading.problems.map(\.line) == [2, 3])
    let unnamed = try NewsReading("{\"title\":\"a\"}\n]x\n}\n{\"title\":\"b\"}\n")
    #expect(unnamed.articles.map(\.title) == ["a", "b"])
    #expect(unnamed.problems.map(\.line) == [2, 3])
  }

  @Test func stateWithoutAnEndIsRefused() throws {
    try endless(#"{"keys":[""#, "0") { descriptor in
      var lines = StateReader(descriptor, name: "-", longestValue: 1 << 20)
      var problems: [Problem] = []
      lines.forEach({ _ in Issue.record("there is no state") }, problem: { problems.append($0) })
      #expect(
        problems.map(\.description) == [
          "-:1:10: a value has more than 1048576 bytes: nothing after it is read"
        ])
    }
  }

  @Test func folderIsNoFile() throws {
    let folder = try #require(opendir("/"))
    defer { closedir(folder) }
    var problems: [Problem] = []
    _ = NewsFile(name: "/").read(
      dirfd(folder), article: { _, _ in true }, problem: { problems.append($0) })
    #expect(problems.map(\.description) == ["/:1:1: can't be read: Is a directory"])
  }

  @Test func endlessPipeOfNothingIsRefused() throws {
    let zero = open("/dev/zero", O_RDONLY)
    defer { close(zero) }
    var problems: [Problem] = []
    _ = NewsFile(name: "/dev/zero").read(
      zero, article: { _, _ in true }, problem: { problems.append($0) })
    #expect(problems.count == 1)
  }
}
