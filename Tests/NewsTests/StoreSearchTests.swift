import Foundation
import GRDB
import Glibc
import Synchronization
import Testing

@testable import News

/// What is found in a library, and in which order.
@Suite struct StoreSearchTests {
  /// A library of articles, each a headline and a body, the first the newest.
  private func library(
    _ articles: [(title: String, body: String)]
  ) throws -> StoreFixture {
    let library = try StoreFixture()
    var lines = ""
    for (index, article) in articles.enumerated() {
      let object: [String: Any] = [
        "id": "\(index)", "title": article.title, "content_text": article.body,
        "date_published": String(format: "2024-03-%02d", 28 - index),
      ]
      lines += String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      lines += "\n"
    }
    try library.write("a.jsonl", lines)
    try library.scan("a.jsonl")
    try library.store.index()
    return library
  }

  private func found(
    _ question: String, in library: StoreFixture, _ order: SearchOrder = .newest,
    end: SearchEnd = .word
  ) throws -> [String] {
    let question = try SearchQuestion(question)
    let ranks = try library.store.search(question, order, end: end)
    #expect(try library.store.countHits(of: question, end: end) == ranks.count)
    return try library.store.headlines(at: ranks).map(\.title)
  }

  @Test(arguments: [
    ("مسئولون", "قال مسؤولون أمس"), ("صين", "في الصين"), ("صين", "روسيا والصين"),
    ("اسعار", "وبالأسعار الجديدة"), ("الصين", "والصين"), ("والصين", "صين"), ("ولبنان", "لبنان"),
    ("می‌خواهند", "میخواهند"), ("می‌خواهند", "می خواهند"), ("میخواهند", "می‌خواهند"),
    ("میخواهند", "می خواهند"), ("می خواهند", "می‌خواهند"), ("می خواهند", "میخواهند"),
    ("כלכלנים", "כַּלְכְּלָנִים"), ("123", "١٢٣"), ("۱۲۳", "١٢٣"), ("cafe", "Café"),
    ("C++", "يكتب بلغة C++ اليوم"), ("AT&T", "shares of AT&T fell"), ("AND", "this and that"),
    ("\"b c\"", "a b c d"), ("NEAR(a", "near a"), ("title:x", "title x"), ("a*", "a b"),
    ("e-mail", "email"), ("e-mail", "e-mail"), ("الحكومة", "للحكومة"), ("צה\"ל", "צה״ל"),
  ])
  func questionFinds(question: String, text: String) throws {
    let library = try library([("one", "nothing of it"), ("two", text)])
    #expect(try found(question, in: library) == ["two"])
    let matcher = SearchMatcher(try SearchQuestion(question))
    #expect(!matcher.matches(in: text).isEmpty)
    #expect(matcher.matches(in: "nothing of it").isEmpty)
  }

  @Test(arguments: [
    ("C++", "a c b"), ("\"b c\"", "b x c"), ("مال", "شمال"), ("sea", "search"), ("احد", "جديد"),
    ("AT&T", "at a t"), ("كمال", "مال"),
  ])
  func questionDoesNotFind(question: String, text: String) throws {
    let library = try library([("two", text)])
    #expect(try found(question, in: library) == [])
    #expect(SearchMatcher(try SearchQuestion(question)).matches(in: text).isEmpty)
  }

  @Test func allWordsMustBeThereAndThoseWithAMinusMustNot() throws {
    let library = try library([("oil rises", "in China"), ("oil falls", "in Iran"), ("gas", "oil")])
    #expect(try found("oil", in: library) == ["oil rises", "oil falls", "gas"])
    #expect(try found("oil china", in: library) == ["oil rises"])
    #expect(try found("oil -china", in: library) == ["oil falls", "gas"])
    #expect(try found("-china", in: library) == ["oil falls", "gas"])
    #expect(try found("oil -\"in iran\" -gas", in: library) == ["oil rises"])
  }

  @Test func exactWordRanksAboveAStemmedOne() throws {
    let library = try library([
      ("a", "الصين الصين الصين"), ("b", "والصين"),
      ("c", "نص طويل جدا عن أشياء كثيرة فيه كلمة صين مرة واحدة فقط بين كلمات كثيرة أخرى"),
    ])
    #expect(try found("صين", in: library, .best).first == "c")
    #expect(try found("صين", in: library, .newest) == ["a", "b", "c"])
  }

  @Test func wordOfTheHeadlineRanksAboveOneOfTheBody() throws {
    let library = try library([
      ("x", "the word budget in a body"), ("budget", "y"), ("z", "other"), ("w", "more"),
      ("v", "less"),
    ])
    #expect(try found("budget", in: library, .best) == ["budget", "x"])
  }

