import Foundation
import Glibc
import Synchronization
import Testing

@testable import News

@Suite struct ScannerTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  private func article(_ id: String) -> String {
    #"{"id": "\#(id)", "title": "\#(id)", "source": "S"}"#
  }

  @Test func foldersAreLookedThroughForNewsFiles() throws {
    try library.write("news/b.json", article("b"))
    try library.write("news/a.JSONL", article("a1") + "\n" + article("a2"))
    try library.write("news/deep/er/c.ndjson", article("c"))
    try library.write("news/.hidden/d.json", article("d"))
    try library.write("news/notes.txt", article("e"))
    try library.write("news/json", article("f"))
    let report = try library.scan("news")
    #expect(report.new == 4)
    #expect(report.problems == 0)
    #expect(try library.titles() == ["a1", "a2", "b", "c"])
  }

  @Test func fileOfAnyNameIsTakenWhenItIsNamed() throws {
    try library.write("notes.txt", article("a"))
    #expect(try library.scan("notes.txt").new == 1)
  }

  @Test(arguments: [
    "line\nend", "escape\u{1B}[31m", "\u{202E}override", "-dash", "a b?%#\\'\"", "\u{85}\u{9B}2J",
    "خبر",
  ])
  func foldersAndFilesMayHaveAnyName(_ name: String) throws {
    try library.write("news/\(name)/\(name).json", article("a") + "\n{")
    #expect(try library.scan("news/\(name)").new == 1)
    let lines = library.problems.map(\.description)
    #expect(lines.count == 1 && lines[0].contains(".json:2:2: not JSON: the text ends"), "\(lines)")
    #expect(!lines.joined().unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(!lines.joined().contains("\u{202E}"))
    #expect(try library.scan("news/\(name)").new == 0)
  }

  /// Of a file; those of the next are told again.
  @Test func problemsAreToldUpToAHundredAndCountedAll() throws {
    let broken = String(repeating: "{\n", count: 1_000)
    try library.write("news/a.jsonl", article("a") + "\n" + broken)
    try library.write("news/b.jsonl", String(broken.prefix(202)) + article("b"))
    let report = try library.scan("news")
    #expect(report.new == 2 && report.problems == 1_101)
    #expect(library.problems.count == 202)
    #expect(library.problems[..<100].map(\.line) == Array(2...101))
    #expect(library.problems[100].line == 102 && library.problems[100].reason == .more(900))
    #expect(library.problems[100].description.hasSuffix(":102:2: 900 more problems from here on"))
    // A single one more is told as it is.
    #expect(library.problems[101...].map(\.line) == Array(1...101))
    #expect(library.problems[101...].allSatisfy { $0.count == 1 })
  }

  @Test func whatEndedTheReadingIsToldBehindAnyNumber() {
    var limit = ProblemLimit()
    var told: [Problem.Reason] = []
    for line in 1...300 {
      let last = line == 300
      let reason: Problem.Reason = last ? .unreadable("Input/output error") : .unknownShape
      limit.take(Problem(file: "f", line: line, column: 1, reason: reason)) {
        told.append($0.reason)
      }
    }
    limit.end { told.append($0.reason) }
    #expect(told.count == 102)
    #expect(told.suffix(2) == [.unreadable("Input/output error"), .more(199)])
  }

  @Test func whatIsNoFileIsSaidAndHidesNothingThatIsGone() throws {
    try library.write("news/a.json", article("a"))
    try library.write("news/b.json", article("b"))
    try library.scan("news")
    mkfifo(library.path("news/pipe.json"), 0o600)
    mkfifo(library.path("news/pipe"), 0o600)
    symlink("/dev/zero", library.path("news/zero.jsonl"))
    unlink(library.path("news/b.json"))
    try library.rescan()
    #expect(
      library.problems.map(\.description).sorted() == [
        "\(library.path("news/pipe.json")):1:1: can't be read: not a file or a folder",
        "\(library.path("news/zero.jsonl")):1:1: can't be read: not a file or a folder",
      ])
    let source = try library.store.add(library.path("news"))
    #expect(try library.store.knownFiles(of: source).rest.keys.map { $0.suffix(7) } == ["/a.json"])
  }

  @Test func aScanOfAPipeThatNothingComesThroughCanBeEnded() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data((article("a") + "\n").utf8))
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let outcome = Mutex<(report: SourceScanner.Report, problems: Int)?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [store = library.store] in
      var asked = 0
      var problems = 0
      let report = try? SourceScanner(store: store).takeIn(
        standardInput: descriptor,
        progress: { _ in
          asked += 1
          return asked < 4
        }, problem: { _ in problems += 1 })
      outcome.withLock { $0 = report.map { ($0, problems) } }
      hasEnded.signal()
    }
    let ending = hasEnded.wait(timeout: .now() + 20)
    try pipe.fileHandleForWriting.close()
    #expect(ending == .success)
    #expect(outcome.withLock { $0?.report.isCancelled } == true)
    #expect(outcome.withLock { $0?.problems } == 0)
  }

  @Test func linksThatLeadBackEndTheWalk() throws {
    try library.write("news/a/a.json", article("a"))
    try library.write("other/b.json", article("b"))
    symlink("..", library.path("news/a/up"))
    symlink(library.path("news"), library.path("news/self"))
    symlink(library.path("other"), library.path("news/other"))
    symlink(library.path("other"), library.path("news/other2"))
    #expect(try library.scan("news").new == 2)
    #expect(library.problems.isEmpty)
  }

  @Test func linkThatLeadsNowhereIsSaid() throws {
    try library.write("news/a.json", article("a"))
    try library.write("far/b.json", article("b"))
    symlink(library.path("far/b.json"), library.path("news/b.json"))
    symlink(library.path("nowhere"), library.path("news/no-news"))
    #expect(try library.scan("news").new == 2)
    #expect(library.problems.isEmpty)
    try FileManager.default.removeItem(atPath: library.path("far"))
    #expect(try library.rescan().problems == 1)
    #expect(library.problems.map(\.file) == [library.path("news/b.json")])
    #expect(library.problems.map(\.reason) == [.unreadable("the link leads nowhere")])
  }

  @Test func unchangedFilesAreNotRead() throws {
    for name in ["a", "b", "c"] { try library.write("news/\(name).json", article(name)) }
    try library.scan("news")
    var read = 0
    func count() throws {
      read = 0
      _ = try SourceScanner(store: library.store).scan(
        progress: {
          read = $0.articles
          return true
        }, problem: { _ in })
    }
    try count()
    #expect(read == 0)
    try library.write("news/b.json", article("b") + "\n" + article("new"))
    try count()
    #expect(read == 2)
    #expect(try library.titles().count == 4)
  }

  @Test func articlesStayWhenTheirFileVanishesOrTurnsBad() throws {
    try library.write("news/a.json", article("a"))
    try library.write("news/b.json", article("b"))
    try library.scan("news")
    try FileManager.default.removeItem(atPath: library.path("news/a.json"))
    try library.write("news/b.json", "{ not JSON")
    let report = try library.rescan()
    #expect(report.new == 0)
    #expect(report.changed == 0)
    #expect(report.problems > 0)
    #expect(try library.titles() == ["a", "b"])
    try FileManager.default.removeItem(atPath: library.path("news"))
    #expect(try library.rescan().problems == 1)
    #expect(try library.titles() == ["a", "b"])
  }

  @Test func pathThatIsNotThereIsReported() throws {
    #expect(try library.scan("nowhere").problems == 1)
    let problem = try #require(library.problems.first)
    #expect(problem.file == library.path("nowhere"))
    #expect(problem.reason == .unreadable("No such file or directory"))
  }

  @Test func pipesAndDevicesAreNotOpened() throws {
    try library.write("news/a.json", article("a"))
    mkfifo(library.path("news/pipe.json"), 0o600)
    symlink("/dev/zero", library.path("news/zero.json"))
    #expect(try library.scan("news").new == 1)
    mkfifo(library.path("pipe"), 0o600)
    #expect(try library.scan("pipe").problems == 1)
  }

  @Test func editOfOneFileDoesNotFlipTheTextOfAnother() throws {
    func text(_ body: String, _ modified: String = "") -> String {
      #"{"id": "1", "title": "t", "source": "S", "body": "\#(body)"\#(modified)}"#
    }
    func body() throws -> String? {
      try library.store.article(library.id("t"))?.article.body.first?.text
    }
    try library.write("a.json", text("first"))
    try library.write("b.json", text("second"))
    try library.scan("a.json")
    #expect(try library.scan("b.json").changed == 0)
    #expect(try body() == "first")
    try library.write("b.json", text("second, edited"))
    #expect(try library.rescan().changed == 0)
    try library.write("a.json", text("first, edited"))
    #expect(try library.rescan().changed == 1)
    #expect(try body() == "first, edited")
  }

  @Test func editIsSeenThroughEitherOfTwoSourcesThatHoldTheFile() throws {
    try library.write("news/sub/a.json", #"{"id": "1", "title": "one", "source": "S"}"#)
    try library.scan("news")
    try library.scan("news/sub")
    try library.write("news/sub/a.json", #"{"id": "1", "title": "edited", "source": "S"}"#)
    #expect(try library.scan("news/sub").changed == 1)
    #expect(try library.titles() == ["edited"])
    #expect(try library.rescan() == SourceScanner.Report())
  }

  @Test func editIsSeenWhereAFolderWasMovedTo() throws {
    try library.write("news/a.json", #"{"id": "1", "title": "one", "source": "S"}"#)
    try library.scan("news")
    try library.store.mark([library.id("one")], read: true)
    try FileManager.default.moveItem(
      atPath: library.path("news"), toPath: library.path("archive"))
    try library.rescan()
    #expect(try library.scan("archive").new == 0)
    try library.write("archive/a.json", #"{"id": "1", "title": "edited", "source": "S"}"#)
    #expect(try library.scan("archive").changed == 1)
    #expect(try library.rows().map(\.title) == ["edited"])
    #expect(try library.rows().map(\.isUnread) == [false])
  }

  @Test func standardInputIsASourceThatIsNotScannedAgain() throws {
    let path = try library.write("piped.json", article("a"))
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let report = try SourceScanner(store: library.store).takeIn(
      standardInput: descriptor, progress: { _ in true }, problem: { _ in })
    #expect(report.new == 1)
    #expect(try library.store.sources().map(\.path) == ["-"])
    #expect(try library.store.source(at: "-") != nil)
    #expect(try library.rescan() == SourceScanner.Report())
    #expect(try library.titles() == ["a"])
  }

  @Test func whatCameThroughAPipeIsStoredWhileNothingComes() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data((article("a") + "\n" + article("b") + "\n").utf8))
    let reader = try library.open(.reading)
    var asked = 0
    let report = try SourceScanner(store: library.store).takeIn(
      standardInput: pipe.fileHandleForReading.fileDescriptor,
      progress: { _ in
        asked += 1
        return asked < 200 && (try? reader.tally(of: []).all) != 2
      }, problem: { Issue.record("\($0)") })
    #expect(asked < 200)
    #expect(report.isCancelled)
    #expect(report.new == 2)
    try pipe.fileHandleForWriting.close()
  }

  /// The reading is a few batches of 400 ahead, and no more.
  @Test func endedScanKeepsWhatItTookInAndGoesOnNextTime() throws {
    try library.write("a.jsonl", (0..<4_000).map { article("t\($0)") }.joined(separator: "\n"))
    let source = try library.store.add(library.path("a.jsonl"))
    let report = try SourceScanner(store: library.store).scan(
      [source], progress: { $0.articles < 400 }, problem: { _ in })
    #expect(report.isCancelled)
    #expect(report.new >= 400)
    #expect(report.new < 4_000)
    #expect(try library.store.tally(of: []).all == report.new)
    let rest = try library.rescan()
    #expect(rest.new == 4_000 - report.new)
    #expect(try library.titles() == (0..<4_000).map { "t\($0)" })
  }

  @Test func aScanIsEndedBeforeTheFirstArticleToo() throws {
    try library.write("a.jsonl", (0..<100).map { article("t\($0)") + "\n" }.joined())
    let source = try library.store.add(library.path("a.jsonl"))
    let report = try SourceScanner(store: library.store).scan(
      [source], progress: { _ in false }, problem: { Issue.record("\($0)") })
    #expect(report.isCancelled)
    #expect(report.new == 0)
    #expect(try library.rescan().new == 100)
  }

  /// An object at the root is read to its end before its first article is.
  @Test func readingIsEndedBeforeTheFirstArticleToo() throws {
    let long = String(repeating: "word ", count: 4_000)
    let items = (0..<100).map { #"{"id": "\#($0)", "title": "t\#($0)", "body": "\#(long)"}"# }
    try library.write("a.json", #"{"articles": [\#(items.joined(separator: ","))]}"#)
    let file = try FileHandle(forReadingFrom: URL(filePath: library.path("a.json")))
    var asked = 0
    let reading = NewsFile(name: "a.json").read(
      file.fileDescriptor,
      while: { _ in
        asked += 1
        return asked < 4
      }, article: { _, _, _ in true }, problem: { _ in })
    #expect(asked < 8, "of more than thirty pieces")
    #expect(reading.outcome.articles == 0)
  }

  @Test func marksGetInBetweenTheBatchesOfAnotherConnection() throws {
    try library.write("first.json", article("first"))
    try library.scan("first.json")
    let id = try library.id("first")
    try library.write("a.jsonl", (0..<3_000).map { article("t\($0)") }.joined(separator: "\n"))
    let source = try library.store.add(library.path("a.jsonl"))
    let other = try library.open(.writing)
    let gate = DispatchSemaphore(value: 0)
    let marked = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      gate.wait()
      for round in 0..<20 { _ = try? other.mark([id], read: round % 2 == 0) }
      _ = try? other.mark([id], read: true)
      marked.signal()
    }
    let report = try SourceScanner(store: library.store).scan(
      [source],
      progress: { _ in
        gate.signal()
        return true
      }, problem: { _ in })
    #expect(report.new == 3_000)
    #expect(marked.wait(timeout: .now() + .seconds(10)) == .success)
    #expect(try library.store.tally(of: []) == Tally(all: 3_001, unread: 3_000))
  }

  @Test func samePathInAnotherSpellingIsTheSameSource() throws {
    try library.write("news/a.json", article("a"))
    symlink(library.path("news"), library.path("link"))
    let source = try library.store.add(library.path("news"))
    #expect(try library.store.add(library.path("./x/../news/")) == source)
    #expect(try library.store.add(library.path("link")) == source)
    #expect(try library.store.source(at: library.path("other")) == nil)
  }

  @Test func tornFileCostsWhatFollowsTheTear() throws {
    try library.write("news/a.json", article("a"))
    try library.scan("news")
    try library.write("news/b.json", #"[{"id": "b", "title": "b", "source": "S"}, {"id": "#)
    #expect(try library.rescan().new == 1)
    #expect(library.problems.allSatisfy { $0.file == library.path("news/b.json") })
    #expect(!library.problems.isEmpty)
  }

  @Test func shapeThatASourceIsSaidToBeOfIsKept() throws {
    try library.write(
      "a.json", #"{"title": "t", "text": "as newspaper", "body": "as khabar"}"#)
    try library.scan("a.json")
    let source = try #require(try library.store.source(at: library.path("a.json")))
    func body() throws -> String? {
      try library.store.article(library.id("t"))?.article.body.first?.text
    }
    #expect(try body() == "as khabar")
    try library.store.setFormat("newspaper", of: [source])
    #expect(try library.rescan().changed == 1)
    #expect(try body() == "as newspaper")
    try library.store.setFormat("newspaper", of: [source])
    #expect(try library.rescan() == SourceScanner.Report())
    try library.store.setFormat(nil, of: [source])
    #expect(try library.rescan().changed == 1)
  }
}
