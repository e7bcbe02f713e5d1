import Foundation
import Synchronization
import TestSupport
import Testing

@testable import News

/// Articles without ids at one address: what is one article, what an edit of it, what another.
@Suite struct AddressTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private static let page = "https://x.org/p"

  private func row(_ title: String, _ more: String = "", at address: String = page) -> String {
    let more = more.isEmpty ? "" : ", \(more)"
    return #"{"title": "\#(title)", "url": "\#(address)"\#(more)}"#
  }

  private func write(_ name: String, _ rows: String...) throws {
    try library.write(name, "[\(rows.joined(separator: ",\n"))]")
  }

  private func titles(unread: Bool? = nil) throws -> [String] {
    try library.rows().filter { unread == nil || $0.isUnread == unread }.map(\.title).sorted()
  }

  @Test func otherHeadlineIsAnotherArticle() throws {
    // Of three publications, of two files that name none, and of two places of one page.
    for name in ["A", "B", "C"] {
      try write("\(name).json", row(name, #""source": "\#(name)""#))
      #expect(try library.scan("\(name).json").new == 1)
    }
    try write("d.json", row("D"))
    try write("e.json", row("E"), row("F"), row("G", at: Self.page + "#1"), row("e!"))
    try library.scan("d.json")
    #expect(try library.scan("e.json").new == 3)
    try library.store.mark([library.id("B")], read: true)
    #expect(try titles() == ["A", "B", "C", "D", "E", "F", "G"])
    #expect(try library.rescan() == SourceScanner.Report())
    for name in ["a.json", "b.json"] { try write(name, row("b", #""source": "\#(name)""#)) }
    for name in ["a.json", "b.json"] { #expect(try library.scan(name).new == 0) }
    #expect(try titles(unread: false) == ["B"])
  }

  @Test(arguments: [
    #""date": "2024-03-05T10:00:00Z""#, #""date": "2024-03-05", "body": "text""#,
    #""body": "text""#,
    #""date": "2024-03-05""#, "",
  ])
  func editedHeadlineKeepsItsMark(of what: String) throws {
    // In the file of the second publication as in that of the first.
    for name in ["A", "B"] {
      try write(
        "\(name).json", row(name, #""source": "\#(name)""# + (what.isEmpty ? "" : ", ") + what))
      try library.scan("\(name).json")
    }
    for (name, once) in [("A", "A more"), ("B", "B more"), ("A", "A most"), ("B", "B most")] {
      try library.store.markAllRead(in: .init())
      try write(
        "\(name).json", row(once, #""source": "\#(name)""# + (what.isEmpty ? "" : ", ") + what))
      let report = try library.rescan()
      #expect(report.new == 0 && report.changed == 1)
      #expect(try titles(unread: true) == [])
    }
    #expect(try titles() == ["A most", "B most"])
  }

  @Test func addressWithinTheSiteIsTheSame() throws {
    let source = #""source": "S", "#
    try write(
      "a.json", row("one", source + #""body": "1""#, at: "/n"),
      row("two", source + #""body": "2""#, at: "/n"),
      row("three", source + #""body": "3""#, at: "/m"))
    #expect(try library.scan("a.json").new == 3)
    try library.store.markAllRead(in: .init())
    try write(
      "a.json", row("four", source + #""body": "4""#, at: "/n"),
      row("three!", source + #""body": "3""#, at: "/m"))
    #expect(try library.rescan().new == 1)
    #expect(try titles(unread: false) == ["one", "three!", "two"])
  }

  @Test func otherTextOfAnotherTimeIsAnotherArticle() throws {
    // One address over all that comes there, one article after the other.
    for day in 1...3 {
      try write("a.json", row("quote \(day)", #""date": "2024-01-0\#(day)", "body": "of \#(day)""#))
      #expect(try library.scan("a.json").new == 1)
      try library.store.markAllRead(in: .init())
    }
    // And over several at once, which move on.
    for first in 1...3 {
      let rows = (first..<first + 3).map { row("home \($0)", #""date": "2024-02-03""#) }
      try library.write("b.json", "[\(rows.joined(separator: ","))]")
      #expect(try library.scan("b.json").new == (first == 1 ? 3 : 1))
      try library.store.markAllRead(in: .init())
    }
    #expect(try titles().count == 8)
  }

  @Test func placesOfAPageKeepTheirs() throws {
    let places = (1...2).map { Self.page + "#\($0)" }
    try write("a.json", row("one", at: places[0]), row("two", at: places[1]))
    try library.scan("a.json")
    try library.store.mark([library.id("two")], read: true)
    try write(
      "a.json", row("new", at: Self.page + "#3"), row("two, edited", at: places[1]),
      row("one", at: places[0] + "#"))
    #expect(try library.rescan().new == 1)
    #expect(try titles(unread: true) == ["new", "one"])
    #expect(try titles(unread: false) == ["two, edited"])
    // What only tracks says nothing.
    try write("b.json", row("three", at: Self.page + "?utm_id=1"))
    try library.scan("b.json")
    try library.store.markAllRead(in: .init())
    try write("b.json", row("three, edited", at: Self.page + "?utm_id=2"))
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: true) == [])
  }

  @Test func whatStandsInAFileStays() throws {
    let time = #""date": "2024-03-05T10:00:00Z""#
    try library.write("a.jsonl", row("one", time) + "\n")
    try library.scan("a.jsonl")
    try library.store.markAllRead(in: .init())
    try library.write("a.jsonl", row("one", time) + "\n" + row("two", time) + "\n")
    #expect(try library.rescan().new == 1)
    #expect(try titles(unread: false) == ["one"])
    // A later version says that it is one.
    let lines =
      ["one", "two"].map { row($0, time) } + [row("three", time + #", "modified": "2024-03-06""#)]
    try library.write("a.jsonl", lines.joined(separator: "\n") + "\n")
    try library.write("b.jsonl", row("v", time, at: "https://x.org/v") + "\n")
    try library.scan("b.jsonl")
    try library.write(
      "b.jsonl",
      row("v", time, at: "https://x.org/v") + "\n"
        + row("v later", time + #", "modified": "2024-03-06""#, at: "https://x.org/v") + "\n")
    #expect(try library.scan("b.jsonl").new == 0)
    #expect(try titles().contains("v later"))
    // Of two that could be meant, neither is taken.
    #expect(try library.scan("a.jsonl").new == 1)
    #expect(try titles() == ["one", "three", "two", "v later"])
  }

  @Test func anotherFileEditsOnlyWhatIsGone() throws {
    try write("a.json", row("one", #""source": "S""#))
    try library.scan("")
    try library.store.markAllRead(in: .init())
    try write("b.json", row("two", #""source": "S""#))
    #expect(try library.rescan().new == 1)
    try FileManager.default.removeItem(atPath: library.path("b.json"))
    try library.rescan()
    try library.store.markAllRead(in: .init())
    try write("c.json", row("two, edited", #""source": "S""#))
    #expect(try library.rescan().new == 0)
    #expect(try titles() == ["one", "two, edited"])
    #expect(try titles(unread: true) == [])
  }

  @Test func headlineAndDateAloneTellByTheText() throws {
    func row(_ text: String, _ source: String = "S") -> String {
      let body = text.isEmpty ? "" : #", "body": "\#(text)""#
      return #"{"title": "Weather", "source": "\#(source)", "date": "2024-03-05"\#(body)}"#
    }
    func texts(unread: Bool) throws -> [String] {
      try library.rows().filter { $0.isUnread == unread }.map {
        try library.store.article($0.id)?.article.body.first?.text ?? ""
      }.sorted()
    }
    try write("a.json", row("dry"), row("wet"), row("dry", "T"))
    #expect(try library.scan("a.json").new == 3)
    try write("b.json", row("hot"), row("dry"), row(""))
    #expect(try library.scan("b.json").new == 1)
    let wet = try #require(
      library.rows().first { try library.store.article($0.id)?.article.body.first?.text == "wet" })
    try library.store.mark([wet.id], read: true)
    // Another comes on top, and one is told in other words.
    try write("a.json", row("cold"), row("wet"), row("dry", "T"), row("dry"))
    #expect(try library.rescan().new == 1)
    try write("a.json", row("icy"), row("wet"), row("dry", "T"), row("dry"))
    #expect(try library.rescan().new == 1)
    #expect(try texts(unread: false) == ["wet"])
    #expect(try texts(unread: true) == ["cold", "dry", "dry", "hot", "icy"])
    try write("c.json", row("old", "C"))
    try library.scan("c.json")
    try library.store.markAllRead(in: .init())
    try write("c.json", row("new", "C"))
    #expect(try library.rescan().new == 0)
    #expect(try texts(unread: true) == [])
  }

  @Test func formerHeadlineMayComeAgain() throws {
    let (first, second) = (
      #""date": "2024-01-01", "body": "a""#, #""date": "2024-02-02", "body": "b""#
    )
    try write("a.json", row("Storm warning", first))
    try library.scan("a.json")
    try write("a.json", row("Storm warning lifted", first))
    try library.rescan()
    try library.store.markAllRead(in: .init())
    for rows in [
      [("Storm warning", second), ("Storm warning lifted", first)], [("Storm warning", second)],
    ] {
      try library.write("a.json", "[\(rows.map { row($0.0, $0.1) }.joined(separator: ","))]")
      try library.rescan()
      #expect(try titles(unread: true) == ["Storm warning"])
      #expect(try titles(unread: false) == ["Storm warning lifted"])
    }
  }

  @Test func headlineAloneMayBeWrittenAnew() throws {
    func row(_ title: String) -> String {
      #"{"title": "\#(title)", "source": "S", "date": "2024-03-05", "body": "text"}"#
    }
    try write("a.json", row("مسؤول: «اتفاق»"))
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try write("a.json", row("مَسئول: اتفاق!"))
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: false) == ["مَسئول: اتفاق!"])
  }

  @Test(arguments: [#""date": "2024-03-05T10:00:00Z", "body": "b""#, #""body": "a""#])
  func idOfASiteThatMovedIsKnownByTimeOrText(with more: String) throws {
    let once = #""id": "7", "date": "2024-03-05T10:00:00Z", "body": "a""#
    try write("a.json", row("one", once, at: "https://x.org/9"))
    try library.scan("a.json")
    try library.store.markAllRead(in: .init())
    try write("a.json", row("other", #""id": "7", "# + more, at: "https://www.x.org/9"))
    #expect(try library.rescan().new == 0)
    #expect(try titles(unread: false) == ["other"])
    // The same number of another's site.
    try write("a.json", row("another", #""id": "7", "body": "c""#, at: "https://y.org/9"))
    #expect(try library.rescan().new == 1)
  }

  @Test func publicationIsNamedOnce() throws {
    try write("a.json", row("Cats", #""source": "S""#), row("Cats", #""source": "Z""#))
    try library.scan("a.json")
    #expect(try library.rows().map(\.alsoIn) == [["Z"]])
    try write("a.json", row("Dogs", #""source": "S""#), row("Cats", #""source": "Z""#))
    try library.rescan()
    #expect(try library.rows().first { $0.title == "Cats" }?.alsoIn == [])
  }

  @Test func editsThatMeetBecomeOne() throws {
    for name in ["A", "B"] {
      try write("\(name).json", row(name, #""source": "\#(name)""#))
      try library.scan("\(name).json")
    }
    try library.store.mark([library.id("B")], read: true)
    try write("B.json", row("A", #""source": "B""#))
    let report = try library.rescan()
    #expect(report.new == 0)
    #expect(try titles(unread: false) == ["A"])
    #expect(try library.rows().map(\.alsoIn) == [["B"]])
  }

  /// Whatever is taken for an edit, no article that stands in a file is missing from the library.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 20, 66])
  func noArticleOfAFileIsMissing(seed: UInt64) throws {
    var random = Random(seed: seed)
    if seed.isMultiple(of: 2) { library.store.waitingMarks.add(1, ordering: .relaxed) }
    var files: [String: [(title: String, more: String, address: String)]] = [:]
    var count = 0
    for _ in 0..<60 {
      let name = ["news/a.json", "news/b.json", "c.json"].randomElement(using: &random) ?? ""
      var rows = files[name] ?? []
      let place = Int.random(in: 0...rows.count, using: &random)
      count += 1
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where place < rows.count: rows[place].title = "t\(count)"
      case 1 where place < rows.count: rows.remove(at: place)
      default:
        let source = ["A", "B"].randomElement(using: &random) ?? ""
        let more = [#", "body": "b\#(count)""#, #", "date": "2024-01-0\#(count % 9 + 1)""#, ""]
        rows.insert(
          (
            "t\(count)", #""source": "\#(source)""# + (more.randomElement(using: &random) ?? ""),
            ["https://x.org/1", "https://x.org/1#2", "/1"].randomElement(using: &random) ?? ""
          ), at: place)
      }
      files[name] = rows
      try library.write(
        name, "[\(rows.map { row($0.title, $0.more, at: $0.address) }.joined(separator: ","))]")
      try library.scan(name.hasPrefix("news") ? "news" : name)
      let missing = Set(rows.map(\.title)).subtracting(try titles())
      #expect(missing.isEmpty, "\(name): \(rows)")
      #expect(try library.store.tally(of: []).all == library.rows().count)
    }
  }
}
