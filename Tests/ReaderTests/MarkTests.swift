import Display
import News
import Reader
import TestSupport
import Testing
import Words

@Suite struct MarkTests {
  private let first = ArticleID(rawValue: 1)

  @Test func aMarkIsShownOnlyWhenItIsKept() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.holdsWrites = true
    reading.press("m")
    #expect(reading.lastEffects == [.write(.mark([first], [.read(true)]))])
    #expect(reading.model.selected?.isUnread == true)
    #expect(reading.model.standing?.tally.unread == 5)
    reading.writeHeld()
    #expect(reading.model.selected?.isUnread == false)
    #expect(reading.model.standing?.tally.unread == 4)
  }

  @Test func aSecondMarkAsksForTheOppositeOfTheFirst() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.holdsWrites = true
    reading.press("m")
    reading.press("m")
    #expect(reading.lastEffects == [.write(.mark([first], [.read(false)]))])
    reading.writeHeld()
    #expect(reading.model.selected?.isUnread == true)
    reading.press("m")
    #expect(reading.lastEffects == [.write(.mark([first], [.read(true)]))])
  }

  @Test func failedSaveIsSaidAndNotShown() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.writingFails = .storeFull
    reading.press("m")
    #expect(reading.model.selected?.isUnread == true)
    #expect(reading.model.notice?.phrase == .couldNotMark(because: .storeFull))
    #expect(reading.model.notice?.isFailure == true)
    #expect(reading.screen()[23, 5].style == .failure)
    reading.writingFails = nil
    reading.press("m")
    #expect(reading.lastEffects == [.write(.mark([first], [.read(true)]))])
    #expect(reading.model.selected?.isUnread == false)
  }

  @Test func markOfAnArticleThatIsGoneIsNotCalledKept() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.press("Enter")
    reading.library.rows.removeFirst()
    reading.press("*")
    #expect(reading.model.notice?.phrase == .articleGone)
  }

  @Test func aFailedUndoIsSaid() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.press("m")
    reading.writingFails = .storeBusy
    reading.press("u")
    #expect(reading.model.notice?.phrase == .couldNotUndo(because: .storeBusy))
    #expect(reading.model.selected?.isUnread == false)
  }

  @Test func undoneMarksShowInTheOpenPage() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("Enter")
    #expect(reading.model.page?.headline.isUnread == false)
    reading.press("u")
    #expect(reading.model.page?.headline.isUnread == true)
    #expect(reading.model.notice?.phrase == .undone(1))
  }

  @Test func unreadRowsAreSignedAndReadOnesAreNot() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("j m")
    let screen = reading.screen()
    #expect(screen.text(row: 1).hasSuffix("●"))
    #expect(!screen.text(row: 2).contains("●"))
    // The gap before the sign too: no change of style in the middle of a row.
    #expect((77...79).allSatisfy { screen[1, $0].style == .unread })
    #expect(screen[2, 77].style == .selectedRead)
    reading.press("k")
    #expect(reading.screen()[1, 77].style == .selectedUnread)
    #expect(reading.screen()[2, 77].style == .read)
  }

  @Test func aStoreThatCannotBeReadIsSaid() {
    var reading = Reading(FakeLibrary(count: 5))
    let question = Question.article(first)
    reading.send(.unanswered(question, .storeBusy))
    #expect(reading.model.notice?.phrase == .couldNotRead(because: .storeBusy))
    #expect(reading.model.window.rows.count == 5)
  }
}
