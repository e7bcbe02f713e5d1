import Testing

@testable import News

/// What is found while a question is typed: its last word is a beginning, and so is a name's value.
@Suite struct StoreTypingTests {
  @Test func typingTakesTheLastWordAsABeginning() throws {
    let library = try StoreFixture(searching: [
      ("Searching", "x"), ("other", "the search goes on"), ("الصين", "x"),
    ])
    #expect(try library.found("s", end: .typing) == ["Searching"])
    #expect(try library.found("se", end: .typing) == ["Searching"])
    #expect(try library.found("sea", end: .typing) == ["Searching", "other"])
    #expect(try library.found("the sear", end: .typing) == ["other"])
    #expect(try library.found("the s", end: .typing) == ["other"])
    #expect(try library.found("ص", end: .typing) == ["الصين"])
    #expect(try library.found("صي", end: .typing) == ["الصين"])
    #expect(try library.found("x", end: .typed) == ["Searching", "الصين"])
    #expect(try library.found("-sea", end: .typing) == ["Searching", "other", "الصين"])
  }

  @Test func articleIsNoLetterOfABeginning() throws {
    let library = try StoreFixture(searching: [
      ("المدينة", "x"), ("other", "في المدينة"), ("last", "الم كبير"),
    ])
    for few in ["ال", "الم", "المد"] {
      #expect(try library.found(few, end: .typing) == ["المدينة"], "\(few)")
      #expect(try library.found("x \(few)", end: .typing) == ["المدينة"], "\(few)")
    }
    #expect(try library.found("المدي", end: .typing) == ["المدينة", "other"])
    #expect(try library.found("الم", end: .typed) == ["المدينة", "last"])
    #expect(try library.found("الم", .best, end: .typed) == ["last", "المدينة"])
  }

  @Test func sourcesAndTagsAreFoundWhileTheyAreTyped() throws {
    let library = try StoreFixture()
    try library.write(
      "a.jsonl",
      """
      {"id":"1","title":"t1","source":"The Ledger","tags":["economy","C++"],"body":"word"}
      {"id":"2","title":"t2","source":"الأفق","tags":["اقتصاد"],"body":"word ledger economy"}
      """)
    try library.scan("a.jsonl")
    try library.store.index()
    for (text, titles) in [
      ("source:l", []), ("source:le", []), ("source:led", ["t1"]), ("source:ledger", ["t1"]),
      ("word tag:e", ["t1", "t2"]), ("tag:econ", ["t1"]), ("tag:اقت", ["t2"]),
      ("source:\"the led", ["t1"]), ("source:\"the led\"", []), ("source:افق", ["t2"]),
      ("tag:econ word", []), ("is:unread tag:e", ["t1", "t2"]),
      ("tag:C++", ["t1"]), ("word -tag:e", ["t1", "t2"]), ("word -tag:econ", ["t1", "t2"]),
    ] {
      let question = try SearchQuestion(typed: text)
      let found = try library.store.search(question, end: .typing)
      #expect(try library.store.headlines(at: found).map(\.title) == titles, "\(text)")
    }
    #expect(try library.found("tag:econ", end: .typed) == ["t1"])
    #expect(try library.found("tag:econ") == [])
    #expect(try library.found("tag:e", end: .typed) == [])
  }

  @Test func phraseIsFoundWhileItIsTyped() throws {
    let library = try StoreFixture(searching: [
      ("a", "the quoted phrase here"), ("b", "quoted other"), ("c", "phrase quoted"),
    ])
    func found(_ text: String, _ end: SearchEnd = .typing) throws -> Int {
      try library.store.search(SearchQuestion(typed: text), end: end).count
    }
    for text in ["\"quo", "\"quoted", "\"quoted ", "\"quoted p", "\"quoted ph"] {
      #expect(try found(text) == 3, "\(text)")
    }
    for text in ["\"quoted phr", "«quoted phrase", "\"quoted phrase h", "\"quoted phrase her"] {
      #expect(try found(text) == 1, "\(text)")
      #expect(try found("here " + text) == 1, "\(text)")
    }
    #expect(try found("\"quoted phr", .typed) == 1)
    // Closed, or on the command line, words are whole.
    #expect(try found("\"quoted phr\"") == 0)
    #expect(try found("\"quoted phr", .word) == 0)
    #expect(try found("\"phrase quoted\"") == 1)
    let matcher = SearchMatcher(try SearchQuestion(typed: "\"quoted phr"), end: .typing)
    #expect(matcher.matches(in: "a quoted phrase") == [2..<15])
  }
}
