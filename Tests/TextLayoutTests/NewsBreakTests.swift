import TestSupport
import Testing

@testable import TextLayout

/// The tailorings of `LineBreaking.news`, each beside what the standard says.
@Suite struct NewsBreakTests {
  private static let news = LayoutOptions(lineBreaking: .news)

  private func news(_ text: String, _ width: Columns) -> [String] {
    laid(text, within: width, Self.news, in: .logical)
  }

  private func standard(_ text: String, _ width: Columns) -> [String] {
    laid(text, within: width, in: .logical)
  }

  private func opportunities(_ text: String, _ options: LayoutOptions = news) -> String {
    var typesetter = Typesetter()
    let paragraph = typesetter.paragraph(text, options)
    return paragraph.clusters.indices.map { index in
      let scalar = Unicode.Scalar(paragraph.clusters[index].scalar).map(Character.init) ?? "?"
      return String(scalar) + (paragraph.measures[index].mayBreakAfter ? "|" : "")
    }.joined()
  }

  @Test(arguments: [
    "https://|example.|org/|a/|b?|c=|d&|e=|f-|g",
    "(see |https://|a.|org/|news/) |and",
    "www.|example.|org",
    "example.|org/|news/|2026-11-24/|a_b~c",
    "http://|a.|org:8080/|x",
    "http://|192.168.0.1/|x",
    "https://|a.|org/|b. |And",
    "«https://|a.|org/|\u{5D0}\u{5D1}-|\u{5D2}»",
    "ftp://|a.|org/|%D8%A7%D9%84",
    "a.b |1.5/2 |and/|or |e.g./|i.e. |a@b.com",
  ])
  func addressesBreakBehindTheirSigns(_ golden: String) {
    #expect(opportunities(golden.filter { $0 != "|" }) == golden)
  }

  @Test func theStandardsBreaksOfAnAddressAreOthers() {
    let text = "https://a.org/b?c=d&e=f"
    #expect(opportunities(text, LayoutOptions()) == "https://|a.org/|b?|c=d&e=f")
    #expect(standard(text, 12) == ["https://", "a.org/b?", "c=d&e=f"])
    #expect(news(text, 12) == ["https://a.", "org/b?c=d&", "e=f"])
  }

  @Test(arguments: ["-", "–", "—", "‐", "‑", "‒"])
  func aDashBetweenNumbersDoesNotBreak(_ dash: String) {
    #expect(!opportunities("15\(dash)18").contains("|"))
    #expect(!opportunities("5%\(dash)6%").contains("|"))
    #expect(!opportunities("١٥\(dash)١٨").contains("|"))
    #expect(news("in 15\(dash)18", 6) == ["in", "15\(dash)18"])
    // Marks of direction around it part nothing.
    #expect(!opportunities("15\u{200F}\(dash)\u{200F}18").contains("|"))
  }

  @Test(arguments: ["-", "–", "‐", "‑", "‒"])
  func norDoesOneWithSpaces(_ dash: String) {
    #expect(opportunities("in 10 \(dash) 20 to") == "in |10 \(dash) 20 |to")
    #expect(!opportunities("١٠ \(dash) ٢٠").contains("|"))
    #expect(!opportunities("5%  \u{200F}\(dash)\u{200F} 6%").contains("|"))
    #expect(news("in 10 \(dash) 20", 8) == ["in", "10 \(dash) 20"])
    #expect(opportunities("10 \(dash) 20", LayoutOptions()).contains("|"))
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{200A}", "\u{2007}"])
  func norDoesOneWithOtherSpaces(_ space: String) {
    #expect(
      opportunities("in 10\(space)–\(space)20 to") == "in |10\(space)–\(space)20 |to")
    #expect(!opportunities("10\(space)– 20").contains("|"))
    #expect(!opportunities("10 –\(space)\u{200F}20").contains("|"))
    #expect(news("in 10\(space)–\(space)20 to", 8) == ["in", "10\(space)–\(space)20", "to"])
    #expect(opportunities("10\(space)–\(space)20", LayoutOptions()).contains("|"))
    #expect(opportunities("ten\(space)–\(space)20").contains("|"))
    // Between a dash and one number only, it is as a space is.
    let text = "10\(space)–20"
    #expect(opportunities(text) == opportunities(text, LayoutOptions()))
  }

