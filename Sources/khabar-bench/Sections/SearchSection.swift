import News

/// Questions asked of an open store, as the reader and `khabar search` ask them: CPU until the
/// first rows of the answer are there, and for how many there are. Then one that is typed in the
/// reader, key by key, beside newsboat's own search.
struct SearchSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    for size in workshop.options.sizes {
      report.progress("search, \(size) articles")
      let library = try workshop.library(of: size)
      if !library.hasStore(of: "khabar") {
        _ = try Contender.khabar(khabar).takeIn(library, in: workshop)
      }
      let store = try NewsStore(at: library.store(of: "khabar"), .reading)
      for question in Self.questions {
        try measure(question, size, store, &report)
      }
      for text in Self.entered {
        for order in [SearchOrder.newest, .best] {
          let what = "Enter behind \(text)" + (order == .best ? ", best first" : "")
          let asked = Asked(what: what, text: text, end: .typed, order: order)
          try measure(asked, size, store, &report)
        }
      }
      try measureReader(library, size, &report)
    }
  }
}

extension SearchSection {
  private struct Asked {
    let what: String
    let text: String
    var end = SearchEnd.typing
    var order = SearchOrder.newest
  }

  private static let questions = [
    Asked(what: "one letter", text: "ا"), Asked(what: "two letters", text: "ال"),
    Asked(what: "the article and a letter", text: "الح"),
    Asked(what: "the start of many words", text: "كتا"),
    Asked(what: "the start of a word behind the article", text: "الكتا"),
    Asked(what: "a word and the start of many", text: "حكومة كتا"),
    Asked(what: "a common word", text: "حكومة"), Asked(what: "a rare one", text: "nws77"),
    Asked(what: "two words", text: "حكومة اقتصاد"),
    Asked(what: "a word and a letter", text: "حكومة ا"),
    Asked(what: "a phrase", text: "\"رئيس حكومة\""),
    Asked(what: "a word without another", text: "حكومة -نفط"),
    Asked(what: "an unread word", text: "حكومة is:unread"),
    Asked(what: "a read word", text: "حكومة is:read"),
    Asked(what: "what was read", text: "is:read"),
    Asked(what: "what is starred", text: "is:starred"),
    Asked(what: "what is without a word", text: "-حكومة"),
    Asked(what: "a word in a language", text: "خبر lang:fa"),
    Asked(what: "a word of a source", text: "حكومة source:الأفق"),
    Asked(what: "a word before a day", text: "حكومة before:2026-05-01"),
    Asked(what: "a common word, best first", text: "حكومة", end: .word, order: .best),
    Asked(what: "two words, best first", text: "حكومة اقتصاد", end: .word, order: .best),
    Asked(what: "the article and a letter, best first", text: "الح", end: .typed, order: .best),
    Asked(what: "the start of many words, best first", text: "كتا", order: .best),
    Asked(what: "a rare word, best first", text: "nws77", end: .word, order: .best),
  ]

  /// Beginnings of words that most texts have, behind which Enter is pressed: the article and a letter,
  /// two letters, two beginnings, and one beside a whole word.
  private static let entered = [
    "الم", "الأ", "الال", "الق", "سا", "مح", "الم الأ", "حكومة الم", "حكومة سا",
  ]

  /// A word that as many headlines have as the corpus is large, hundredth by hundredth.
  private static let typed = "nws77"

  /// The same word typed in the list, and Enter: CPU of the whole process, its letters' screens too.
  private func measureReader(_ library: Library, _ size: Int, _ report: inout Report) throws {
    let contenders = try workshop.contenders(&report).filter(\.opensArticles)
    var costs: [Double] = []
    for contender in contenders {
      var samples = Samples()
      for _ in 0..<max(1, workshop.options.turns / 2) {
        let run = try contender.start(library, in: workshop, rows: 50, columns: 200)
        _ = try contender.reachList(run)
        try run.settle()
        let before = run.cpu
        for key in ["/"] + Self.typed.map(String.init) + ["\r"] {
          run.send(key)
          try run.settle()
        }
        samples.add(run.cpu - before)
      }
      costs.append(samples.median / 1e6)
    }
    guard let own = costs.first else { return }
    report.add(
      "a word typed in the reader, \(size), CPU", "ms", own, contenders.dropFirst().first?.name,
      costs.dropFirst().first)
  }

  /// How many rows of an answer are read: more than a screen has.
  private static let rows = 100

  private func measure(
    _ asked: Asked, _ size: Int, _ store: NewsStore, _ report: inout Report
  ) throws {
    let question = try SearchQuestion(asked.text)
    var first = Samples()
    var count = Samples()
    var hits = 0
    for _ in 0..<workshop.options.turns {
      let start = Clock.process
      let ranks = try store.search(question, asked.order, end: asked.end, limit: Self.rows)
      _ = try store.headlines(at: ranks)
      first.add(Clock.process - start)
      let counted = Clock.process
      hits = try store.countHits(of: question, end: asked.end)
      count.add(Clock.process - counted)
    }
    report.add(
      "\(asked.what) in \(size), CPU", "ms", first.median / 1e6, nil, nil,
      .atMost(asked.order == .best ? 50 : 15))
    if asked.order == .newest {
      report.add("… counted: \(hits)", "ms", count.median / 1e6)
    }
  }
}
