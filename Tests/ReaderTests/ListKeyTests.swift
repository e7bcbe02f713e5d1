import Display
import News
import Reader
import TestSupport
import Testing
import Words

@Suite struct ListKeyTests {
  private func list(_ count: Int = 100, _ look: Look = Look()) -> Reading {
    Reading(FakeLibrary(count: count), look: look)
  }

  /// The number of the selected row, from 0.
  private func selection(_ reading: Reading) -> Int? {
    reading.library.rows.firstIndex { $0.id == reading.model.selected?.id }
  }

  @Test func lettersAndArrowsMoveByARow() {
    var reading = list()
    reading.press("j Down j")
    #expect(selection(reading) == 3)
    reading.press("k Up")
    #expect(selection(reading) == 1)
  }

  @Test func startAndEndAreReachedAndSaid() {
    var reading = list()
    reading.press("G")
    #expect(selection(reading) == 99)
    #expect(reading.model.place == reading.place(100, of: 100))
    reading.press("j")
    #expect(reading.model.notice?.phrase == .atLastArticle)
    reading.press("Home k")
    #expect(selection(reading) == 0)
    #expect(reading.model.notice?.phrase == .atFirstArticle)
    reading.press("End")
    #expect(selection(reading) == 99)
    reading.press("g")
    #expect(selection(reading) == 0)
  }

  @Test(arguments: ["Space", "f", "C-f", "NPage"])
  func pageKeysMoveByAScreen(key: String) {
    var reading = list()
    reading.press(KeyScript(key))
    #expect(selection(reading) == 22)
    for back in ["b", "C-b", "PPage"] {
      reading.press(KeyScript("\(key) \(back)"))
      #expect(selection(reading) == 22)
    }
  }

  @Test func halfPagesMoveByHalfAScreen() {
    var reading = list()
    reading.press("C-d C-d C-u")
    #expect(selection(reading) == 11)
  }

  @Test func pagingTakesTheScreenAlong() {
    var reading = list()
    reading.press("j j Space")
    #expect(selection(reading) == 24)
    #expect(reading.screen().text(row: 3).contains("24"))
  }

  @Test func aShortPageEndsAtTheListsEnd() {
    var reading = list(30)
    reading.press("Space Space")
    #expect(selection(reading) == 29)
    reading.press("b b")
    #expect(selection(reading) == 0)
  }

  @Test func enterOpens() {
    var reading = list()
    reading.press("j Enter")
    #expect(reading.model.front == .page)
    #expect(reading.model.page?.headline.id == reading.library.rows[1].id)
  }

  @Test func theArrowThatGoesOnOpens() {
    var reading = list()
    #expect(reading.model.listDirection == .rightToLeft)
    reading.press("Right")
    #expect(reading.model.front == .list)
    reading.press("Left")
    #expect(reading.model.front == .page)

    var mirrored = list(100, Look(direction: .leftToRight))
    mirrored.press("Left")
    #expect(mirrored.model.front == .list)
    mirrored.press("Right")
    #expect(mirrored.model.front == .page)
  }

  @Test(arguments: ["h", "Escape", "BSpace", "Right"])
  func keysThatGoBackLeaveNothingInTheList(key: String) {
    var reading = list()
    reading.press(KeyScript(key))
    #expect(reading.model.front == .list)
    #expect(reading.lastEffects.isEmpty)
  }

  @Test(arguments: ["q", "Q"])
  func theListIsLeft(key: String) {
    var reading = list()
    reading.press(KeyScript(key))
    #expect(reading.lastEffects == [.quit])
  }

  @Test func unreadOnesAreFoundBothWays() {
    var reading = list(10)
    reading.press("m j m j m g n")
    #expect(selection(reading) == 3)
    reading.press("j j N")
    #expect(selection(reading) == 4)
    reading.press("g N")
    #expect(reading.model.notice?.phrase == .noUnreadBefore)
    reading.press("G n")
    #expect(reading.model.notice?.phrase == .noMoreUnread)
    #expect(selection(reading) == 9)
  }

