import Display
import News
import Reader
import TestSupport
import Testing
import Words

@Suite struct PageKeyTests {
  private func reading(_ articles: [Article] = Edition.all, _ look: Look = Look()) -> Reading {
    Reading(FakeLibrary(articles), look: look)
  }

  @Test(arguments: ["q", "h", "Escape", "BSpace", "Right"])
  func keysThatGoBackCloseTheRightToLeftPage(key: String) {
    var reading = reading()
    reading.press(KeyScript("Enter \(key)"))
    #expect(reading.model.front == .list)
  }

  @Test func arrowsFollowThePageInFront() {
    var reading = reading()
    reading.press("j Left")
    #expect(reading.model.page?.article == Edition.english)
    reading.press("Right")
    #expect(reading.model.front == .page)
    reading.press("Left")
    #expect(reading.model.front == .list)
  }

  @Test func thePageIsLeftAtOnce() {
    var reading = reading()
    reading.press("Enter Q")
    #expect(reading.lastEffects == [.quit])
  }

  @Test func openingMarksRead() {
    var reading = reading()
    reading.press("Enter")
    #expect(reading.lastEffects.contains(.write(.mark([ArticleID(rawValue: 1)], [.read(true)]))))
    #expect(reading.model.page?.headline.isUnread == false)
    reading.press("q Enter")
    #expect(!reading.lastEffects.contains(.write(.mark([ArticleID(rawValue: 1)], [.read(true)]))))
  }

  @Test func openingMarksNothingWhereTheReaderSaysSo() {
    var reading = reading(Edition.all, Look(opensAsRead: false))
    reading.press("Enter")
    #expect(reading.model.page?.headline.isUnread == true)
    reading.press("m")
    #expect(reading.model.page?.headline.isUnread == false)
  }

  @Test func aPageOpensAtItsTop() {
    var reading = reading([Edition.long(paragraphs: 9), Edition.long(paragraphs: 8)])
    reading.press("Enter G J")
    #expect(reading.model.page?.headline.id == ArticleID(rawValue: 2))
    #expect(reading.model.page?.place == .start)
  }

  @Test func articlesFollowEachOther() {
    var reading = reading()
    reading.press("Enter J J K")
    #expect(reading.model.page?.article == Edition.english)
    reading.press("q")
    #expect(reading.model.selected?.title == Edition.english.title)
    reading.press("Enter K K")
    #expect(reading.model.notice?.phrase == .atFirstArticle)
    #expect(reading.model.page?.article == Edition.typical)
  }

  @Test func theNextUnreadOpensFromWithinAPage() {
    var reading = reading()
    reading.press("j m g Enter n")
    #expect(reading.model.page?.article == Edition.hebrew)
    reading.press("N")
    #expect(reading.model.notice?.phrase == .noUnreadBefore)
    reading.press("u N")
    #expect(reading.model.page?.article == Edition.hebrew)
  }

  @Test func spaceGoesOnToTheNextUnreadAtTheEnd() {
    var reading = reading([Edition.long(paragraphs: 12), Edition.undated, Edition.typical])
    reading.press("j m k Enter")
    var presses = 0
    while reading.model.page?.headline.id == ArticleID(rawValue: 1), presses < 50 {
      reading.press("Space")
      presses += 1
    }
    #expect(presses > 3)
    #expect(reading.model.page?.headline.id == ArticleID(rawValue: 3))
  }

  @Test func otherPageKeysStayAtTheEnd() {
    var reading = reading([Edition.long(paragraphs: 3), Edition.undated])
    reading.press("Enter 20*f")
    #expect(reading.model.page?.headline.id == ArticleID(rawValue: 1))
    #expect(reading.model.notice?.phrase == .atPageEnd)
  }

  @Test func aPageOverlapsTheLastByALine() {
    var reading = reading([Edition.long(paragraphs: 12)])
    reading.press("Enter")
    let last = reading.screen().text(row: 22)
    reading.press("Space")
    #expect(reading.screen().text(row: 1) == last)
    reading.press("b")
    #expect(reading.model.page?.place == .start)
  }

  @Test func linesAndHalvesScroll() {
    var reading = reading([Edition.long(paragraphs: 12)])
    reading.press("Enter")
    let third = reading.screen().text(row: 3)
    reading.press("j Down")
    #expect(reading.screen().text(row: 1) == third)
    reading.press("k Up C-d C-u")
    #expect(reading.model.page?.place == .start)
    reading.press("G")
    #expect(reading.screen().text(row: 0).contains("100%"))
    reading.press("Home")
    #expect(reading.model.page?.place == .start)
  }

  @Test func manyWaitingKeysOpenTheRightPage() {
    var reading = Reading(FakeLibrary(count: 500))
    reading.press("Enter 100*J")
    #expect(reading.model.page?.headline.id == ArticleID(rawValue: 101))
    #expect(reading.model.place == reading.place(101, of: 500))
  }

  @Test func anArticleThatWentIsSaid() {
    var reading = reading()
    reading.library.rows.removeFirst()
    reading.library.count()
    reading.press("Enter")
    #expect(reading.model.front == .list)
    #expect(reading.model.notice?.phrase == .articleGone)
    #expect(reading.model.selected?.title == Edition.english.title)
  }

  @Test func theHelpOpensScrollsAndCloses() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 12, columns: 40)
    reading.press("Enter ?")
    #expect(reading.model.front == .help)
    let top = reading.screen().text
    reading.press("j Space G")
    #expect(reading.screen().text != top)
    reading.press("g")
    #expect(reading.screen().text == top)
    for key in ["q", "h", "Escape", "?"] {
      reading.press(KeyScript(key))
      #expect(reading.model.front == .page)
      reading.press("?")
    }
    reading.press("m J A l")
    #expect(reading.model.front == .help)
    #expect(reading.lastEffects.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func theHelpNamesEveryKey(language: Language) {
    var reading = Reading(
      FakeLibrary(Edition.all), rows: 60, columns: 80, look: Look(language: language))
    reading.press("?")
    let text = reading.screen().text
    for key in Command.allCases.flatMap(\.keys) {
      #expect(text.contains(key.name(reading: reading.model.listDirection)))
    }
  }
}
