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
    #expect(try library.found("the s", end: .typing) == [])
    #expect(try library.found("x s", end: .typing) == ["Searching"])
    #expect(try library.found("the go", end: .typing) == [])
    #expect(try library.found("the on", end: .typing) == ["other"])
    #expect(try library.found("the go", end: .typed) == ["other"])
    #expect(try library.found("ص", end: .typing) == ["الصين"])
    #expect(try library.found("صي", end: .typing) == ["الصين"])
    #expect(try library.found("x", end: .typed) == ["Searching", "الصين"])
    #expect(try library.found("-sea", end: .typing) == ["Searching", "other", "الصين"])
  }

  @Test func articleIsNoLetterOfABeginning() throws {
    let library = try StoreFixture(searching: [
      ("المدينة", "x"), ("other", "في المدينة"), ("last", "الم كبير"),
    ])
    for few in ["ال", "الم"] {
      #expect(try library.found(few, end: .typing) == ["المدينة"], "\(few)")
      #expect(try library.found("x \(few)", end: .typing) == ["المدينة"], "\(few)")
    }
    #expect(try library.found("المد", end: .typing) == ["المدينة", "other"])
    #expect(try library.found("المدي", end: .typing) == ["المدينة", "other"])
    #expect(try library.found("الم", end: .typed) == ["المدينة", "other", "last"])
    #expect(try library.found("الم", .best, end: .typed) == ["last", "المدينة", "other"])
  }

  /// What the whole word finds, its beginning behind the article finds as well.
  @Test func beginningBehindTheArticleFindsEveryFormOfTheWord() throws {
    let forms = ["الصين", "والصين", "بالصين", "وبالصين", "للصين"]
    let library = try StoreFixture(
      searching: forms.map { ($0, "x") } + forms.map { ("y", "في \($0)") } + [("صين", "x")])
    for (text, hits) in [("الص", 6), ("والص", 6), ("الصي", 11), ("وبالصي", 11), ("الصين", 11)] {
      #expect(try library.found(text, end: .typing).count == hits, "\(text)")
      #expect(try library.found("x \(text)", end: .typing).count == 6, "\(text)")
      #expect(try library.found(text, end: .typed).count == 11, "\(text)")
      let matcher = SearchMatcher(try SearchQuestion(text), end: .typing)
      for form in forms + ["صين"] {
        #expect(!matcher.matches(in: form).isEmpty, "\(text) in \(form)")
      }
    }
  }

  /// After Enter there may be more hits, and never fewer.
  @Test func enterLeavesWhatTypingShowed() throws {
    let library = try StoreFixture(searching: [
      ("كثيرة", "كلمات"), ("a", "كلمات كثيرة عن الصين"), ("b", "كلمات قليلة كث"), ("c", "الصين"),
      ("The end", "the European news"), ("d", "in the end, EU"), ("e", "an end"),
    ])
    for (text, typed, left) in [
      ("كلمات كث", ["كثيرة", "b"], ["كثيرة", "a", "b"]), ("الصين كل", [], ["a"]),
      ("كلمات ك", ["كثيرة"], ["كثيرة"]), ("كلمات كثي", ["كثيرة", "a"], ["كثيرة", "a"]),
      ("end eu", ["d"], ["The end", "d"]), ("end e", ["The end", "e"], ["The end", "e"]),
      ("the xq", [], []), ("\"the e", [], ["The end", "d"]), ("\"the eu", [], ["The end"]),
      ("is:unread الصي", ["a", "c"], ["a", "c"]), ("is:read كلمات كث", [], []),
      ("كلمات -قليلة كث", ["كثيرة"], ["كثيرة", "a"]),
    ] {
      for order in [SearchOrder.newest, .best] {
        let shown = try library.found(text, order, end: .typing)
        let kept = try library.found(text, order, end: .typed)
        #expect(Set(shown) == Set(typed), "\(text)")
        #expect(Set(kept) == Set(left), "\(text)")
        #expect(Set(shown).isSubset(of: kept), "\(text)")
        if order == .newest { #expect(shown == typed && kept == left, "\(text)") }
      }
    }
  }

  @Test func pagesOfHitsFollowEachOtherWhileTheyAreTyped() throws {
    let library = try StoreFixture(
      searching: (0..<9).map { ($0 % 3 == 0 ? "t\($0) go" : "t\($0)", "word") })
    let question = try SearchQuestion("word g")
    let first = try library.store.search(question, end: .typing, limit: 2)
    let second = try library.store.search(question, end: .typing, below: first.last, limit: 2)
    #expect(first.count == 2 && second.count == 1)
    #expect(try library.store.search(question, end: .typing) == first + second)
    #expect(try library.store.search(question, .best, end: .typing, limit: 1) == [first[0]])
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
      ("word tag:e", []), ("tag:econ", ["t1"]), ("tag:اقت", ["t2"]),
      ("source:\"the led", ["t1"]), ("source:\"the led\"", []), ("source:افق", ["t2"]),
      ("tag:econ word", []), ("is:unread tag:e", []),
      ("tag:C++", ["t1"]), ("word -tag:e", ["t1", "t2"]), ("word -tag:econ", ["t1", "t2"]),
    ] {
      let question = try SearchQuestion(typed: text)
      let found = try library.store.search(question, end: .typing)
      #expect(try library.store.headlines(at: found).map(\.title) == titles, "\(text)")
    }
    #expect(try library.found("tag:econ", end: .typed) == ["t1"])
    #expect(try library.found("tag:econ") == [])
    #expect(try library.found("tag:ec", end: .typed) == ["t1"])
    #expect(try library.found("tag:e", end: .typed) == [])
  }

  @Test func phraseIsFoundWhileItIsTyped() throws {
    let library = try StoreFixture(searching: [
      ("a", "the quoted phrase here"), ("b", "quoted other"), ("c", "phrase quoted"),
    ])
    func found(_ text: String, _ end: SearchEnd = .typing) throws -> Int {
      try library.store.search(SearchQuestion(typed: text), end: end).count
    }
    for text in ["\"quo", "\"quoted", "\"quoted "] {
      #expect(try found(text) == 3, "\(text)")
    }
    for text in ["\"quoted p", "\"quoted ph"] {
      #expect(try found(text) == 0, "\(text)")
      #expect(try found(text, .typed) == 1, "\(text)")
    }
    for text in ["\"quoted phr", "«quoted phrase", "\"quoted phrase her"] {
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
