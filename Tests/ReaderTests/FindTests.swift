import Display
import News
import Reader
import TestSupport
import Testing
import Words

/// Looking for words on a page.
@Suite struct FindTests {
  private func reading(rows: Int = 24, columns: Int = 80) -> Reading {
    var reading = Reading(
      FakeLibrary([Edition.long(paragraphs: 30), Edition.english]), rows: rows, columns: columns)
    reading.press("Enter")
    return reading
  }

  @Test func thePageGoesToTheFirstMatchAtOrBelowItsPlace() {
    var reading = reading()
    reading.press("Space Space")
    let place = reading.model.page?.place
    reading.press("/")
    reading.type("رقم")
    let find = reading.model.page?.find
    #expect(find?.matches.count == 30)
    #expect((find?.current ?? 0) > 0)
    #expect(!SearchTests.marked(.selectedMatch, on: reading.screen()).isEmpty)
    reading.press("Escape")
    #expect(reading.model.page?.place == place)
    #expect(reading.model.page?.find == nil)
  }

  @Test func wordsWithoutALetterAreASentence() {
    var reading = reading()
    reading.press("Space")
    let place = reading.model.page?.place
    for text in ["*", "!?", "«»"] {
      reading.press("/")
      reading.type(text)
      reading.press("Enter")
      #expect(reading.model.notice?.phrase == .questionEmpty)
      #expect(reading.model.page?.place == place)
    }
    reading.press("/ Space Enter")
    #expect(reading.model.notice == nil)
    #expect(reading.model.page?.find == nil)
  }

  /// A reader who presses `n` behind such words waits for a match, not for another article.
  @Test func keysForMatchesDoNotLeaveAPageBehindWordsWithoutALetter() {
    for before in ["", "رقم", "seagrass"] {
      var reading = reading()
      if !before.isEmpty {
        reading.press("/")
        reading.type(before)
        reading.press("Enter")
      }
      let place = reading.model.page?.place
      reading.press("/")
      reading.type("*")
      for keys in ["Enter", "n", "N", "n"] as [KeyScript] {
        reading.press(keys)
        #expect(reading.model.notice?.phrase == .questionEmpty)
        #expect(reading.model.page?.headline.id.rawValue == 1)
        #expect(reading.model.page?.place == place)
        #expect(SearchTests.marked(.match, on: reading.screen()).isEmpty)
      }
      #expect(reading.library.rows[1].isUnread)
      // The same article at another width, and then the search is taken away.
      reading.resize(rows: 24, columns: 60)
      reading.press("n")
      #expect(reading.model.page?.headline.id.rawValue == 1)
      reading.press("Escape n")
      #expect(reading.model.page?.headline.id.rawValue == 2)
    }
  }

  @Test func wordsWithoutALetterLeaveTheHitsOfTheList() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 40)
    reading.press("/ s e a g Enter Enter")
    let count = reading.model.page?.find?.matches.count ?? 0
    reading.press("/")
    reading.type("*")
    reading.press("Enter")
    #expect(reading.model.notice?.phrase == .questionEmpty)
    #expect(reading.model.page?.find?.matches.count == count)
    reading.press("n")
    #expect(reading.model.notice?.phrase == .match(1, of: count))
  }

  @Test func matchesAreWalkedRoundTheEnds() {
    var reading = reading()
    reading.press("/")
    reading.type("كلمة40")
    reading.press("Enter")
    let count = reading.model.page?.find?.matches.count ?? 0
    #expect(count > 1)
    #expect(reading.model.notice?.phrase == .match(1, of: count))
    reading.press("N")
    #expect(reading.model.notice?.phrase == .matchFromEnd(count, of: count))
    #expect(SearchTests.marked(.selectedMatch, on: reading.screen()).count == 1)
    reading.press("n")
    #expect(reading.model.notice?.phrase == .matchFromStart(1, of: count))
    for number in 2...count {
      reading.press("n")
      #expect(reading.model.notice?.phrase == .match(number, of: count))
      #expect(SearchTests.marked(.selectedMatch, on: reading.screen()).count == 1)
    }
    // The first match in sight or below it, where the last one is out of sight.
    reading.press("g n")
    #expect(reading.model.notice?.phrase == .match(1, of: count))
    // A search that is taken away gives the keys back.
    reading.press("Escape n")
    #expect(reading.model.page?.headline.id.rawValue == 2)
  }

  @Test func aSearchThatBeginsBelowTheLastMatchGoesOnAtTheStart() {
    var reading = reading()
    reading.press("G /")
    reading.type("تقرير")
    reading.press("Enter")
    #expect(reading.model.notice?.phrase == .matchFromStart(1, of: 1))
    #expect(reading.model.page?.place == .start)
  }

  @Test func wordsNextToEachOtherAreMarkedTogether() {
    var reading = reading()
    reading.press("/")
    reading.type("الفقرة رق")
    #expect(reading.model.page?.find?.matches.count == 30)
    reading.press("C-u")
    reading.type("رقم الفقرة")
    #expect(reading.model.page?.find?.matches.isEmpty == true)
    #expect(reading.screen().text(row: 23).contains("Not on this page"))
    reading.press("Enter")
    #expect(reading.model.notice?.phrase == .noMatch)
  }

  @Test func keysForMatchesDoNotLeaveAPageThatHasNone() {
    var reading = reading()
    reading.press("Space /")
    let place = reading.model.page?.place
    reading.type("seagrass")
    for keys in ["Enter", "n", "N", "n"] as [KeyScript] {
      reading.press(keys)
      #expect(reading.model.notice?.phrase == .noMatch)
      #expect(reading.model.page?.headline.id.rawValue == 1)
      #expect(reading.model.page?.place == place)
    }
    #expect(reading.library.rows[1].isUnread)
    reading.press("Escape n")
    #expect(reading.model.page?.headline.id.rawValue == 2)
  }

  @Test func hitsOfTheListAreMatchesOfThePage() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 40)
    reading.press("/ s e a g Enter Enter")
    let count = reading.model.page?.find?.matches.count ?? 0
    #expect(count >= 2)
    reading.press("n n")
    #expect(reading.model.notice?.phrase == .match(2, of: count))
    #expect(reading.model.page?.headline.id.rawValue == 2)
    // The page's own search, and what the list was searched for behind it.
    reading.press("/")
    reading.type("dredging")
    reading.press("Enter")
    #expect(reading.model.page?.find?.matches.count == 1)
    reading.press("Escape")
    #expect(reading.model.page?.find?.matches.count == count)
    reading.press("Escape Escape n")
    #expect(reading.model.search == nil)
    #expect(reading.model.page == nil)
  }

  @Test func matchesStayWhereTheyAreWhenLinesBreakElsewhere() {
    var reading = reading()
    reading.press("/")
    reading.type("كلمة77")
    reading.press("Enter")
    let marked = SearchTests.marked(.selectedMatch, on: reading.screen()).joined()
    let matches = reading.model.page?.find?.matches
    for (rows, columns) in [(12, 40), (60, 200), (24, 80)] {
      reading.resize(rows: rows, columns: columns)
      #expect(reading.model.page?.find?.matches == matches)
      // On a small screen it may be below what is in sight.
      let shown = SearchTests.marked(.selectedMatch, on: reading.screen()).joined()
      #expect(shown == marked || (shown.isEmpty && rows == 12))
    }
  }
}