  @Test func capitalsMoveByAnArticle() {
    var reading = list()
    reading.press("J J K")
    #expect(selection(reading) == 1)
    #expect(reading.model.front == .list)
  }

  @Test func allIsMarkedReadAndUndone() {
    var reading = list(40)
    reading.press("m A")
    #expect(reading.model.standing?.tally.unread == 0)
    #expect(reading.model.window.rows.allSatisfy { !$0.isUnread })
    #expect(reading.model.notice?.phrase == .allMarkedRead(39, undo: "u"))
    reading.press("u")
    #expect(reading.model.standing?.tally.unread == 39)
    #expect(reading.model.window.rows.count(where: \.isUnread) == 39)
    reading.press("u u")
    #expect(reading.model.notice?.phrase == .nothingToUndo)
  }

  @Test func readOnesAreHiddenAndShown() {
    var reading = list(10)
    reading.press("j m j m l")
    #expect(reading.model.window.rows.count == 8)
    #expect(reading.model.shelf.isUnreadOnly)
    #expect(reading.model.selected?.id == reading.library.rows[3].id)
    reading.press("l")
    #expect(reading.model.window.rows.count == 10)
  }

  @Test func aRowMarkedReadStaysUntilTheListIsOpenedAnew() {
    var reading = list(10)
    reading.press("l j m j")
    #expect(reading.model.window.rows.count == 10)
    reading.send(.libraryChanged)
    #expect(reading.model.window.rows.count == 10)
    reading.press("l l")
    #expect(reading.model.window.rows.count == 9)
  }

  @Test func scansAreAskedForOneAtATime() {
    var reading = list()
    reading.press("r")
    guard case .begin(.scan([]), let ticket)? = reading.lastEffects.first else {
      Issue.record("no scan was begun")
      return
    }
    reading.press("r")
    #expect(reading.lastEffects.isEmpty)
    reading.send(.scanning(ticket, files: 3, articles: 120, percent: 42))
    #expect(reading.screen().text.contains("120 articles, 42%"))
    reading.send(.scanned(ticket, new: 0, changed: 0, problems: 0))
    #expect(reading.model.notice?.phrase == .nothingNew)
  }

  @Test func escapeStopsAScanWhereNothingElseIsOpen() {
    var reading = list()
    reading.press("r")
    guard case .begin(_, let ticket)? = reading.lastEffects.first else {
      Issue.record("no scan was begun")
      return
    }
    reading.press("Enter Escape")
    #expect(reading.model.front == .list)
    #expect(reading.screen().text.contains("scanning"))
    reading.press("Escape")
    #expect(reading.lastEffects.contains(.cancel(ticket)))
    #expect(reading.model.notice?.phrase == .scanStopped)
    #expect(!reading.screen().text.contains("scanning"))
    reading.press("Escape")
    #expect(reading.lastEffects.isEmpty)
    #expect(reading.model.front == .list)
  }

  @Test func changedFilesAreLookedAtWithoutAWordAndWithoutMovingAnything() {
    var reading = list()
    let before = reading.screen().text
    reading.send(.filesChanged)
    guard case .begin(.scan([]), let ticket)? = reading.lastEffects.first else {
      Issue.record("no scan was begun")
      return
    }
    #expect(reading.screen().text == before)
    // What changes during the scan is looked at after it.
    reading.send(.filesChanged)
    #expect(reading.lastEffects.isEmpty)
    reading.send(.scanned(ticket, new: 0, changed: 0, problems: 0))
    let begins = reading.lastEffects.contains { effect in
      if case .begin(.scan, let next) = effect { return next != ticket }
      return false
    }
    #expect(begins)
    #expect(reading.model.notice == nil)
  }

  @Test func theScreenIsDrawnAnew() {
    var reading = list()
    reading.press("C-l")
    #expect(reading.lastEffects == [.redraw])
  }

  @Test func aKeyWithoutMeaningSaysWhereTheKeysAre() {
    var reading = list()
    reading.press("z")
    #expect(reading.model.notice?.phrase == .unknownKey(help: "?"))
    reading.press("j")
    #expect(reading.model.notice == nil)
  }

  @Test func noKeyHasTwoCommands() {
    let keys = Command.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }
}
