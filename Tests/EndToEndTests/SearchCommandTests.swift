import Foundation
import TestSupport
import Testing

/// `khabar search`: what is found, and what a question may hold.
@Suite struct SearchCommandTests {
  let khabar: Khabar

  init() throws { khabar = try Khabar() }

  @Test func searchFindsWordsHoweverTheyAreWritten() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    #expect(try khabar("scan", "edition.jsonl").status == 0)
    let found = try khabar("search", "مكتبه")
    #expect(found.status == 0)
    #expect(found.lines == (try khabar("list", "--limit", "1").lines))
    #expect(try khabar("search", "LIBRARY", "three").lines.count == 1)
    #expect(try khabar("search", "\"library harbour\"").status == 1)
    #expect(try khabar("search", "zzz").output.isEmpty)
  }

  @Test func searchTakesWordsThatBeginWithAMinusBehindTwo() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    #expect(try khabar("scan", "edition.jsonl").status == 0)
    let all = try khabar("list", "--all").lines
    let without = try khabar("search", "--limit", "9", "--", "-library")
    #expect(without.status == 0)
    #expect(without.lines.count == all.count - 1)
    #expect(try khabar("search", "--best", "--limit", "1", "--", "-library").lines.count == 1)
    for words in [["-library"], ["harbour", "-library"], ["-7"], ["--best", "x", "-مكتبة"]] {
      let run = try khabar.run(["search"] + words)
      #expect(run.status == 64)
      #expect(run.complaints.contains("Error: "))
      #expect(run.complaints.contains("khabar search -- foo -bar"))
    }
    let others = [
      ["search", "x", "--jsno"], ["list", "-x"], ["search"], ["search", "--limit", "-1", "x"],
    ]
    for other in others {
      #expect(!(try khabar.run(other).complaints.contains("-- foo")))
    }
  }

  @Test func searchShowsReadRowsToo() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    #expect(try khabar("scan", "edition.jsonl").status == 0)
    let row = try #require(try khabar("search", "--json", "library").lines.first)
    #expect(row.contains("\"read\":false"))
    let id = try #require(try khabar("search", "library").lines.first?.prefix { $0 != "\t" })
    #expect(try khabar("mark", String(id), "--read").status == 0)
    #expect(try khabar("search", "--json", "library").output.contains("\"read\":true"))
    #expect(try khabar("search", "library", "is:unread").status == 1)
    #expect(try khabar("search", "library", "is:read").status == 0)
  }

  @Test(arguments: ["*", "before:soon", "is:green", "\"", "x before:", "tag:* x"])
  func searchThatCantBeUnderstoodIsASentence(question: String) throws {
    defer { khabar.remove() }
    let run = try khabar("search", question)
    #expect(run.status == 2)
    #expect(run.complaints.hasPrefix("khabar: "))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["C++", "AT&T", "AND", "NEAR(a b)", "a*", "title:x", "\"a"])
  func whatLooksLikeAnOperatorIsWords(question: String) throws {
    defer { khabar.remove() }
    let run = try khabar("search", question)
    #expect(run.status == 1)
    #expect(run.complaints.isEmpty)
  }
}
