import Foundation
import Glibc
import Synchronization
import Testing

@testable import News

/// What is found in a library, and in which order.
@Suite struct StoreSearchTests {
  @Test(arguments: [
    ("مسئولون", "قال مسؤولون أمس"), ("صين", "في الصين"), ("صين", "روسيا والصين"),
    ("اسعار", "وبالأسعار الجديدة"), ("الصين", "والصين"), ("والصين", "صين"), ("ولبنان", "لبنان"),
    ("می‌خواهند", "میخواهند"), ("می‌خواهند", "می خواهند"), ("میخواهند", "می‌خواهند"),
    ("میخواهند", "می خواهند"), ("می خواهند", "می‌خواهند"), ("می خواهند", "میخواهند"),
    ("\"می خواهند\"", "میخواهند"), ("\"می خواهند\"", "می‌خواهند"),
    ("\"می‌خواهند\"", "میخواهند"),
    ("\"این کتاب ها می خواهند\"", "این کتابها می‌خواهند"),
    ("\"این کتاب ها می خواهند\"", "این کتابها میخواهند"),
    ("כלכלנים", "כַּלְכְּלָנִים"), ("123", "١٢٣"), ("۱۲۳", "١٢٣"), ("cafe", "Café"),
    ("C++", "يكتب بلغة C++ اليوم"), ("AT&T", "shares of AT&T fell"), ("AND", "this and that"),
    ("\"b c\"", "a b c d"), ("NEAR(a", "near a"), ("title:x", "title x"), ("a*", "a b"),
    ("e-mail", "email"), ("e-mail", "e-mail"), ("الحكومة", "للحكومة"), ("צה\"ל", "צה״ל"),
  ])
  func questionFinds(question: String, text: String) throws {
    let library = try StoreFixture(searching: [("one", "nothing of it"), ("two", text)])
    #expect(try library.found(question) == ["two"])
    let matcher = SearchMatcher(try SearchQuestion(question))
    #expect(!matcher.matches(in: text).isEmpty)
    #expect(matcher.matches(in: "nothing of it").isEmpty)
  }

  @Test(arguments: [
    ("C++", "a c b"), ("\"b c\"", "b x c"), ("مال", "شمال"), ("sea", "search"), ("احد", "جديد"),
    ("AT&T", "at a t"), ("كمال", "مال"),
    ("\"می خواهند\"", "می"), ("\"کتاب می\"", "کتابمی"),
  ])
  func questionDoesNotFind(question: String, text: String) throws {
    let library = try StoreFixture(searching: [("two", text)])
    #expect(try library.found(question) == [])
    #expect(SearchMatcher(try SearchQuestion(question)).matches(in: text).isEmpty)
  }

  @Test func allWordsMustBeThereAndThoseWithAMinusMustNot() throws {
    let library = try StoreFixture(searching: [
      ("oil rises", "in China"), ("oil falls", "in Iran"), ("gas", "oil"),
    ])
    #expect(try library.found("oil") == ["oil rises", "oil falls", "gas"])
    #expect(try library.found("oil china") == ["oil rises"])
    #expect(try library.found("oil -china") == ["oil falls", "gas"])
    #expect(try library.found("-china") == ["oil falls", "gas"])
    #expect(try library.found("oil -\"in iran\" -gas") == ["oil rises"])
  }

  @Test func exactWordRanksAboveAStemmedOne() throws {
    let library = try StoreFixture(searching: [
      ("a", "الصين الصين الصين"), ("b", "والصين"),
      ("c", "نص طويل جدا عن أشياء كثيرة فيه كلمة صين مرة واحدة فقط بين كلمات كثيرة أخرى"),
    ])
    #expect(try library.found("صين", .best).first == "c")
    #expect(try library.found("صين", .newest) == ["a", "b", "c"])
  }

  @Test func wordOfTheHeadlineRanksAboveOneOfTheBody() throws {
    let library = try StoreFixture(searching: [
      ("x", "the word budget in a body"), ("budget", "y"), ("z", "other"), ("w", "more"),
      ("v", "less"),
    ])
    #expect(try library.found("budget", .best) == ["budget", "x"])
  }

  @Test func oneWordInQuotationMarksIsFoundAsItIsWritten() throws {
    let library = try StoreFixture(searching: [
      ("في الصين", "a"), ("والصينِ", "b"), ("صِين", "c"), ("cafés", "café"),
    ])
    #expect(try library.found("صين").count == 3)
    #expect(try library.found("\"صين\"") == ["صِين"])
    #expect(try library.found("«الصين»") == ["في الصين"])
    #expect(try library.found("\"CAFE\"") == ["cafés"])
    #expect(try library.found("a -\"صين\"") == ["في الصين"])
    let matcher = try SearchMatcher(SearchQuestion("\"صين\""))
    #expect(matcher.matches(in: "الصين").isEmpty)
    #expect(!matcher.matches(in: "صين").isEmpty)
  }

