import Display
import News
import Reader
import TestSupport
import Testing
import Words

@Suite struct WindowTests {
  @Test func noKeyHoldsMoreThanThreeHundredOfAHundredThousandRows() {
    var reading = Reading(FakeLibrary(count: 100_000))
    reading.press("G g 40*Space 500*j 60*NPage 30*n 20*k G 10*b N Enter 5*J q")
    #expect(reading.mostRows == HeadlineWindow.limit)
    #expect(reading.model.place == reading.truePlace)
  }

  @Test func thePlaceIsTrueAfterAnyKeys() {
    let keys = ["j", "k", "Space", "b", "C-d", "C-u", "g", "G", "n", "N", "J", "m", "l", "Down"]
    for seed in UInt64(1)...20 {
      var random = Random(seed: seed)
      var reading = Reading(FakeLibrary(count: 1_000))
      for _ in 0..<120 {
        guard let key = keys.randomElement(using: &random) else { continue }
        reading.press(KeyScript(key))
        #expect(reading.model.place == reading.truePlace, "after \(key), seed \(seed)")
      }
    }
  }

  @Test func theCursorIsAlwaysInSight() {
    for seed in UInt64(1)...10 {
      var random = Random(seed: seed)
      var reading = Reading(FakeLibrary(count: 2_000), rows: 9)
      for _ in 0..<100 {
        let keys = ["j", "k", "Space", "b", "C-d", "C-u", "g", "G", "n", "l", "m"]
        guard let key = keys.randomElement(using: &random) else { continue }
        reading.press(KeyScript(key))
        let screen = reading.screen()
        let selected = (0..<screen.size.rows).filter { row in
          [.selectedRead, .selectedUnread].contains(screen[row, 0].style)
        }
        #expect(selected.count == 1, "after \(key), seed \(seed)")
      }
    }
  }

  @Test func rowsThatComeAboveMoveNothing() {
    var reading = Reading(FakeLibrary(count: 400))
    reading.press("30*j")
    let screen = reading.screen()
    let fresh = FakeLibrary(count: 405).rows.prefix(5)
    reading.library.rows.insert(contentsOf: fresh, at: 0)
    reading.library.count()
    reading.send(.libraryChanged)
    #expect(reading.model.place == reading.place(36, of: 405))
    let after = reading.screen()
    for row in 1...22 { #expect(after.text(row: row) == screen.text(row: row)) }
  }

  /// What goes on in front while news comes: nothing, a page, another list, a search.
  @Test(arguments: [("", ""), ("Enter", "q"), ("S", "S"), ("/ h e a d Enter j", "Escape")])
  func rowsThatComeAndGoInSightLeaveTheSelectedOneWhereItStands(open: String, close: String) {
    var library = FakeLibrary(count: 400)
    let late = library.rows.remove(at: 45)
    library.count()
    var reading = Reading(library)
    reading.press("60*j 5*k")
    let selected = reading.model.selected
    let row = reading.selectedRow
    reading.press(KeyScript(open))
    reading.library.rows.insert(late, at: 45)
    reading.library.count()
    reading.send(.libraryChanged)
    reading.press(KeyScript(close))
    #expect(reading.model.selected?.id == selected?.id)
    #expect(reading.selectedRow == row)
    // The first row in sight, and others above the selected one.
    reading.press(KeyScript(open))
    reading.library.rows.removeSubrange(38..<44)
    reading.library.count()
    reading.send(.libraryChanged)
    reading.press(KeyScript(close))
    #expect(reading.model.selected?.id == selected?.id)
    #expect(reading.selectedRow == row)
  }

  @Test func theRowThatTakesTheSelectedOnesPlaceStandsThere() {
    var reading = Reading(FakeLibrary(count: 400))
    reading.press("60*j 5*k")
    let row = reading.selectedRow
    reading.library.rows.removeSubrange(50...55)
    reading.library.count()
    for _ in 0..<2 { reading.send(.libraryChanged) }
    #expect(reading.model.selected?.id == reading.library.rows[50].id)
    #expect(reading.selectedRow == row)
  }

  @Test func hitsThatComeAndGoInSightLeaveTheSelectedOneWhereItStands() {
    var library = FakeLibrary(count: 400)
    let late = library.rows.remove(at: 45)
    library.count()
    var reading = Reading(library)
    reading.press("/")
    reading.type("headline")
    reading.press("Enter 30*j 5*k Enter")
    let selected = reading.model.selected
    reading.press("q")
    let row = reading.selectedRow
    for isThere in [true, false] {
      reading.press("Enter")
      if isThere {
        reading.library.rows.insert(late, at: 45)
      } else {
        reading.library.rows.removeSubrange(27..<46)
      }
      reading.library.count()
      reading.send(.libraryChanged)
      reading.press("q")
      #expect(reading.model.selected?.id == selected?.id)
      #expect(reading.selectedRow == row)
    }
  }

  @Test func untilAKeyIsUsedTheNewestStandsOnTop() {
    var reading = Reading(FakeLibrary(count: 10))
    reading.library = FakeLibrary(count: 40)
    reading.send(.libraryChanged)
    #expect(reading.model.selected?.rank == reading.library.rows.first?.rank)
    #expect(reading.model.place == reading.place(1, of: 40))
  }

  @Test func ifTheRowWentTheNextOneHasTheCursor() {
    var reading = Reading(FakeLibrary(count: 10))
    reading.press("j j j")
    reading.library.rows.remove(at: 3)
    reading.library.count()
    let next = reading.library.rows[3].id
    reading.send(.libraryChanged)
    #expect(reading.model.selected?.id == next)
    reading.press("G")
    reading.library.rows.removeLast(2)
    reading.library.count()
    reading.send(.libraryChanged)
    #expect(reading.model.selected?.id == reading.library.rows.last?.id)
  }

  @Test func anAnswerThatComesTooLateIsDropped() {
    var reading = Reading(FakeLibrary(count: 10))
    reading.press("j")
    reading.send(.placed(Ticket(99), place: 7, count: 9))
    #expect(reading.model.place == reading.place(2, of: 10))
    reading.send(.scanned(Ticket(99), new: 5, changed: 0, problems: 0))
    #expect(reading.model.notice == nil)
  }

  @Test func anAnswerForAnotherListIsDropped() {
    var reading = Reading(FakeLibrary(count: 10))
    let other = Shelf(sources: [SourceID(rawValue: 3)])
    let standing = Standing(tally: Tally(), change: ChangeNumber(rawValue: 1))
    reading.send(.window(HeadlineWindow(), of: other, standing))
    #expect(reading.model.window.rows.count == 10)
  }
}

extension Reading {
  /// On which row of the screen the selected headline stands.
  var selectedRow: Int? {
    var reading = self
    let screen = reading.screen()
    return (0..<screen.size.rows).first { row in
      [.selectedRead, .selectedUnread].contains(screen[row, 0].style)
    }
  }

  /// The cursor's place, counted by hand.
  var truePlace: ListPlace {
    let shown = library.shown(on: model.shelf)
    guard let rank = model.selected?.rank else { return ListPlace(number: nil, count: 0) }
    return ListPlace(number: shown.firstIndex(notAbove: rank) + 1, count: shown.count)
  }
}
