import Foundation
import TestSupport
import Testing

/// The commands as scripts rely on them: what they print, and their exit codes.
@Suite struct CommandTests {
  let khabar: Khabar

  init() throws { khabar = try Khabar() }

  /// The ids of the library's rows, in the list's order.
  private func ids() throws -> [String] {
    try khabar("list", "--all").lines.map { String($0.split(separator: "\t")[0]) }
  }

  @Test func scanSaysWhatItTookIn() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "news/edition.jsonl")
    #expect(try khabar("scan", "news").output == "4 new, 0 changed, 0 problems\n")
    #expect(try khabar("scan").output == "0 new, 0 changed, 0 problems\n")
    let edited = Edition.file.replacingOccurrences(of: "three years", with: "four years")
    try khabar.write(edited, to: "news/edition.jsonl")
    #expect(try khabar("scan").output == "0 new, 1 changed, 0 problems\n")
    #expect(try khabar("scan").status == 0)
  }

  @Test func scanWithProblemsTakesInTheRest() throws {
    defer { khabar.remove() }
    try khabar.write(#"{"id":"x","title":"t","body":"b","tags":7}"#, to: "bad.json")
    let run = try khabar("scan", "bad.json")
    #expect(run.output == "1 new, 0 changed, 1 problem\n")
    #expect(run.complaints.contains("bad.json:1:41: "))
    #expect(run.status == 0)
  }

  @Test func listInAPipeIsTabsNewestFirst() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    let run = try khabar("list", "edition.jsonl")
    #expect(run.status == 0)
    let rows = run.lines.map { $0.components(separatedBy: "\t") }
    #expect(rows.map(\.count) == [4, 4, 4, 4])
    #expect(rows[0][1] == "افتتاح مكتبة الميناء بعد ترميم دام ثلاث سنوات")
    #expect(rows.map { $0[2] } == ["صوت الساحل", "חדשות העמק", "Coast Courier", "پیک ساحل"])
    #expect(rows[0][3] == "2026-11-23T18:40:00+03:00")
    #expect(rows.allSatisfy { $0[0].hasPrefix("k") })
  }

  @Test func listLimitsAndFilters() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    #expect(try khabar("list", "edition.jsonl", "--limit", "2").lines.count == 2)
    #expect(try khabar("mark", "a1", "h1", "--read").status == 0)
    #expect(try khabar("list").lines.count == 2)
    #expect(try khabar("list", "--read").lines.count == 2)
    #expect(try khabar("list", "--all").lines.count == 4)
    #expect(try khabar("list", "--all", "--limit", "0").status == 1)
  }

  @Test func listWithoutARowExitsOne() throws {
    defer { khabar.remove() }
    let run = try khabar("list")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test func jsonRowsHaveTheirMembers() throws {
    defer { khabar.remove() }
    let odd =
      #"{"id":"o","title":"a\u202eb","date":"gestern","url":"https://example.org/o","body":"b"}"#
    try khabar.write(Edition.file + odd + "\n", to: "edition.jsonl")
    let run = try khabar("list", "--json", "--all", "edition.jsonl")
    let objects = try run.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 5)
    #expect(objects[2]["title"] as? String == "Harbour library reopens after three years")
    #expect(objects[2]["date"] as? String == "2026-11-21T08:00:00+00:00")
    #expect(objects[2]["source"] as? String == "Coast Courier")
    #expect(objects[2]["lang"] as? String == "en")
    #expect(objects[2]["url"] is NSNull)
    #expect(objects[2]["read"] as? Bool == false)
    #expect(objects[4]["date"] is NSNull)
    #expect(objects[4]["date_text"] as? String == "gestern")
    #expect(objects[4]["url"] as? String == "https://example.org/o")
    #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    #expect(run.output.contains(#"a\u202eb"#))
  }

  @Test func markIsAllOrNothing() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl")
    let refused = try khabar("mark", "a1", "nobody", "--read")
    #expect(refused.status == 2)
    #expect(refused.complaints.contains("nobody"))
    #expect(try khabar("count", "--unread").output == "4\n")
    let own = try ids()[0]
    #expect(try khabar("mark", own, "--read").status == 0)
    #expect(try khabar("mark", own, "--read").status == 0)
    #expect(try khabar("count", "--unread").output == "3\n")
    #expect(try khabar("mark", own, "--unread").status == 0)
    #expect(try khabar("count", "--unread").output == "4\n")
  }

  @Test func anOwnIDOfTwoArticlesIsRefusedAndListed() throws {
    defer { khabar.remove() }
    let two = ["A", "B"].map {
      #"{"id":"1","title":"of \#($0)","source":"\#($0)","body":"b"}"#
    }
    try khabar.write(two.joined(separator: "\n"), to: "two.jsonl")
    #expect(try khabar("scan", "two.jsonl").output == "2 new, 0 changed, 0 problems\n")
    let run = try khabar("mark", "1", "--read")
    #expect(run.status == 2)
    #expect(run.complaints.contains("of A") && run.complaints.contains("of B"))
    #expect(try khabar("count", "--unread").output == "2\n")
  }

  @Test func marksSurviveMovingEditingAndForgetting() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "one/edition.jsonl")
    try khabar("scan", "one")
    try khabar("mark", "a1", "--read")
    let files = FileManager.default
    try files.moveItem(
      at: khabar.folder.appending(path: "one/edition.jsonl"),
      to: khabar.folder.appending(path: "one/renamed.jsonl"))
    #expect(try khabar("scan").output == "0 new, 0 changed, 0 problems\n")
    #expect(try khabar("count", "--unread").output == "3\n")
    #expect(try khabar("forget", "one").status == 0)
    #expect(try khabar("count").output == "0\n")
    // What was read and comes back is not new again.
    #expect(try khabar("scan", "one").output == "3 new, 0 changed, 0 problems\n")
    #expect(try khabar("count", "--unread").output == "3\n")
  }

  @Test func articlesStayWhenTheirFileVanishes() throws {
    defer { khabar.remove() }
    let file = try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl")
    try FileManager.default.removeItem(atPath: file)
    #expect(try khabar("count").output == "4\n")
    #expect(try khabar("count", "edition.jsonl").output == "4\n")
  }

  @Test func withPathsACommandSpeaksOfThese() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.lines[0], to: "a.json")
    try khabar.write(Edition.lines[1], to: "h.json")
    #expect(try khabar("count", "a.json").output == "1\n")
    #expect(try khabar("count", "h.json").output == "1\n")
    #expect(try khabar("count").output == "2\n")
    #expect(try khabar("sources").lines.count == 2)
    #expect(try khabar("sources", "--json").lines.allSatisfy { $0.hasPrefix(#"{"path":""#) })
  }

  @Test func standardInputIsASource() throws {
    defer { khabar.remove() }
    let run = try khabar("scan", "-", input: Edition.file)
    #expect(run.output == "4 new, 0 changed, 0 problems\n")
    #expect(try khabar("count").output == "4\n")
  }

  @Test func unknownPathsAreRefused() throws {
    defer { khabar.remove() }
    for command in ["scan", "list", "count", "forget"] {
      let run = try khabar(command, "nowhere")
      #expect(run.status == 2, "\(command)")
      #expect(run.complaints.contains("nowhere"), "\(command)")
    }
    #expect(try khabar("sources").output.isEmpty)
  }

  @Test func whyAPathIsNotFoundIsSaid() throws {
    defer { khabar.remove() }
    try khabar.write("{}", to: "a\u{E9}.json")
    symlink("round.json", khabar.folder.appending(path: "round.json").path)
    for command in ["check", "scan", "list"] {
      let bytes = try khabar.run(
        ["-c", #"exec "$0" \#(command) "$(printf 'a\377.json')""#, Khabar.binary], of: "sh")
      #expect(bytes.status == 2)
      #expect(bytes.complaints == "khabar: a\u{FFFD}.json can’t be read: its name is not UTF-8\n")
      let round = try khabar(command, "round.json")
      #expect(round.status == 2)
      let reason = "Too many levels of symbolic links"
      #expect(round.complaints == "khabar: round.json can’t be read: \(reason)\n")
    }
  }

  @Test func wrongUsageIsSixtyFour() throws {
    defer { khabar.remove() }
    #expect(try khabar("list", "--bogus").status == 64)
    #expect(try khabar("mark", "k1").status == 64)
    #expect(try khabar("mark", "k1", "--read", "--unread").status == 64)
    #expect(try khabar("--store", "x.sqlite", "list").status == 64)
    #expect(try khabar("layout", "--width", "0").status == 64)
  }

  @Test func aFolderCalledLikeACommandIsWrittenWithADot() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "list/edition.jsonl")
    #expect(try khabar("count", "./list").output == "4\n")
    #expect(try khabar("count", "--", "list").output == "4\n")
  }

  @Test func storeCanBeNamed() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl", "--store", "own.sqlite")
    #expect(try khabar("count", "--store", "own.sqlite").output == "4\n")
    #expect(try khabar("count").output == "0\n")
  }

  @Test func versionNamesTheUnicodeVersion() throws {
    defer { khabar.remove() }
    #expect(try khabar("--version").output.contains("Unicode 17.0"))
  }

  @Test func theLibrarysIDWinsOverAFilesOwn() throws {
    defer { khabar.remove() }
    try khabar.write(#"[{"id":"a","title":"A"},{"id":"k1","title":"own k1"}]"#, to: "own.json")
    try khabar("scan", "own.json")
    #expect(try khabar("mark", "k1", "--read").status == 0)
    let read = try khabar("list", "--read").lines
    #expect(read.count == 1)
    #expect(read[0].hasPrefix("k1\tA\t"))
  }

  @Test func anArticleThatIsGivenAnIDKeepsItsMark() throws {
    defer { khabar.remove() }
    let article = #""title":"t","url":"https://example.org/a","body":"b"}]"#
    try khabar.write("[{" + article, to: "feed.json")
    try khabar("scan", "feed.json")
    try khabar("mark", "k1", "--read")
    try khabar.write(#"[{"id":"9","# + article, to: "feed.json")
    #expect(try khabar("scan").output.hasPrefix("0 new"))
    #expect(try khabar("count").output == "1\n")
    #expect(try khabar("count", "--unread").output == "0\n")
  }

  @Test func aPipeOrADeviceIsNoSource() throws {
    defer { khabar.remove() }
    let run = try khabar("scan", "/dev/null")
    #expect(run.status == 2)
    #expect(run.complaints.contains("/dev/null"))
    #expect(try khabar("sources").output.isEmpty)
  }

  @Test func argumentsAreSaidWithoutWhatATerminalObeys() throws {
    defer { khabar.remove() }
    for arguments in [
      ["list", "--a\u{1B}[31m\n\u{9B}\u{202E}b"], ["list", "--limit", "\u{1B}]0;title\u{7}"],
      ["nothing\u{1B}[2J", "\u{1B}c"], ["read", "--lang", "\u{1B}[31m"], ["mark", "\u{1B}[5m"],
    ] {
      let run = try khabar.run(arguments)
      #expect(run.status == 64 || run.status == 2, "\(run)")
      let said = (run.output + run.complaints).unicodeScalars
      #expect(said.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }, "\(run)")
      #expect(!said.contains("\u{202E}") && !said.isEmpty)
    }
    let help = try khabar("list", "--help")
    #expect(help.status == 0 && help.complaints.isEmpty && help.output.contains("USAGE: "))
    let completions = try khabar("--generate-completion-script", "bash")
    #expect(completions.status == 0 && completions.output.contains("_khabar"))
  }

  @Test func pipeWithoutAnEndIsFollowedAndEnded() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    for command in ["scan", "check", "state import"] {
      try session.tmux.enter(
        #"clear; { printf '[{"title":"a"},{"title":"'; tr '\0' x </dev/zero; } | khabar \#(command) -"#
      )
      try session.tmux.wait(for: "reading:")
      try session.tmux.wait(for: "more megabytes") { screen in
        screen.range(of: "[2-9]|[0-9][0-9] MB", options: .regularExpression) != nil
      }
      try session.tmux.press("C-c")
      try session.tmux.enter("echo ended $?")
      try session.tmux.wait(for: "the shell to go on") { screen in
        screen.range(of: #"ended \d"#, options: .regularExpression) != nil
      }
    }
    // What a scan had by then is kept.
    #expect(try khabar("count").output == "1\n")
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    defer { khabar.remove() }
    _ = try WriteLock(on: khabar.folder.appending(path: "other.sqlite").path, makingTable: true)
    let run = try khabar("count", "--store", "other.sqlite")
    #expect(run.status == 2)
    #expect(run.complaints.contains("Not a khabar library"))
  }

  @Test func aStoreWithoutANameIsWrongUsage() throws {
    defer { khabar.remove() }
    #expect(try khabar("count", "--store", "").status == 64)
    try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl", "--store", ":memory:")
    #expect(try khabar("count", "--store", ":memory:").output == "4\n")
  }

  @Test func everyCommandTakesAStore() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.lines[0], to: "a.json")
    #expect(try khabar("check", "--store", "x.sqlite", "a.json").status == 0)
    #expect(try khabar("layout", "--store", "x.sqlite", input: "a\n").output == "a\n")
  }

  @Test func anUnwritableOutputIsSaid() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.tmux.enter("yes | head -99999 | khabar layout > /dev/full; echo left $?")
    let screen = try session.tmux.wait(for: "left 2")
    #expect(screen.contains("The output can’t be written"))
  }

  @Test func laidOutLinesHaveNoTrailingSpaces() throws {
    defer { khabar.remove() }
    let lines = try khabar("layout", input: "   שלום\n\tשלום\n  abc  \n").lines
    #expect(lines == ["םולש", "םולש", "  abc"])
  }

  @Test func linesAreJustifiedWhereThatIsAsked() throws {
    defer { khabar.remove() }
    let text = "ab cd ef ghijklm\n"
    #expect(try khabar("layout", "--width", "10", input: text).lines == ["ab cd ef", "ghijklm"])
    let filled = try khabar("layout", "--width", "10", "--justify", input: text)
    #expect(filled.lines == ["ab  cd  ef", "ghijklm"])
  }

  @Test func manyProblemsAreSaidShortly() throws {
    defer { khabar.remove() }
    let state = String(repeating: "[]\n", count: 5_000)
    try khabar.write(String(repeating: "{\n", count: 5_000) + Edition.lines[0], to: "a.jsonl")
    let check = try khabar("check", "a.jsonl")
    #expect(check.status == 1 && check.lines.count == 102)
    #expect(check.lines[100] == "a.jsonl:101:2: 4,900 more problems from here on")
    #expect(check.lines[101] == "a.jsonl: khabar, 1 article")
    let arabic = try khabar("check", "a.jsonl", environment: ["LC_ALL": "ar"])
    #expect(arabic.lines[100].contains("من هنا فصاعدًا: 4,900 مشكلة أخرى"))
    let scan = try khabar("scan", "a.jsonl")
    #expect(scan.status == 0 && scan.output == "1 new, 0 changed, 5,000 problems\n")
    #expect(scan.complaints.split(separator: "\n").count == 101)
    let taken = try khabar("state", "import", "-", input: state)
    #expect(taken.status == 1 && taken.output.hasSuffix(" 5,000 problems\n"))
    #expect(taken.complaints.split(separator: "\n").count == 101)
  }

  @Test func checkSaysOfWhichShapeEachFileIs() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.lines[0], to: "news/a.json")
    try khabar.write(
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": []}"#,
      to: "news/b.json")
    try khabar.write("{", to: "news/c.json")
    let entry = #"{"id": 1, "feed_id": 2, "title": "m", "content": "x", "feed": {"title": "F"}}"#
    try khabar.write([entry, Edition.lines[0], entry].joined(separator: "\n"), to: "mixed.jsonl")
    #expect(
      try khabar("check", "mixed.jsonl").output
        == "mixed.jsonl: Miniflux, 2 articles; khabar, 1 article\n")
    let run = try khabar("check", "news")
    #expect(run.status == 1)
    #expect(run.lines[0] == "news/a.json: khabar, 1 article")
    #expect(run.lines[1] == "news/b.json: JSON Feed, 0 articles")
    #expect(run.lines[2].hasPrefix("news/c.json:1:2: "))
    let forced = try khabar("check", "--format", "miniflux", "news/a.json")
    #expect(forced.lines == ["news/a.json: Miniflux, 1 article"])
    #expect(try khabar("check", "--format", "nothing", "news/a.json").status == 64)
    #expect(try khabar("count", "--format", "Miniflux").status == 64)
    #expect(try khabar("count", "--format", "json-feed", "news/a.json").status == 0)
  }
}