  @Test func datesAreExclusive() throws {
    let library = try StoreFixture(searching: [("28", ""), ("27", ""), ("26", ""), ("25", "")])
    #expect(try library.found("after:2024-03-26") == ["28", "27"])
    #expect(try library.found("before:2024-03-26") == ["25"])
    #expect(try library.found("after:٢٠٢٤-٠٣-٢٥ before:۲۰۲۴-۰۳-۲۸") == ["27", "26"])
    #expect(try library.found("-after:2024-03-26") == ["26", "25"])
  }

  @Test func manyArticlesOfOneDayStayInTheirDay() throws {
    let library = try StoreFixture()
    let lines = (0..<300).map { #"{"id":"\#($0)","title":"t\#($0)","date":"2024-03-20"}"# }
    try library.write("b.jsonl", lines.joined(separator: "\n"))
    try library.scan("b.jsonl")
    try library.store.index()
    #expect(try library.found("before:2024-03-20").isEmpty)
    #expect(try library.rows().count == 300)
    #expect(try library.found("after:2024-03-19").count == 300)
    #expect(try library.found("after:2024-03-20").isEmpty)
  }

  @Test func readAndUnreadAreToldApart() throws {
    let library = try StoreFixture(searching: [("one", "word"), ("two", "word"), ("three", "word")])
    try library.store.mark([library.id("two")], read: true)
    #expect(try library.found("word is:unread") == ["one", "three"])
    #expect(try library.found("is:unread") == ["one", "three"])
    #expect(try library.found("word is:read") == ["two"])
    #expect(try library.found("-is:unread") == ["two"])
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
    #expect(try library.found("bbc") == ["first", "third bbc"])
    #expect(try library.found("source:bbc") == ["first"])
    #expect(try library.found("source:\"al jazeera\"") == ["second"])
    #expect(try library.found("-source:bbc") == ["second", "third bbc"])
    #expect(try library.found("tag:الاقتصاد") == ["first"])
    #expect(try library.found("tag:economy -lang:ar") == ["second"])
    #expect(try library.found("lang:en") == ["second"])
    #expect(try library.found("lang:EN-gb") == ["second"])
    #expect(try library.found("lang:en-us") == [])
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
    #expect(try library.found("source:courier") == ["one"])
    #expect(try library.found("source:ساحل") == ["one"])
    #expect(try library.found("source:courier source:صوت") == ["one"])
  }

  @Test func readAndStarredAreFoundHoweverFewThereAre() throws {
    let library = try StoreFixture(searching: [])
    let lines = (0..<200).map {
      #"{"id":"\#($0)","title":"t\#($0)","body":"word","date":"2024-03-01T00:\#(10 + $0 % 50):00Z"}"#
    }
    try library.write("b.jsonl", lines.joined(separator: "\n"))
    try library.scan("b.jsonl")
    try library.store.index()
    for question in ["is:read", "word is:read", "is:starred", "word is:starred", "-is:unread"] {
      #expect(try library.found(question) == [], "\(question)")
    }
    try library.store.mark([library.id("t7"), library.id("t123")], read: true)
    try library.store.change([library.id("t9")], [.starred(true)])
    for question in ["is:read", "word is:read", "-is:unread", "is:read -gone"] {
      #expect(Set(try library.found(question)) == ["t7", "t123"], "\(question)")
    }
    #expect(try library.found("is:read is:starred") == [])
    #expect(try library.found("is:starred word") == ["t9"])
    try library.store.mark(library.rows().prefix(150).map(\.id), read: true)
    #expect(try library.found("is:read").count >= 150)
    #expect(try library.found("is:unread").count <= 50)
  }

  /// Wherever it is at the moment, looking for the index for the first time as well.
  @Test func searchIsInterrupted() throws {
    let library = try StoreFixture(searching: (0..<28).map { ("t\($0)", "word") })
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
      #expect(try library.found(text) == titles.reversed(), "\(text)")
    }
    for text in ["2024-13", "2024-0", "2024-", "-2024", "1402", "20244", "2024-1-"] {
      #expect(throws: SearchFault.date(text)) { try SearchQuestion("after:" + text) }
    }
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
    let library = try StoreFixture(searching: [("a b", "c d")])
    let question = try SearchQuestion(text)
    for end in [SearchEnd.word, .typing, .typed] {
      for order in [SearchOrder.newest, .best] {
        _ = try library.found(question.text, order, end: end)
      }
    }
  }

  @Test func pagesOfHitsFollowEachOther() throws {
    let library = try StoreFixture(searching: (0..<9).map { ("t\($0)", "word") })
    let question = try SearchQuestion("word")
    let first = try library.store.search(question, limit: 4)
    let second = try library.store.search(question, below: first.last, limit: 4)
    let third = try library.store.search(question, below: second.last, limit: 4)
    #expect(first.count == 4 && second.count == 4 && third.count == 1)
    #expect(try library.store.search(question) == first + second + third)
  }
}
