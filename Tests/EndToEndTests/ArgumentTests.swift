import Foundation
import TestSupport
import Testing

/// More arguments than the parser takes one by one: those that follow one another are one to it.
@Suite struct ArgumentTests {
  let khabar: Khabar
  private let ids = (1...300).map { "a\($0)" }
  private let paths: [String]

  init() throws {
    khabar = try Khabar()
    paths = ids.map { "news/\($0).json" }
    for (id, path) in zip(ids, paths) {
      try khabar.write(#"{"id":"\#(id)","title":"t \#(id)","body":"b"}"#, to: path)
    }
  }

  @Test func manyPathsAreTakenAsFewAre() throws {
    defer { khabar.remove() }
    let some = Array(paths[..<299])
    try khabar.write("{}", to: "empty file.json")
    let check = try khabar.run(["check"] + some + ["empty file.json"])
    #expect(check.status == 1 && check.lines.count == 300)
    #expect(check.lines.last?.hasPrefix("empty file.json:1:1: ") == true)
    #expect(try khabar.run(["check"] + some + ["./-x", "-", "y"]).status == 2)
    #expect(try khabar.run(["scan"] + some).output == "299 new, 0 changed, 0 problems\n")
    #expect(try khabar.run(["count", "--unread"] + paths).output == "300\n")
    #expect(try khabar.run(["list"] + paths + ["--limit", "7", "--all"]).lines.count == 7)
    #expect(try khabar.run(["forget"] + some).status == 0)
    let left = try khabar("sources").lines
    #expect(left.count == 1 && left[0].contains("a300.json"), "\(left)")
  }

  @Test func manyIDsAreTakenAsFewAre() throws {
    defer { khabar.remove() }
    #expect(try khabar("scan", "news").status == 0)
    let first = Array(ids[..<200])
    #expect(try khabar.run(["mark", "--read", "--store", "s.sqlite"] + ids).status == 2)
    let marked = try khabar.run(["mark", "--tag", "x y", "--read"] + first + ["--star"] + ids)
    #expect(marked.status == 0)
    #expect(try khabar("count", "--starred").output == "300\n")
    #expect(try khabar("search", "tag:y").lines.count == 300)
    let without = try khabar.run(["mark", "--unread"] + ids + [""])
    #expect(without.status == 2 && without.complaints.contains("There is no article ;"))
    #expect(try khabar("list").status == 1)
  }

  @Test func whatIsWrongWithManyIsSaidOfThemAsTheyWereWritten() throws {
    defer { khabar.remove() }
    let surplus = try khabar.run(["show"] + ids)
    #expect(surplus.status == 64 && surplus.complaints.contains("'a2'"))
    let unknown = try khabar.run(["mark", "--read"] + ids + ["--green"])
    #expect(unknown.status == 64 && unknown.complaints.contains("Unknown option '--green'"))
    let words = try khabar.run(["search", "--"] + ids.map { "-" + $0 } + ids)
    #expect(words.status == 2 && words.complaints.contains("100"))
  }
}
