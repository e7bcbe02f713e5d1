import Display
import News
import Reader
import TestSupport
import TextLayout
import Testing
import Words

@Suite struct LookTests {
  @Test func theListReadsAsMostOfItsHeadlinesDo() {
    let half = Reading(FakeLibrary([Edition.typical, Edition.english]))
    #expect(half.model.listDirection == .leftToRight)
    let more = Reading(FakeLibrary([Edition.typical, Edition.english, Edition.urdu]))
    #expect(more.model.listDirection == .rightToLeft)
  }

  @Test func theListReadsAsTold() {
    let left = Reading(FakeLibrary(Edition.all), look: Look(direction: .leftToRight))
    #expect(left.model.listDirection == .leftToRight)
    let right = Reading(FakeLibrary([Edition.english]), look: Look(direction: .rightToLeft))
    #expect(right.model.listDirection == .rightToLeft)
  }

  @Test(arguments: Language.allCases)
  func anEmptyListReadsAsTheInterface(language: Language) {
    let reading = Reading(FakeLibrary([]), look: Look(language: language))
    let expected: Direction = language.isRightToLeft ? .rightToLeft : .leftToRight
    #expect(reading.model.listDirection == expected)
  }

  @Test func theListDoesNotTurnRoundWhileItIsOpen() {
    var reading = Reading(FakeLibrary([Edition.typical, Edition.urdu]))
    reading.library = FakeLibrary([Edition.english, Edition.english, Edition.english])
    reading.send(.libraryChanged)
    #expect(reading.model.listDirection == .rightToLeft)
  }

  @Test func aLibraryThatFillsForTheFirstTimeDecidesByAllThatCame() {
    var model = Model(size: Size(rows: 24, columns: 80))
    var typesetter = Typesetter()
    func standing(_ all: Int, _ rightToLeft: Int) -> Standing {
      Standing(
        tally: Tally(all: all, unread: all, rightToLeft: rightToLeft),
        change: ChangeNumber(rawValue: 0))
    }
    let rows = FakeLibrary(Edition.all).rows
    _ = update(&model, .started(now: 0), &typesetter)
    for (all, rightToLeft) in [(0, 0), (1, 0), (7, 6)] {
      let window = HeadlineWindow(rows: Array(rows.prefix(all)))
      _ = update(
        &model, .window(window, of: model.shelf, standing(all, rightToLeft)), &typesetter)
    }
    #expect(model.listDirection == .rightToLeft)
    _ = update(&model, .key(.down), &typesetter)
    _ = update(
      &model, .window(HeadlineWindow(rows: rows), of: model.shelf, standing(70, 6)), &typesetter)
    #expect(model.listDirection == .rightToLeft)
  }

  @Test func resizingKeepsThePlaceInTheText() {
    var reading = Reading(FakeLibrary([Edition.long(paragraphs: 30)]))
    reading.press("Enter 3*Space 5*j")
    let place = reading.model.page?.place
    let top = reading.screen().text(row: 1)
    for (rows, columns) in [(24, 41), (12, 40), (60, 200), (7, 20), (4, 10), (24, 80)] {
      reading.resize(rows: rows, columns: columns)
      _ = reading.screen()
      #expect(reading.model.page?.place == place)
    }
    #expect(reading.screen().text(row: 1) == top)
  }

  @Test func theTextOfTheTopLineStaysOnTopAtAnotherWidth() {
    var reading = Reading(FakeLibrary([Edition.long(paragraphs: 30)]))
    reading.press("Enter 4*Space")
    let word = reading.screen().text(row: 1).split(separator: " ").last
    reading.resize(rows: 24, columns: 40)
    let above = reading.screen().text(row: 1)
    #expect(word.map { above.contains($0) } == true)
  }

  @Test func aWarmRowCachePaintsWhatAColdOneDoes() {
    var reading = Reading(FakeLibrary(count: 500))
    reading.library.rows[40].title = "عنوان آخر"
    reading.library.rows[40].revision += 1
    for key in ["Space", "j", "m", "n", "b", "G", "g", "l", "Space", "l"] {
      reading.press(KeyScript(key))
      var cold = RowCache()
      let expected = view(reading.model, &cold, &reading.typesetter)
      let isSame = reading.screen() == expected
      #expect(isSame, "after \(key)")
    }
    reading.resize(rows: 20, columns: 60)
    var cold = RowCache()
    let isSame = reading.screen() == view(reading.model, &cold, &reading.typesetter)
    #expect(isSame)
  }

