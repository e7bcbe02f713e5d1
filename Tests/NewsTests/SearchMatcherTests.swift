import Testing

@testable import News

/// Where on the screen a question's words stand.
@Suite struct SearchMatcherTests {
  private func found(_ question: String, in text: String, end: SearchEnd = .word) throws -> [String]
  {
    let bytes = Array(text.utf8)
    return SearchMatcher(try SearchQuestion(question), end: end).matches(in: text)
      .map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func wordsAreFoundWhereTheyStand() throws {
    #expect(try found("صين", in: "قمة الصِّين، والصين") == ["الصِّين", "والصين"])
    #expect(try found("oil price", in: "Oil: the PRICE of oil") == ["Oil", "PRICE", "oil"])
    #expect(try found("\"of oil\"", in: "oil, of the price of oil") == ["of oil"])
    #expect(try found("oil -gas", in: "oil gas") == ["oil"])
    #expect(try found("میخواهند", in: "آنها می‌خواهند") == ["می‌خواهند"])
    #expect(try found("میخواهند", in: "آنها می خواهند") == ["می خواهند"])
    #expect(try found("می خواهند", in: "آنها میخواهند") == ["میخواهند"])
    #expect(try found("c++", in: "C and C++") == ["C++"])
    #expect(try found("source:x is:unread", in: "x unread") == [])
  }

  @Test func lastWordMayBeTheBeginningOfOne() throws {
    #expect(try found("sea", in: "search the sea", end: .typing) == ["search", "sea"])
    #expect(try found("search s", in: "search the sea", end: .typing) == ["search", "sea"])
    #expect(try found("sea", in: "search the sea") == ["sea"])
  }

  @Test func matchesOfALongTextAreInOrderAndApart() throws {
    let text = String(repeating: "الصين and oil, ", count: 20_000)
    let matches = SearchMatcher(try SearchQuestion("صين oil")).matches(in: text)
    #expect(matches.count == 40_000)
    #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
