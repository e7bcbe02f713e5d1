import Testing

@testable import Words

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345_678, "12,345,678"),
    (-1234, "-1,234"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func thousandsAreParted(number: Int, text: String) {
    #expect(NumberText().text(of: number) == text)
  }

  @Test func everyScriptHasItsDigits() {
    #expect(NumberText(.arabicIndic).text(of: 1_234_567_890) == "١٬٢٣٤٬٥٦٧٬٨٩٠")
    #expect(NumberText(.persian, groups: false).text(of: 1_234_567_890) == "۱۲۳۴۵۶۷۸۹۰")
  }

  @Test func shortNumbersAreFilledWithZeros() {
    #expect(NumberText(groups: false).text(of: 5, minimum: 2) == "05")
    #expect(NumberText(groups: false).text(of: 2026, minimum: 2) == "2026")
  }
}
