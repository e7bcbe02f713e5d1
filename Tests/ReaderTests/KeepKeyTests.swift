import Display
import News
import Reader
import TestSupport
import Testing
import Words

/// Stars, tags, the history, places in articles, and undoing all that.
@Suite struct KeepKeyTests {
  private let first = ArticleID(rawValue: 1)

  @Test func starIsShownWhenItIsKept() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.holdsWrites = true
    reading.press("*")
    #expect(reading.lastEffects == [.write(.mark([first], [.starred(true)]))])
    #expect(!reading.screen().text.contains("★"))
    reading.press("*")
    #expect(reading.lastEffects == [.write(.mark([first], [.starred(false)]))])
    reading.press("*")
    reading.writeHeld()
    #expect(reading.screen().text(row: 1).contains("★"))
    reading.press("Enter")
    reading.writeHeld()
    #expect(reading.screen().text(row: 0).contains("★"))
  }

  @Test func starredOnesAreAListAndBackIsWhereOneWas() {
    var reading = Reading(FakeLibrary(count: 400))
    reading.press("j j * j j * G")
    let before = reading.model.selected
    reading.press("S")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [3, 5])
    #expect(reading.screen().text(row: 0).contains("Starred"))
    #expect(reading.model.place == reading.place(1, of: 2))
    let starred = reading.model.shelf
    reading.press("A")
    #expect(reading.lastEffects.contains(.write(.markAllRead(starred))))
    #expect(reading.model.notice?.phrase == .allMarkedRead(2, undo: "u"))
    #expect(reading.library.tally.unread == 398)
    reading.press("A")
    #expect(reading.model.notice?.phrase == .nothingUnread)
    reading.press("u")
    #expect(reading.library.tally.unread == 400)
    reading.press("j Enter q q")
    #expect(!reading.effects.contains(.quit))
    #expect(reading.model.selected == before)
    #expect(reading.model.place == reading.place(400, of: 400))
    reading.press("S S")
    #expect(reading.model.selected == before)
  }

  @Test func historyHasWhatWasReadAndPagesGoOnInIt() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("Enter q j j Enter q H")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [3, 1])
    reading.press("Enter")
    #expect(reading.model.page?.headline.id.rawValue == 3)
    reading.press("J")
    #expect(reading.model.page?.headline.id.rawValue == 1)
    // All of it is read.
    reading.press("q A")
    #expect(reading.model.notice?.phrase == .nothingUnread)
    reading.press("H")
    #expect(reading.model.selected?.id.rawValue == 3)
    #expect(reading.model.shelf.kind == .all)
  }

  @Test func whatIsMarkedOnTheWayToAListStandsInIt() {
    var reading = Reading(FakeLibrary(count: 9))
    reading.holdsWrites = true
    reading.press("* j m S")
    #expect(reading.model.window.rows.isEmpty)
    reading.writeHeld()
    #expect(reading.model.window.rows.map(\.id.rawValue) == [1])
    reading.press("S j m H")
    reading.writeHeld()
    #expect(reading.model.window.rows.count == 2)
  }

  @Test func emptyListsSayWhy() {
    var reading = Reading(FakeLibrary(count: 3))
    reading.press("S")
    #expect(reading.screen().text.contains("Nothing is starred"))
    reading.press("A")
    #expect(reading.model.notice?.phrase == .nothingUnread)
    reading.press("H")
    #expect(reading.screen().text.contains("Nothing was read yet"))
    reading.press("Escape")
    #expect(reading.model.window.rows.count == 3)
  }

  @Test func tagsAreTypedCompletedAndTakenOff() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.press("T t r a m , م Enter")
    #expect(
      reading.lastEffects == [
        .write(.mark([first], [.tag("tram", true), .tag("م", true)]))
      ])
    #expect(reading.model.notice?.phrase == .tagged(["tram", "م"]))
    reading.press("T - t r a m , x Enter")
    #expect(reading.model.notice?.phrase == .retagged(["x"], off: ["tram"]))
    reading.press("T - x Space - م Enter")
    #expect(reading.model.notice?.phrase == .untagged(["x", "م"]))
    reading.press("u u j T t Tab")
    #expect(reading.model.tagPrompt?.line.text == "tram")
    reading.press("Space x BSpace y Enter")
    #expect(
      reading.lastEffects == [
        .write(.mark([ArticleID(rawValue: 2)], [.tag("tram", true), .tag("y", true)]))
      ])
    reading.press("k T - Tab")
    #expect(reading.model.tagPrompt?.line.text == "-tram")
    reading.press("Tab")
    #expect(reading.model.tagPrompt?.line.text == "-م")
    reading.press("Enter u")
    #expect(reading.library.status(first).tags == ["tram", "م"])
    reading.press("T q Escape")
    #expect(reading.model.tagPrompt == nil)
    #expect(!reading.effects.contains(.quit))
  }

  @Test func tagsStandOnThePage() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 60, columns: 80)
    reading.press("j Enter T s e a Enter")
    #expect(reading.screen().text.contains("Your tags: sea"))
    reading.press("u")
    #expect(!reading.screen().text.contains("Your tags"))
    reading.press("C-r")
    #expect(reading.screen().text.contains("Your tags: sea"))
  }

  @Test func everyChangeIsUndoneAndRedone() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.press("m * T x Enter u u u u")
    #expect(reading.model.notice?.phrase == .nothingToUndo)
    #expect(reading.model.selected?.isUnread == true)
    #expect(reading.model.selected?.isStarred == false)
    reading.press("C-r C-r C-r C-r")
    #expect(reading.model.notice?.phrase == .nothingToRedo)
    #expect(reading.model.selected?.isUnread == false)
    #expect(reading.model.selected?.isStarred == true)
    #expect(reading.library.status(first).tags == ["x"])
  }

  @Test func placeInAnArticleIsFoundAgain() throws {
    var library = FakeLibrary([Edition.long(paragraphs: 30), Edition.english])
    library.articles[first] = Edition.long(paragraphs: 30)
    var reading = Reading(library)
    reading.press("Enter Space Space q")
    let place = try #require(reading.library.status(first).place)
    #expect(reading.lastEffects == [.write(.place(first, place))])
    reading.resize(rows: 24, columns: 40)
    reading.press("Enter")
    #expect(reading.model.page?.place == place)
    // What was not moved is not written again.
    reading.press("q")
    #expect(reading.lastEffects.isEmpty)
    reading.press("Enter g J")
    #expect(reading.lastEffects.contains(.write(.place(first, nil))))
    reading.press("K Space")
    reading.send(.leaving)
    #expect(reading.library.status(first).place != nil)
  }

  @Test func promptStaysReadableWhereItIsNarrow() {
    for columns in [20, 40, 80] {
      var reading = Reading(
        FakeLibrary(count: 5), rows: 12, columns: columns, look: Look(language: .arabic))
      reading.press("T")
      for _ in 0..<60 { reading.press("ع") }
      reading.press("x Left Right Home End C-w")
      #expect(reading.screen().size.columns == columns)
    }
  }
}
