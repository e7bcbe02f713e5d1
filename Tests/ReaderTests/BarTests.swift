import Reader
import TestSupport
import Testing

@Suite struct BarTests {
  private func top(_ columns: Int, name: String?, _ look: Look = Look()) -> String {
    var reading = Reading(FakeLibrary(Edition.all), columns: columns, look: look, name: name)
    return reading.screen().text(row: 0)
  }

  @Test func aLongPathShowsBothItsEndsAndLeavesTheCountsTheirPlace() {
    let path = "/home/reader/news/of/the/whole/world/and/then/some/more/harbour.json"
    #expect(top(120, name: path).contains(path))
    #expect(
      top(60, name: path).hasPrefix(" /home/reader/news/of/…ome/more/harbour.json  7 unread"))
    #expect(top(20, name: path).contains("7 unread"))
    #expect(top(20, name: path).hasSuffix("1/7"))
  }

  @Test func aScanIsSaidOnNarrowScreensToo() {
    for columns in [120, 80, 40] {
      var reading = Reading(FakeLibrary(Edition.all), columns: columns)
      reading.press("r")
      guard case .begin(_, let ticket)? = reading.lastEffects.first else {
        Issue.record("no scan was begun")
        continue
      }
      reading.send(.scanning(ticket, files: 3, articles: 120, percent: nil))
      #expect(reading.screen().text.contains("3 files, 120 articles"))
      #expect(reading.screen().text(row: 0).hasSuffix("1/7"))
      reading.send(.scanning(ticket, files: 12_000, articles: 1_234_567, percent: 37))
      #expect(
        columns < 80 || reading.screen().text.contains("12,000 files, 1,234,567 articles, 37%"))
    }
  }
}
