import Display
import News
import Reader
import TestSupport
import Testing
import Words

@Suite struct SnapshotTests {
  private static let sizes = [(24, 80), (12, 40), (60, 200), (5, 20)]

  private func check(_ reading: inout Reading, _ name: String) {
    let size = reading.model.size
    let name = "\(name)-\(size.columns)x\(size.rows)"
    let difference = Snapshot(name).difference(from: reading.screen().snapshot)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: sizes, Language.allCases)
  func listStandsAsStored(size: (Int, Int), language: Language) {
    var reading = Reading(
      FakeLibrary(Edition.all), rows: size.0, columns: size.1, look: Look(language: language))
    reading.press("j m")
    check(&reading, "list-\(language.rawValue)")
  }

  @Test(arguments: sizes, Language.allCases)
  func pageStandsAsStored(size: (Int, Int), language: Language) {
    var reading = Reading(
      FakeLibrary(Edition.all), rows: size.0, columns: size.1, look: Look(language: language))
    reading.press("Enter")
    check(&reading, "page-\(language.rawValue)")
  }

  @Test(arguments: sizes, Language.allCases)
  func searchStandsAsStored(size: (Int, Int), language: Language) {
    var reading = Reading(
      FakeLibrary(Edition.all), rows: size.0, columns: size.1, look: Look(language: language))
    reading.press("/")
    reading.type("open شبك")
    reading.press("5*Left")
    check(&reading, "search-typed-\(language.rawValue)")
    reading.press("C-u C-k")
    reading.type("من")
    reading.press("Enter")
    check(&reading, "search-\(language.rawValue)")
  }

  @Test(arguments: sizes)
  func englishPageStandsAsStored(size: (Int, Int)) {
    var reading = Reading(FakeLibrary(Edition.all), rows: size.0, columns: size.1)
    reading.press("j Enter")
    check(&reading, "page-english-article")
  }

  @Test(arguments: sizes, Language.allCases)
  func helpStandsAsStored(size: (Int, Int), language: Language) {
    var reading = Reading(
      FakeLibrary(Edition.all), rows: size.0, columns: size.1, look: Look(language: language))
    reading.press("?")
    check(&reading, "help-\(language.rawValue)")
  }

  @Test(arguments: sizes, Language.allCases)
  func emptyLibraryStandsAsStored(size: (Int, Int), language: Language) {
    var reading = Reading(
      FakeLibrary([]), rows: size.0, columns: size.1, look: Look(language: language))
    reading.send(.problem(.pathNotFound("/tmp/أخبار.json")))
    check(&reading, "empty-\(language.rawValue)")
  }

  @Test func tooSmallStandsAsStored() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 4, columns: 19)
    check(&reading, "too-small")
  }
}
