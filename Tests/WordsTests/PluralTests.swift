import Testing

@testable import Words

@Suite struct PluralTests {
  @Test(arguments: [
    (0, PluralCategory.zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (26, .many),
    (99, .many), (100, .other), (101, .other), (102, .other), (103, .few), (110, .few),
    (111, .many), (200, .other), (1003, .few),
  ])
  func arabicNumbersAskForSixForms(number: Int, category: PluralCategory) {
    #expect(PluralCategory(number, .arabic) == category)
  }

  @Test(arguments: [
    (0, PluralCategory.other, PluralCategory.other, PluralCategory.one, PluralCategory.other),
    (1, .one, .one, .one, .one), (2, .other, .two, .other, .other),
    (10, .other, .other, .other, .other), (20, .other, .other, .other, .other),
    (101, .other, .other, .other, .other),
  ])
  func otherLanguagesFollowTheirRules(
    number: Int, english: PluralCategory, hebrew: PluralCategory, persian: PluralCategory,
    urdu: PluralCategory
  ) {
    #expect(PluralCategory(number, .english) == english)
    #expect(PluralCategory(number, .hebrew) == hebrew)
    #expect(PluralCategory(number, .persian) == persian)
    #expect(PluralCategory(number, .urdu) == urdu)
  }

  @Test(arguments: [
    (0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"),
    (11, "11 مقالًا"), (99, "99 مقالًا"), (100, "100 مقال"), (101, "101 مقال"),
    (102, "102 مقال"), (103, "103 مقالات"), (1111, "1,111 مقالًا"),
  ])
  func articlesAreCountedInArabic(number: Int, text: String) {
    #expect(ArabicNoun.article.counted(number).text == text)
  }

  @Test func negativeNumbersCountByTheirMagnitude() {
    #expect(PluralCategory(-1, .english) == .one)
    #expect(PluralCategory(.min, .arabic) == .few)
  }
}