  @Test func otherLoneDashesBreak() {
    #expect(opportunities("10 — 20") == "10 |— |20")
    #expect(opportunities("ten – 20") == "ten |– |20")
    #expect(opportunities("10 – ten") == "10 |– |ten")
    #expect(opportunities("– 20") == "– |20")
    #expect(opportunities("10 –") == "10 |–")
    #expect(opportunities("10 -20") == opportunities("10 -20", LayoutOptions()))
    #expect(news("10 –\u{2028}20", 80) == ["10 –", "20"])
    #expect(opportunities("10 –\u{200B} 20").contains("|"))
  }

  @Test func otherDashesBreakAsEver() {
    #expect(opportunities("15–18") == "15–18")
    #expect(opportunities("15–18", LayoutOptions()) == "15–|18")
    #expect(opportunities("well-known") == "well-|known")
    #expect(opportunities("תל-אביב") == opportunities("תל-אביב", LayoutOptions()))
  }

  @Test func noLineEndsInAWordOfOneLetter() {
    #expect(standard("abc و abcdef", 6) == ["abc و", "abcdef"])
    #expect(news("abc و abcdef", 6) == ["abc", "و", "abcdef"])
    #expect(news("abc و abcd ef", 6) == ["abc", "و abcd", "ef"])
    #expect(news("abc و\u{640} abcd", 7) == ["abc", "و\u{640} abcd"])
    #expect(news("abc \u{5D5} abcd", 6) == ["abc", "\u{5D5} abcd"])
    #expect(news("abc в abcd", 6) == ["abc", "в abcd"])
    #expect(news("abc «و abc", 7) == ["abc", "«و abc"])
    // Signs are no words, and a word of two letters may end a line.
    #expect(news("abc – abcd", 6) == ["abc –", "abcd"])
    #expect(news("abc do abcd", 6) == ["abc do", "abcd"])
  }

  @Test func aNumberStaysWithItsUnitWhereThatCostsFourColumnsAtMost() {
    #expect(standard("abcd 200 مليار", 9) == ["abcd 200", "مليار"])
    #expect(news("abcd 200 مليار", 9) == ["abcd", "200 مليار"])
    #expect(news("abcd 15 % abcd", 7) == ["abcd", "15 %", "abcd"])
    #expect(news("abcdef 3 км", 9) == ["abcdef", "3 км"])
    #expect(news("abcd ٢٠٠ مليار", 9) == ["abcd", "٢٠٠ مليار"])
    #expect(news("abcd 2000 abcd", 9) == ["abcd 2000", "abcd"])
    #expect(news("abcd 200. Abcd", 9) == ["abcd 200.", "Abcd"])
    #expect(news("ab و 5 abcd", 7) == ["ab", "و 5", "abcd"])
    // A thin space or a hair space parts them as a space does, and a fraction is a number.
    #expect(news("abcd 200\u{2009}km abc", 9) == ["abcd", "200\u{2009}km", "abc"])
    #expect(news("abcd 200\u{200A}km abc", 9) == ["abcd", "200\u{200A}km", "abc"])
    #expect(news("abcd ½ kg abc", 7) == ["abcd", "½ kg", "abc"])
    #expect(news("abcd 1½ kg abc", 8) == ["abcd", "1½ kg", "abc"])
    #expect(!opportunities("½ – ¾").contains("|"))
    #expect(!opportunities("1½–2½").contains("|"))
    // Where there is no better end the line ends there.
    #expect(news("200 abcd", 5) == ["200", "abcd"])
    #expect(news("12 34 56 abcdefghij", 10) == ["12 34 56", "abcdefghij"])
  }

  @Test func theLastLineIsNotOneShortWord() {
    #expect(standard("abcd efgh ijkl mnop", 14) == ["abcd efgh ijkl", "mnop"])
    #expect(news("abcd efgh ijkl mnop", 14) == ["abcd efgh", "ijkl mnop"])
    #expect(news("abcd efgh ijkl mnopqrs", 14) == ["abcd efgh ijkl", "mnopqrs"])
    // Neither where the line above would be the shorter one, nor across a separator.
    #expect(news("ab ijklmno mnop", 10) == ["ab ijklmno", "mnop"])
    #expect(news("abcdefg ijkl mno", 13) == ["abcdefg ijkl", "mno"])
    #expect(news("abcd efgh\u{2028}mnop", 14) == ["abcd efgh", "mnop"])
    #expect(news("abcdefghijkl", 8) == ["abcdefgh", "ijkl"])
    #expect(news("abcdef gh 12 mn", 12) == ["abcdef gh", "12 mn"])
  }

