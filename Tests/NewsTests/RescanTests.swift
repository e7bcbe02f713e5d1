import Foundation
import Glibc
import Synchronization
import Testing

@testable import News

/// What a second look at files costs, and what it finds.
@Suite struct RescanTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func line(_ id: String, _ more: String = "") -> String {
    #"{"id": "\#(id)", "title": "\#(id)", "source": "S"\#(more)}"# + "\n"
  }

  /// Scans all; how many articles were read for it.
  private func read() throws -> Int {
    var read = 0
    _ = try SourceScanner(store: library.store).scan(
      progress: {
        read = $0.articles
        return true
      }, problem: { library.problems.append($0) })
    return read
  }

  private func append(_ text: String, to name: String) throws {
    let file = try #require(FileHandle(forWritingAtPath: library.path(name)))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test func touchedFileThatSaysTheSameIsNotParsed() throws {
    try library.write("news/a.json", line("a"))
    try library.write("news/b.json", line("b"))
    try library.scan("news")
    utimes(library.path("news/a.json"), nil)
    #expect(try read() == 0)
    // And then it is known as it is.
    #expect(try read() == 0)
    try library.write("news/a.json", line("x"))
    #expect(try read() == 1)
    #expect(Set(try library.titles()) == ["a", "b", "x"])
  }

  @Test func linesThatOnlyGrewAreReadFromTheirEnd() throws {
    try library.write("a.jsonl", (0..<500).map { line("t\($0)") }.joined())
    try library.scan("a.jsonl")
    try append(line("new"), to: "a.jsonl")
    #expect(try read() == 1)
    try append(line("newer") + line("t0", #", "body": "changed""#) + "{broken\n", to: "a.jsonl")
    #expect(try read() == 2)
    #expect(library.problems.map(\.line) == [504])
    #expect(try library.titles().count == 502)
    // As when the whole is read, the first of two counts.
    #expect(try library.store.article(library.id("t0"))?.article.body == [])
    #expect(try read() == 0)
  }

  @Test func listsThatWereAddedAreReadFromTheEnd() throws {
    func list(_ ids: String...) -> String {
      #"{"name":"N","articles":["# + ids.map { line($0).dropLast() }.joined(separator: ",") + "]}\n"
    }
    try library.write("a.jsonl", list("a", "b") + list("c"))
    try library.scan("a.jsonl")
    try append(list("d", "e"), to: "a.jsonl")
    #expect(try read() == 2)
    try append(line("f") + list("g"), to: "a.jsonl")
    #expect(try read() == 2)
    #expect(Set(try library.titles()) == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(library.problems == [])
  }

  /// Answers of a service, each with its latest articles, one file.
  @Test func laterVersionInTheSameFileIsShown() throws {
    func feed(_ title: String, _ modified: String, _ more: String = "") -> String {
      #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"#
        + #""\#(title)","content_text":"\#(title) x","date_modified":"\#(modified)"}\#(more)]}"#
        + "\n"
    }
    let first = feed("first", "2024-01-01T00:00:00Z")
    let second = feed("second", "2024-01-02T00:00:00Z")
    let late = feed("late", "2024-01-01T12:00:00Z")
    let other = #",{"id":"2","title":"other","content_text":"x"}"#
    try library.write("a.jsonl", first)
    try library.scan("a.jsonl")
    try library.store.markAllRead(in: .init())
    try append(second, to: "a.jsonl")
    _ = try read()
    #expect(try library.titles() == ["second"])
    try append(late + feed("undated", "soon", other), to: "a.jsonl")
    _ = try read()
    #expect(Set(try library.titles()) == ["second", "other"])
    #expect(try library.rows().filter(\.isUnread).map(\.title) == ["other"])
    try library.store.index()
    #expect(try library.store.search(SearchQuestion("second")).count == 1)
    #expect(try library.store.search(SearchQuestion("first")).isEmpty)
    // Read as a whole, it is the same.
    try library.write("a.jsonl", " " + first + second + late)
    _ = try read()
    #expect(Set(try library.titles()) == ["second", "other"])
    try library.store.index()
    #expect(try library.store.search(SearchQuestion("second")).count == 1)
    let fresh = try StoreFixture()
    try fresh.write("b.jsonl", first + second + late)
    try fresh.scan("b.jsonl")
    #expect(try fresh.titles() == ["second"])
    #expect(try fresh.store.tally(of: []) == Tally(all: 1, unread: 1))
  }

  @Test func lineThatIsNotWholeYetIsReadWhenItIs() throws {
    let whole = line("b")
    try library.write("a.jsonl", line("a") + whole.prefix(20))
    try library.scan("a.jsonl")
    #expect(library.problems.map(\.line) == [2])
    try append(String(whole.dropFirst(20)) + line("c").dropLast(), to: "a.jsonl")
    #expect(try read() == 2)
    #expect(library.problems.count == 1)
    #expect(Set(try library.titles()) == ["a", "b", "c"])
    try append("\n" + line("d"), to: "a.jsonl")
    _ = try read()
    #expect(try library.titles().count == 4)
  }

  @Test func lineWithoutAnEndThatIsWrittenOverIsReadAnew() throws {
    let open = line("a").dropLast()
    try library.write("a.jsonl", String(open))
    try library.scan("a.jsonl")
    let longer = line("a", #", "body": "longer than before""#)
    try library.write("a.jsonl", String(longer.dropLast()))
    #expect(try read() == 1)
    #expect(
      try library.store.article(library.id("a"))?.article.body.first?.text == "longer than before")
  }

  @Test func linesThatWereEditedAreReadAnew() throws {
    try library.write("a.jsonl", line("a") + line("b"))
    try library.scan("a.jsonl")
    try library.write("a.jsonl", line("a", #", "body": "new""#) + line("b") + line("c"))
    #expect(try read() == 3)
    #expect(try library.store.article(library.id("a"))?.article.body.first?.text == "new")
    // Written over with fewer lines.
    try library.write("a.jsonl", line("z"))
    #expect(try read() == 1)
    try append(line("y"), to: "a.jsonl")
    #expect(try read() == 1)
  }

  @Test func orderOfDaysIsRememberedWithTheLines() throws {
    try library.write("a.jsonl", line("a", #", "date": "3/24/2024""#))
    try library.scan("a.jsonl")
    try append(line("b", #", "date": "3/4/2024""#), to: "a.jsonl")
    #expect(try read() == 1)
    let row = try #require(try library.rows().first { $0.title == "b" })
    #expect(row.date == ArticleDate(reading: "2024-03-04"))
  }

  @Test func digestDependsOnEveryByteAndNotOnThePieces() {
    let bytes = (0..<100).map { UInt8($0) }
    func digest(_ bytes: [UInt8], _ pieces: Int) -> Data {
      var digest = FileDigest()
      for start in stride(from: 0, to: bytes.count, by: pieces) {
        // A piece may be handed over twice, as a file is read twice.
        let from = max(0, start - 3)
        let piece = bytes[from..<min(start + pieces, bytes.count)]
        Array(piece).withUnsafeBytes { digest.take($0, at: from) }
      }
      return digest.value
    }
    #expect(Set([1, 7, 16, 33, 100].map { digest(bytes, $0) }).count == 1)
    var digests: Set<Data> = [digest(bytes, 100)]
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      digests.insert(digest(other, 100))
    }
    for count in 0..<100 { digests.insert(digest(Array(bytes[..<count]), 100)) }
    #expect(digests.count == 201)
  }

  @Test func waitingMarkEndsABatchEarlyAndNothingIsLost() throws {
    try library.write("a.jsonl", (0..<50).map { line("t\($0)") }.joined())
    library.store.waitingMarks.add(1, ordering: .relaxed)
    #expect(try library.scan("a.jsonl").new == 50)
    library.store.waitingMarks.subtract(1, ordering: .relaxed)
    #expect(try library.titles() == (0..<50).map { "t\($0)" })
    #expect(try library.store.tally(of: []).all == 50)
    #expect(try read() == 0)
  }

  @Test func progressTellsItsShare() throws {
    try library.write("a.jsonl", (0..<4_000).map { line("t\($0)") }.joined())
    let source = try library.store.add(library.path("a.jsonl"))
    var shares: [Int] = []
    _ = try SourceScanner(store: library.store).scan(
      [source],
      progress: {
        shares.append($0.percent ?? -1)
        return true
      }, problem: { _ in })
    #expect(shares.count >= 3)
    #expect(shares == shares.sorted())
    #expect(shares.first == 0)
    #expect(shares.contains { 0 < $0 && $0 < 100 })
    #expect(shares.last == 100)
  }

  @Test func fileUnderSeveralNamesIsFoundOnce() throws {
    try library.write("news/a.json", line("a"))
    link(library.path("news/a.json"), library.path("news/b.json"))
    symlink("a.json", library.path("news/c.json"))
    try library.write("news/d.json", line("d"))
    symlink("d.json", library.path("news/e.json"))
    try library.scan("news")
    #expect(try read() == 0)
    utimes(library.path("news/d.json"), nil)
    #expect(try read() == 0)
    #expect(Set(try library.titles()) == ["a", "d"])
  }
}