  @Test func oneWordInQuotationMarksIsFoundAsItIsWritten() throws {
    let library = try library([("في الصين", "a"), ("والصينِ", "b"), ("صِين", "c"), ("cafés", "café")])
    #expect(try found("صين", in: library).count == 3)
    #expect(try found("\"صين\"", in: library) == ["صِين"])
    #expect(try found("«الصين»", in: library) == ["في الصين"])
    #expect(try found("\"CAFE\"", in: library) == ["cafés"])
    #expect(try found("a -\"صين\"", in: library) == ["في الصين"])
    let matcher = try SearchMatcher(SearchQuestion("\"صين\""))
    #expect(matcher.matches(in: "الصين").isEmpty)
    #expect(!matcher.matches(in: "صين").isEmpty)
  }

  @Test func datesAreExclusive() throws {
    let library = try library([("28", ""), ("27", ""), ("26", ""), ("25", "")])
    #expect(try found("after:2024-03-26", in: library) == ["28", "27"])
    #expect(try found("before:2024-03-26", in: library) == ["25"])
    #expect(try found("after:٢٠٢٤-٠٣-٢٥ before:۲۰۲۴-۰۳-۲۸", in: library) == ["27", "26"])
    #expect(try found("-after:2024-03-26", in: library) == ["26", "25"])
  }

