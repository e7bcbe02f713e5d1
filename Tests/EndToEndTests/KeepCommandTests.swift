import Foundation
import TestSupport
import Testing

/// Stars, tags, the state of a library and its pruning, by commands.
@Suite struct KeepCommandTests {
  let khabar: Khabar

  init() throws { khabar = try Khabar() }

  @Test func starsTagsAndStateGoByCommands() throws {
    defer { khabar.remove() }
    try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl")
    let marked = try khabar("mark", "a1", "e1", "--read", "--star", "--tag", "مدينة,tram")
    #expect(
      marked.output == """
        2 articles marked read
        2 articles starred
        2 articles tagged مدينة
        2 articles tagged tram

        """)
    #expect(
      try khabar("mark", "a1", "--tag", "-tram").output == "1 article not tagged tram any more\n")
    #expect(try khabar("mark", "a1").status == 64)
    #expect(try khabar("mark", "a1", "--star", "--unstar").status == 64)
    #expect(try khabar("mark", "a1", "nowhere", "--unstar").status == 2)
    #expect(try khabar("count", "--starred").output == "2\n")
    #expect(try khabar("list", "--starred", "edition.jsonl").lines.count == 2)
    #expect(try khabar("list", "--history", "--json").output.contains("\"read_at\":\"20"))
    #expect(try khabar("show", "a1").output.contains("Your tags"))

    let state = try khabar("state", "export").output
    #expect(state.split(separator: "\n").count == 2)
    let other = ["XDG_DATA_HOME": khabar.folder.appending(path: "other").path]
    #expect(
      try khabar("state", "import", "-", input: state, environment: other).output
        == "2 articles in the file, 2 changed here, 0 problems\n")
    #expect(
      try khabar("scan", "edition.jsonl", environment: other).output
        == "2 new, 0 changed, 0 problems\n")
    #expect(try khabar("count", "--starred", environment: other).output == "2\n")
    #expect(try khabar("state", "export", environment: other).output == state)
    let folder = try khabar("state", "import", ".", environment: other)
    #expect(folder.status == 2)
    #expect(folder.complaints == "khabar: . can’t be read: Is a directory\n")
    let bad = try khabar("state", "import", "-", input: "{}\n", environment: other)
    #expect(bad.status == 1)
    #expect(bad.complaints == "-:1:1: no keys: the article is left out\n")
    #expect(try khabar("state", "export", environment: other).output == state)
  }

  @Test func stateThatIsPartlyRightIsTakenInAndTheRestIsSaid() throws {
    defer { khabar.remove() }
    let right = #"{"keys":["0123456789abcdef0123456789abcdef"],"read":true,"read_changed":1}"#
    for garbage in [
      "no state", "{", "[]", "\u{0}\u{1}", "\u{1B}[31m", #"{"keys":[""#, #"{"keys":["0"]}"#, "7",
    ] {
      let bad = try khabar("state", "import", "-", input: garbage + "\n")
      #expect(bad.status == 1, "\(bad)")
      #expect(bad.complaints.hasPrefix("-:1:") && !bad.complaints.contains("\u{1B}"), "\(bad)")
      #expect(bad.output.hasPrefix("0 articles in the file"), "\(bad)")
      let partly = try khabar("state", "import", "-", input: garbage + "\n" + right + "\n")
      #expect(partly.status == 1 && partly.output.hasPrefix("1 article in the file"), "\(partly)")
      #expect(try khabar("state", "export").output.hasPrefix(String(right.dropLast(20))))
    }
    for nothing in ["", "\n", "\u{FEFF}"] {
      #expect(try khabar("state", "import", "-", input: nothing).status == 0)
    }
  }

  @Test func pruningIsAskedForAndSparesStars() throws {
    defer { khabar.remove() }
    try khabar.write(
      #"""
      {"id":"1","title":"old","date":"2001-01-01","source":"S"}
      {"id":"2","title":"kept","date":"2001-01-02","source":"S"}
      {"id":"3","title":"unread","date":"2001-01-03","source":"S"}
      """#, to: "a.jsonl")
    try khabar("scan", "a.jsonl")
    try khabar("mark", "1", "2", "--read")
    try khabar("mark", "2", "--star")
    #expect(
      try khabar("prune", "--older-than", "90d", "--dry-run").output
        == "1 article would be dropped\n")
    #expect(try khabar("count").output == "3\n")
    #expect(try khabar("prune", "--older-than", "90d").output == "1 article dropped\n")
    #expect(try khabar("count").output == "2\n")
    #expect(try khabar("prune").status == 64)
    #expect(try khabar("prune", "--older-than", "90").status == 64)
  }
}