  @Test func theLastLineTakesNoUnitFromItsNumber() {
    #expect(
      news("بلغت قيمتها 250000 طن قمح", 21) == ["بلغت قيمتها 250000 طن", "قمح"])
    #expect(news("123456 kg mn", 9) == ["123456 kg", "mn"])
    #expect(news("abc 200000 kg mn", 13) == ["abc 200000 kg", "mn"])
    // Nor the word of a lone letter that costs too much to take along.
    #expect(news("ab و و و abcd mn", 13) == ["ab و و و abcd", "mn"])
    // The number goes along where that costs little.
    #expect(news("abcd efgh 20 kg mn", 15) == ["abcd efgh", "20 kg mn"])
  }

  @Test func lengtheningTheLastLinePartsNoNumberFromItsUnit() throws {
    var random = Random(seed: 43)
    var typesetter = Typesetter()
    var lengthened = 0
    for _ in 0..<10_000 {
      let words = Self.wordsAndNumbers(&random)
      let text = words.joined(separator: " ")
      let paragraph = typesetter.paragraph(text, Self.news)
      let width = Int.random(in: 12...40, using: &random)
      let starts = paragraph.lines(within: Columns(width)).map(\.source.lowerBound)
      let greedy = Self.startsOfGreedyLines(of: paragraph, within: width)
      if starts != greedy { lengthened += 1 }
      // The numbers that are not on the line of the word behind them.
      let parted = Self.parted(words, starts)
      try #require(parted.isSubset(of: Self.parted(words, greedy)), "\(text) \(width)")
    }
    #expect(lengthened > 500)
  }

  @Test func whatHasToEndALineIsNoBreakToAvoid() {
    // A separator of paragraphs that is no space to the breaks.
    #expect(news("ab 5\u{1C}\u{200B}cd", 20) == ["ab 5", "cd"])
  }

  @Test func wideTextIsTailoredToo() {
    #expect(
      news("\u{4E2D}\u{6587} 200 \u{4E2D}\u{6587}", 9) == [
        "\u{4E2D}\u{6587}", "200 \u{4E2D}\u{6587}",
      ])
  }

  @Test func wrappingAgainIsWrappingAfresh() throws {
    var random = Random(seed: 42)
    var reused = Typesetter()
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      var options = RandomText.options(&random)
      options.lineBreaking = .news
      let paragraph = reused.paragraph(text, options)
      let width = Columns(Int.random(in: 1...20, using: &random))
      _ = paragraph.lines(within: 3)
      let lines = paragraph.lines(within: width)
      try #require(LayoutInvariantTests.isSound(paragraph, lines, width), "\(text)")
      #expect(paragraph.lines(within: .unlimited) == paragraph.lines(within: paragraph.columns))
      var fresh = Typesetter()
      #expect(fresh.paragraph(text, options).lines(within: width) == lines)
      // What is given up for better ends costs no line its text.
      options.lineBreaking = .standard
      #expect(fresh.paragraph(text, options).columns == paragraph.columns)
    }
  }

  private static func wordsAndNumbers(_ random: inout Random) -> [String] {
    (0..<Int.random(in: 3...14, using: &random)).compactMap { _ in
      [
        "5", "42", "200", "1900", "250000", "12345678", "kg", "km", "طن", "مليار", "mn", "of",
        "بلغت", "abcde", "abcdefghij",
      ].randomElement(using: &random)
    }
  }

  /// Where lines begin that only end as late as they may and had better.
  private static func startsOfGreedyLines(of paragraph: Paragraph, within width: Int) -> [UInt32] {
    var starts: [UInt32] = []
    var start = 0
    while start < paragraph.clusters.count {
      starts.append(paragraph.clusters[start].source)
      start = paragraph.extentOfLine(from: start, within: width).next
    }
    return starts
  }

  /// The places among the words of the numbers behind which a line begins.
  private static func parted(_ words: [String], _ starts: [UInt32]) -> Set<Int> {
    var parted: Set<Int> = []
    var offset = 0
    for (place, word) in words.enumerated() {
      offset += word.utf8.count + 1
      if Int(word) != nil && starts.contains(UInt32(offset)) { parted.insert(place) }
    }
    return parted
  }

  /// Words of news, and now and then anything.
  private static func text(_ random: inout Random) -> String {
    let words = [
      "و", "في", "5", "200", "15%", "مليار", "a", "of", "https://a.org/b-c?d=e", "www.a.org/x/y",
      "15–18", "بيت", "\u{5D5}", "\u{2028}", "«و", "\u{4E2D}\u{6587}", "e.g./x", "//", "://",
    ]
    if Int.random(in: 0..<4, using: &random) == 0 { return RandomText.text(&random) }
    return (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
      words.randomElement(using: &random)
    }.joined(separator: " ")
  }
}
