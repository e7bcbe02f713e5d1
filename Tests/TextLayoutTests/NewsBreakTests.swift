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