  @Test func manyArticlesOfOneDayStayInTheirDay() throws {
    let library = try StoreFixture()
    let lines = (0..<300).map { #"{"id":"\#($0)","title":"t\#($0)","date":"2024-03-20"}"# }
    try library.write("b.jsonl", lines.joined(separator: "\n"))
    try library.scan("b.jsonl")
    try library.store.index()
    #expect(try found("before:2024-03-20", in: library).isEmpty)
    #expect(try library.rows().count == 300)
    #expect(try found("after:2024-03-19", in: library).count == 300)
    #expect(try found("after:2024-03-20", in: library).isEmpty)
  }

  @Test func readAndUnreadAreToldApart() throws {
    let library = try library([("one", "word"), ("two", "word"), ("three", "word")])
    try library.store.mark([library.id("two")], read: true)
    #expect(try found("word is:unread", in: library) == ["one", "three"])
    #expect(try found("is:unread", in: library) == ["one", "three"])
    #expect(try found("word is:read", in: library) == ["two"])
    #expect(try found("-is:unread", in: library) == ["two"])
  }

  @Test func sourceTagAndLanguageAreAskedBeside() throws {
    let library = try StoreFixture()
    try library.write(
      "a.jsonl",
      """
      {"id":"1","title":"first","source":"BBC Arabic","lang":"ar","tags":["اقتصاد"],"date":"2024-03-03"}
      {"id":"2","title":"second","source":"Al Jazeera","lang":"en-GB","tags":["economy"],"date":"2024-03-02"}
      {"id":"3","title":"third bbc","source":"X","date":"2024-03-01"}
      """)
    try library.scan("a.jsonl")
    try library.store.index()
    #expect(try found("bbc", in: library) == ["first", "third bbc"])
    #expect(try found("source:bbc", in: library) == ["first"])
    #expect(try found("source:\"al jazeera\"", in: library) == ["second"])
    #expect(try found("-source:bbc", in: library) == ["second", "third bbc"])
    #expect(try found("tag:الاقتصاد", in: library) == ["first"])
    #expect(try found("tag:economy -lang:ar", in: library) == ["second"])
    #expect(try found("lang:en", in: library) == ["second"])
    #expect(try found("lang:EN-gb", in: library) == ["second"])
    #expect(try found("lang:en-us", in: library) == [])
  }

  @Test func everySourceOfAnArticleFindsIt() throws {
    let library = try StoreFixture()
    let line = #"{"id":"1","title":"one","url":"https://example.org/1","source":"\#("NAME")"}"#
    for (file, name) in [("a.jsonl", "Coast Courier"), ("b.jsonl", "صوت الساحل")] {
      try library.write(file, line.replacing("NAME", with: name))
      try library.scan(file)
      try library.store.index()
    }
    #expect(try library.rows().count == 1)
    #expect(try found("source:courier", in: library) == ["one"])
    #expect(try found("source:ساحل", in: library) == ["one"])
    #expect(try found("source:courier source:صوت", in: library) == ["one"])
  }

  @Test func tagOfOnesOwnIsFoundAtOnce() throws {
    let library = try library([("one", "word"), ("two", "word")])
    let store = library.store
    try store.change([library.id("two")], [.tag("مدينة", true)])
    #expect(try found("tag:المدينة", in: library) == ["two"])
    #expect(try found("مدينة word", in: library) == ["two"])
    try store.change([library.id("two")], [.tag("مدينة", false)])
    #expect(try found("tag:مدينة", in: library) == [])
    #expect(try found("word", in: library) == ["one", "two"])
  }

  /// What waits is folded in memory, and an article may be a book.
  @Test func longArticlesAreIndexedAFewAtATime() throws {
    let body = String(repeating: "a long story ", count: 100_000)
    let library = try library((0..<5).map { ("book \($0)", body) })
    try library.store.write { db in
      try db.execute(sql: "INSERT INTO unindexed(rank) SELECT rank FROM headlines")
    }
    let batch = try library.store.read { db in try SearchIndexing.Batch(db, above: .min) }
    #expect(batch.documents.count == 2)
  }

  @Test func typingTakesTheLastWordAsABeginning() throws {
    let library = try library([("Searching", "x"), ("other", "the search goes on"), ("الصين", "x")])
    #expect(try found("s", in: library, end: .typing) == ["Searching"])
    #expect(try found("se", in: library, end: .typing) == ["Searching"])
    #expect(try found("sea", in: library, end: .typing) == ["Searching", "other"])
    #expect(try found("the sear", in: library, end: .typing) == ["other"])
    #expect(try found("the s", in: library, end: .typing) == ["other"])
    #expect(try found("ص", in: library, end: .typing) == ["الصين"])
    #expect(try found("صي", in: library, end: .typing) == ["الصين"])
    #expect(try found("x", in: library, end: .typed) == ["Searching", "الصين"])
    #expect(try found("-sea", in: library, end: .typing) == ["Searching", "other", "الصين"])
  }

  @Test func articleIsNoLetterOfABeginning() throws {
    let library = try library([("المدينة", "x"), ("other", "في المدينة"), ("last", "الم كبير")])
    for few in ["ال", "الم", "المد"] {
      #expect(try found(few, in: library, end: .typing) == ["المدينة"], "\(few)")
      #expect(try found("x \(few)", in: library, end: .typing) == ["المدينة"], "\(few)")
    }
    #expect(try found("المدي", in: library, end: .typing) == ["المدينة", "other"])
    #expect(try found("الم", in: library, end: .typed) == ["المدينة", "last"])
    #expect(try found("الم", in: library, .best, end: .typed) == ["last", "المدينة"])
  }

  @Test func readAndStarredAreFoundHoweverFewThereAre() throws {
    let library = try library([])
    let lines = (0..<200).map {
      #"{"id":"\#($0)","title":"t\#($0)","body":"word","date":"2024-03-01T00:\#(10 + $0 % 50):00Z"}"#
    }
    try library.write("b.jsonl", lines.joined(separator: "\n"))
    try library.scan("b.jsonl")
    try library.store.index()
    for question in ["is:read", "word is:read", "is:starred", "word is:starred", "-is:unread"] {
      #expect(try found(question, in: library) == [], "\(question)")
    }
    try library.store.mark([library.id("t7"), library.id("t123")], read: true)
    try library.store.change([library.id("t9")], [.starred(true)])
    for question in ["is:read", "word is:read", "-is:unread", "is:read -gone"] {
      #expect(Set(try found(question, in: library)) == ["t7", "t123"], "\(question)")
    }
    #expect(try found("is:read is:starred", in: library) == [])
    #expect(try found("is:starred word", in: library) == ["t9"])
    try library.store.mark(library.rows().prefix(150).map(\.id), read: true)
    #expect(try found("is:read", in: library).count >= 150)
    #expect(try found("is:unread", in: library).count <= 50)
  }

  /// Wherever it is at the moment, looking for the index for the first time as well.
  @Test func searchIsInterrupted() throws {
    let library = try library((0..<28).map { ("t\($0)", "word") })
    let path = library.store.path
    for searches in 0..<40 {
      let store = try NewsStore(at: path, .reading)
      let ended = Mutex<StoreError?>(nil)
      let done = Atomic(0)
      Thread.detachNewThread {
        do throws(StoreError) {
          let question = try? SearchQuestion("word -other is:unread -source:x")
          while let question {
            _ = try store.search(question)
            done.add(1, ordering: .relaxed)
          }
        } catch {
          ended.withLock { $0 = error }
        }
      }
      // In the first rounds it may look for the index still; in the others it has searched before.
      while ended.withLock({ $0 }) == nil {
        if done.load(ordering: .relaxed) >= searches / 2 { store.interrupt() }
        sched_yield()
      }
      let error = try #require(ended.withLock { $0 })
      #expect(error.kind == .interrupted, "\(error.message)")
      // It can be asked again.
      #expect(try store.search(SearchQuestion("word")).count == 28)
    }
  }

  @Test(arguments: [
    "*", "\"", "\"\"", "''", "+", "-", "- -", "...", "^", "\u{0}", "( ) : { }",
  ])
  func questionWithoutAWordIsAFault(text: String) {
    #expect(throws: SearchFault.nothing) { try SearchQuestion(text) }
  }

  @Test func monthsAndYearsBoundASearch() throws {
    let library = try StoreFixture()
    let days = ["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01"]
    let lines = days.map { #"{"id":"\#($0)","title":"\#($0)","source":"S","date":"\#($0)T12:00"}"# }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    for (text, titles) in [
      ("before:2024", days[..<1]), ("after:2024", days[5...]), ("after:2023", days[1...]),
      ("before:2024-03", days[..<3]), ("after:2024-02", days[3...]), ("after:2024-12", days[5...]),
      ("after:2023-12 before:2025", days[1..<5]), ("after:٢٠٢٤-٠٢", days[3...]),
    ] {
      #expect(try found(text, in: library) == titles.reversed(), "\(text)")
    }
    for text in ["2024-13", "2024-0", "2024-", "-2024", "1402", "20244", "2024-1-"] {
      #expect(throws: SearchFault.date(text)) { try SearchQuestion("after:" + text) }
    }
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
    #expect(try found("tag:econ", in: library, end: .typed) == ["t1"])
    #expect(try found("tag:econ", in: library) == [])
    #expect(try found("tag:e", in: library, end: .typed) == [])
  }

  @Test func phraseIsFoundWhileItIsTyped() throws {
    let library = try library([
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

  @Test func badDateAndStateAreFaults() throws {
    #expect(throws: SearchFault.date("soon")) { try SearchQuestion("oil before:soon") }
    #expect(throws: SearchFault.state("green")) { try SearchQuestion("is:green") }
    for name in ["before", "after", "source", "tag", "lang", "is"] {
      for rest in ["", " oil", " -oil"] {
        #expect(throws: SearchFault.noValue(name)) { try SearchQuestion("oil \(name):\(rest)") }
        #expect(throws: SearchFault.noValue(name)) { try SearchQuestion("-\(name):\(rest)") }
      }
    }
    #expect(throws: SearchFault.noValue("tag")) { try SearchQuestion("tag:* oil") }
    // While it is typed it asks for nothing yet.
    #expect(try SearchQuestion(typed: "oil -source: is:").clauses == SearchQuestion("oil").clauses)
    #expect(throws: SearchFault.nothing) { try SearchQuestion(typed: "source:") }
    #expect(throws: SearchFault.noValue("source")) { try SearchQuestion(#"source:"" oil"#) }
    #expect(throws: SearchFault.tooLong(100)) {
      try SearchQuestion(String(repeating: "word ", count: 200_000))
    }
    #expect(throws: SearchFault.tooLong(100)) {
      try SearchQuestion("\"" + String(repeating: "word ", count: 200_000) + "\"")
    }
  }

  @Test(arguments: [
    "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "a AND b", "a OR", "NOT a", "title:a", "rowid:1",
    "words MATCH 'x'", "a\"b", "\"a", "a\"", "{a b}:c", "a^b", "^a", "a + b", "a* *", "(a", "a)",
    "'; DROP TABLE words; --", "C++", "c#", "AT&T", "-a", "a -b -c", "- a", "source:-a", "a\u{0}b",
    "😀 a", "_a", "=ar", "a\\b", "é\u{301}", "\u{200C}a\u{200C}\u{200C}b", "is:unread a lang:ar",
  ])
  func hostileQuestionIsNeverAnErrorOfSQLite(text: String) throws {
    let library = try library([("a b", "c d")])
    let question = try SearchQuestion(text)
    for end in [SearchEnd.word, .typing, .typed] {
      for order in [SearchOrder.newest, .best] {
        _ = try found(question.text, in: library, order, end: end)
      }
    }
  }

  @Test func pagesOfHitsFollowEachOther() throws {
    let library = try library((0..<9).map { ("t\($0)", "word") })
    let question = try SearchQuestion("word")
    let first = try library.store.search(question, limit: 4)
    let second = try library.store.search(question, below: first.last, limit: 4)
    let third = try library.store.search(question, below: second.last, limit: 4)
    #expect(first.count == 4 && second.count == 4 && third.count == 1)
    #expect(try library.store.search(question) == first + second + third)
  }

  @Test func articlesThatWaitAreNotCountedForEveryQuestion() throws {
    func line(_ number: Int) -> String { #"{"id": "\#(number)", "title": "t\#(number)"}"# + "\n" }
    let library = try StoreFixture()
    try library.write("a.jsonl", (0..<4).map(line).joined())
    try library.scan("a.jsonl")
    let store = library.store
    // Each look at the clock is a second later.
    #expect(try store.indexed(within: 1_500) == (0, 4))
    try store.queue.write { db in
      try db.execute(sql: "DELETE FROM unindexed WHERE rank = (SELECT min(rank) FROM unindexed)")
    }
    #expect(try store.indexed(within: 1_000_000) == (0, 4))
    #expect(try store.indexed(within: 500) == (1, 4))
    // Where none waits that is known at once.
    try store.index()
    #expect(try store.indexed(within: 1_000_000) == (4, 4))
  }
}