  @Test(arguments: ["j", "k", "m", "*"])
  func onlyRowsThatLookOtherwiseAreDrawnAnew(key: String) {
    var reading = Reading(FakeLibrary(count: 500))
    reading.press("j 3*j")
    let before = reading.screen()
    reading.press(KeyScript(key))
    let after = reading.screen()
    let drawn = (1..<23).filter { !after.row($0).isShared(with: before.row($0)) }
    #expect(drawn == (1..<23).filter { after.row($0) != before.row($0) })
    #expect(!drawn.isEmpty && drawn.count <= 2)
  }

  @Test(arguments: [("j", 1), ("k", -1)])
  func rowsThatMoveAreNotDrawnAnew(key: String, way: Int) {
    var reading = Reading(FakeLibrary(count: 500))
    reading.press("40*j")
    if way < 0 { reading.press("21*k") }
    let before = reading.screen()
    reading.press(KeyScript(key))
    let after = reading.screen()
    // All but the row that came, and the one that was selected.
    let kept = (1..<23).filter { row in
      (1..<23).contains(row + way) && after.row(row).isShared(with: before.row(row + way))
    }
    #expect(kept.count == 20)
  }

  @Test func aChangedHeadlineIsLaidOutAnew() {
    var reading = Reading(FakeLibrary(Edition.all))
    _ = reading.screen()
    reading.library.rows[0].title = "New words"
    reading.library.rows[0].revision += 1
    reading.send(.libraryChanged)
    #expect(reading.screen().text(row: 1).contains("New words"))
  }

  @Test func todayBecomesYesterday() {
    var reading = Reading(FakeLibrary(Edition.all))
    #expect(reading.screen().text(row: 2).contains("08:00"))
    reading.send(.tick(now: Reading.noon + 86_400))
    #expect(reading.screen().text(row: 2).contains("24 Nov"))
  }

  @Test func noControlReachesACell() {
    let evil = "a\u{1B}[31m\u{202E}ب\u{7}\u{200F}\u{9B}\u{2066}\t\u{0}\u{FEFF}\u{AD}\u{85}\u{2028}z"
    let article = Article(
      title: evil, kicker: evil, dateText: evil, publication: Publication(name: evil),
      authors: [evil], language: "ar", url: evil, dateline: evil,
      body: [
        Block(.paragraph, evil), Block(.heading(level: 1), evil), Block(.quote(by: evil), evil),
        Block(.item(number: 3), evil), Block(.preformatted, evil),
        Block(.figure(Picture(alternative: evil)), evil),
      ], image: Picture(alternative: evil, caption: evil), tags: [evil, evil])
    for (rows, columns) in [(24, 80), (60, 40), (4, 10), (5, 20)] {
      var reading = Reading(
        FakeLibrary([article]), rows: rows, columns: columns, name: evil)
      for keys in ["g", "Enter", "Space", "?"] {
        reading.press(KeyScript(keys))
        reading.send(.problem(.pathNotFound(evil)))
        let screen = reading.screen()
        for cell in (0..<screen.size.rows).flatMap({ screen.row($0).cells }) {
          let scalar = Unicode.Scalar(cell.base)
          let category = scalar?.properties.generalCategory
          #expect(category != .control && category != .format && category != nil)
        }
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 5), (5, 20), (4, 80), (24, 19), (0, 0), (3, 300)])
  func anySizeIsDrawn(rows: Int, columns: Int) {
    var reading = Reading(FakeLibrary(Edition.all), rows: rows, columns: columns)
    for key in ["j", "Enter", "Space", "?", "j", "q", "q", "G"] {
      reading.press(KeyScript(key))
      #expect(reading.screen().size == Size(rows: rows, columns: columns))
    }
  }

  @Test func aRowThatTurnsRoundLeavesItsNeighboursAlone() {
    let article = Article(
      title: "(שלום) 12 – مرحبا 34:", date: Edition.date(24, 60),
      publication: Publication(name: "12 (بي) 3"), language: "he")
    var reading = Reading(FakeLibrary([article, Edition.typical, Edition.hebrew]))
    let spans = reading.screen().row(1).spans
    #expect(spans.count == 4)
    #expect(reading.screen().text(row: 1).hasPrefix("         01:00"))
  }
}
