import Display
import News
import Reader
import TestSupport
import TextLayout
import Testing
import Words

/// A search of the library, from its first letter to the list as it was.
@Suite struct SearchTests {
  /// The texts that a style marks on a screen, from the top down, each as it stands there.
  static func marked(_ style: Style, on screen: Screen) -> [String] {
    var found: [String] = []
    for row in 1..<screen.size.rows - 1 {
      var text = String.UnicodeScalarView()
      for cell in screen.row(row).cells + [.blank()] {
        if cell.style == style, let scalar = Unicode.Scalar(cell.base) {
          if cell.columns > 0 { text.append(scalar) }
        } else if !text.isEmpty {
          found.append(String(text))
          text = String.UnicodeScalarView()
        }
      }
    }
    return found
  }

  @Test func hitsAreShownWhileTheQuestionIsTyped() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("/")
    #expect(reading.model.window.rows.count == 7)
    reading.type("sea")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [2])
    let screen = reading.screen()
    #expect(screen.text(row: 0).contains("sea") && screen.text(row: 0).contains("1 hit"))
    #expect(screen.text(row: 23).contains("Search: sea"))
    // A word that begins so, in the selected row.
    #expect(Self.marked(.selectedMatch, on: screen) == ["seagrass"])
    reading.press("BSpace BSpace BSpace")
    #expect(reading.model.window.rows.count == 7)
  }

  @Test func nextLetterOvertakesTheSearch() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.holdsSearches = true
    reading.press("/ h a")
    let begun = reading.effects.compactMap { effect in
      if case .begin(.search, let ticket) = effect { ticket } else { nil }
    }
    #expect(begun.count == 2)
    #expect(reading.effects.contains(.cancel(begun[0])))
    reading.send(.found(begun[0], [Rank(rawValue: -6)], isWhole: true))
    #expect(reading.model.search?.finding == nil)
    reading.searchHeld()
    #expect(reading.model.window.rows.map(\.id.rawValue) == [2])
  }

  @Test func enterLeavesTheHitsAsTheListAndEscapeTheListAsItWas() {
    var reading = Reading(FakeLibrary(count: 400), columns: 60)
    reading.press("20*j G 30*k")
    let before = reading.screen()
    let selected = reading.model.selected
    reading.press("/")
    reading.type("headline")
    reading.press("Enter")
    #expect(reading.model.selected?.id.rawValue == 1)
    #expect(reading.model.place == reading.place(1, of: 134))
    reading.press("n n J N")
    #expect(reading.model.selected?.title == "Headline 6")
    reading.press("G")
    #expect(reading.model.place == reading.place(134, of: 134))
    #expect(reading.model.selected?.title == "Headline 399")
    reading.press("j")
    #expect(reading.model.notice?.phrase == .atLastArticle)
    reading.press("g PPage Escape")
    #expect(reading.screen() == before)
    #expect(reading.model.selected == selected)
    reading.press("Escape")
    #expect(!reading.effects.contains(.quit))
  }

  @Test(arguments: ["Escape", "q", "h"])
  func nothingLeavesTheProgramWhileASearchIsOn(key: String) {
    for script in ["/", "/ s e a", "/ s e a Enter", "/ x x x Enter"] {
      var reading = Reading(FakeLibrary(Edition.all))
      reading.press(KeyScript(script))
      if reading.model.search?.isTyping == true {
        reading.press("Escape")
      } else {
        reading.press(KeyScript(key))
      }
      #expect(reading.model.search == nil)
      #expect(reading.model.window.rows.count == 7)
      #expect(!reading.effects.contains(.quit))
    }
  }

  @Test func aWindowOfManyHitsIsReadByKey() {
    var reading = Reading(FakeLibrary(count: 3_000))
    reading.press("/")
    reading.type("headline")
    reading.press("Enter")
    for _ in 0..<30 { reading.press("Space") }
    #expect(reading.model.place.number == 30 * 22 + 1)
    #expect(reading.model.selected?.title == "Headline \(3 * 30 * 22)")
    reading.press("G K")
    #expect(reading.model.selected?.title == "Headline 2994")
    #expect(reading.mostRows <= HeadlineWindow.limit)
    // The rows in sight are the hits around the cursor.
    let titles = reading.model.window.rows.map(\.title)
    #expect(titles == titles.indices.map { "Headline \(2997 - 3 * (titles.count - 1 - $0))" })
  }

  @Test func theOrderIsSwitchedAndShown() {
    let rare = Article(title: "harbour harbour harbour", language: "en")
    let often = Article(title: "harbour", language: "en")
    var reading = Reading(FakeLibrary([often, often, rare]))
    reading.press("/ h a r b Enter")
    #expect(reading.screen().text(row: 0).contains("newest first"))
    reading.press("j o")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [3, 1, 2])
    #expect(reading.model.selected?.id.rawValue == 3)
    #expect(reading.screen().text(row: 0).contains("best first"))
    reading.press("j j")
    #expect(reading.model.selected?.id.rawValue == 2)
    reading.press("Tab")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [1, 2, 3])
    // Without a search there is no order to switch.
    reading.press("Escape o")
    #expect(reading.model.notice?.phrase == .unknownKey(help: "?"))
  }

  @Test func questionsThatCannotBeAskedAreASentence() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("/")
    reading.type("after:soon")
    #expect(reading.screen().text(row: 23).contains("after:soon"))
    reading.press("Enter")
    #expect(reading.screen().text(row: 23).contains("Not a date: “soon”"))
    #expect(reading.model.search?.isTyping == true)
    reading.press("C-w")
    #expect(reading.screen().text(row: 23).contains("Search:"))
    for (name, value) in [("before:", "2024-01-31"), ("source:", "word"), ("is:", "unread")] {
      reading.press("C-u")
      reading.type("sea \(name)")
      #expect(reading.model.window.rows.map(\.id.rawValue) == [2])
      reading.press("Enter")
      #expect(reading.screen().text(row: 23).contains("Nothing stands after \(name)"))
      #expect(reading.screen().text(row: 23).contains("\(name)\(value)"))
      #expect(reading.model.search?.isTyping == true)
    }
    reading.press("C-u")
    reading.type("!?")
    reading.press("Enter")
    #expect(reading.screen().text(row: 23).contains("Nothing to look for"))
    reading.press("C-u Enter")
    #expect(reading.model.search == nil)
  }

  @Test func nothingFoundIsSaid() {
    for language in Language.allCases {
      var reading = Reading(FakeLibrary(Edition.all), look: Look(language: language))
      reading.press("/ z z z Enter")
      #expect(reading.model.window.rows.isEmpty)
      let said = reading.screen().text
      #expect(said.contains("zzz"))
      #expect(said.contains(language == .english ? "Nothing was found" : "0"))
      reading.press("j Enter n o m Escape")
      #expect(reading.model.window.rows.count == 7)
    }
  }

  @Test func whatIsMarkedStaysAmongTheHits() {
    var reading = Reading(FakeLibrary(count: 30))
    reading.press("/")
    reading.type("is:unread")
    reading.press("Enter j m")
    #expect(reading.model.window.rows[1].isUnread == false)
    reading.press("j Enter q")
    // A second reader reads one, and the library changes.
    reading.library.rows[9].isUnread = false
    reading.send(.libraryChanged)
    let rows = reading.model.window.rows
    #expect(rows.count == 29)
    #expect(rows.filter { !$0.isUnread }.map(\.id.rawValue) == [2, 3])
    #expect(reading.model.selected?.id.rawValue == 3)
    reading.press("u")
    #expect(reading.model.window.rows[2].isUnread)
  }

  @Test func whatIsNewAmongTheHitsDoesNotMoveTheCursor() {
    for order in [SearchOrder.newest, .best] {
      var reading = Reading(FakeLibrary(count: 400))
      reading.press("/")
      reading.type("headline")
      reading.press("Enter")
      if order == .best { reading.press("o") }
      reading.press("40*j 3*k")
      let selected = reading.model.selected
      let row = reading.screen().text.split(separator: "\n").firstIndex { line in
        line.contains("\(selected?.title ?? "") ")
      }
      let headline = Headline(
        id: ArticleID(rawValue: 9_000), rank: Rank(rawValue: 9_000), title: "Headline of today")
      reading.library.rows.insert(headline, at: 0)
      reading.library.rows.removeAll { $0.id.rawValue == 4 }
      reading.library.count()
      reading.send(.libraryChanged)
      #expect(reading.model.selected == selected)
      let after = reading.screen().text.split(separator: "\n").firstIndex { line in
        line.contains("\(selected?.title ?? "") ")
      }
      #expect(after == row)
      // The hit under the cursor goes: what followed it has it.
      reading.library.rows.removeAll { $0.id == selected?.id }
      reading.send(.libraryChanged)
      #expect(reading.model.selected?.id.rawValue == (selected?.id.rawValue ?? 0) + 3)
    }
  }

  /// Before the reader moved, the first hit is selected; then the cursor stays at its hit.
  @Test(arguments: ["", "j k", "Enter q", "m", "*", "n N", "g"])
  func newFirstHitsAreSelectedUntilTheReaderMoves(keys: String) {
    var reading = Reading(FakeLibrary(count: 60))
    reading.press("/")
    reading.type("headline")
    reading.press("Enter")
    let first = reading.model.selected
    if !keys.isEmpty { reading.press(KeyScript(keys)) }
    for number in 1...2 {
      let headline = Headline(
        id: ArticleID(rawValue: Int64(9_000 + number)), rank: Rank(rawValue: Int64(9_000 + number)),
        title: "Headline of today")
      reading.library.rows.insert(headline, at: 0)
      reading.library.count()
      reading.send(.libraryChanged)
      let isFirst = keys.isEmpty || keys == "g"
      #expect(reading.model.selected?.id == (isFirst ? headline.id : first?.id))
      #expect(reading.model.place == reading.place(isFirst ? 1 : number + 1, of: 20 + number))
    }
    // Another order begins anew.
    reading.press("o o")
    #expect(reading.model.selected?.id.rawValue == 9_002)
  }

  @Test func indexThatIsNotMadeYetIsSaid() throws {
    for language in Language.allCases {
      var reading = Reading(FakeLibrary(Edition.all), look: Look(language: language))
      reading.holdsSearches = true
      reading.press("/ s e a Enter")
      func ticket() throws -> Ticket {
        try #require(
          reading.effects.compactMap { effect in
            if case .begin(.search, let ticket) = effect { ticket } else { nil }
          }.last)
      }
      reading.send(.found(try ticket(), [], isWhole: true, in: Indexed(0, of: 5_000)))
      let said = language.text(.indexedSoFar(0, of: 5_000))
      #expect(reading.screen().text(row: 0).contains("5,000"))
      #expect(reading.screen().text(row: 0).contains(language == .english ? "0+ hits" : "0"))
      #expect(reading.screen().text.split(separator: "5,000").count == 3)
      #expect(said.contains("5,000"))
      if language == .english {
        #expect(reading.screen().text.contains("Nothing was found for “sea” yet"))
      }
      // The index grows, and so do the hits.
      reading.send(.libraryChanged)
      let rank = reading.library.rows[1].rank
      reading.send(.found(try ticket(), [rank], isWhole: true, in: Indexed(4_000, of: 5_000)))
      #expect(reading.screen().text(row: 0).contains("4,000"))
      reading.send(.libraryChanged)
      reading.send(.found(try ticket(), [rank], isWhole: true, in: Indexed(5_000, of: 5_000)))
      #expect(!reading.screen().text.contains("5,000"))
    }
  }

  @Test func aChangeWhileHitsAreLookedForIsLookedForAfterwards() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.holdsSearches = true
    reading.press("/ s e a Enter")
    reading.send(.libraryChanged)
    reading.send(.libraryChanged)
    reading.searchHeld()
    guard
      case .begin(.search, _)? = reading.effects.last(where: { effect in
        if case .begin(.search, _) = effect { true } else { false }
      })
    else { return #expect(Bool(false), "no search followed") }
    reading.searchHeld()
    #expect(reading.model.window.rows.map(\.id.rawValue) == [2])
  }

  @Test func firstHitsAreShownBeforeAllAreKnown() throws {
    var reading = Reading(FakeLibrary(count: 900))
    reading.holdsSearches = true
    reading.press("/ h")
    let ticket = try #require(
      reading.effects.compactMap { effect in
        if case .begin(.search, let ticket) = effect { ticket } else { nil }
      }.last)
    let ranks = reading.library.rows.map(\.rank)
    reading.send(.found(ticket, Array(ranks.prefix(500)), isWhole: false))
    #expect(reading.screen().text(row: 0).contains("500+ hits"))
    reading.send(.found(ticket, ranks, isWhole: true))
    #expect(reading.screen().text(row: 0).contains("900 hits"))
    #expect(reading.model.selected?.rank == ranks[0])
  }

  @Test func failedSearchIsSaid() throws {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.holdsSearches = true
    reading.press("/ s e a")
    let ticket = try #require(
      reading.effects.compactMap { effect in
        if case .begin(.search, let ticket) = effect { ticket } else { nil }
      }.last)
    reading.send(.jobFailed(ticket, .storeBusy))
    #expect(reading.screen().text(row: 23).contains("Could not search"))
    reading.press("s")
    #expect(reading.screen().text(row: 23).contains("Search: seas"))
  }

  @Test func earlierQuestionsComeBack() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("/ s e a Enter Escape / h a r Enter / x Up")
    #expect(reading.model.search?.line.text == "har")
    reading.press("Up Up")
    #expect(reading.model.search?.line.text == "sea")
    #expect(reading.model.window.rows.map(\.id.rawValue) == [2])
    reading.press("Down Down Down")
    #expect(reading.model.search?.line.text == "x")
    reading.press("Escape")
    #expect(reading.model.search == nil)
  }

  @Test func hitsAreOpenedOneAfterTheOther() {
    var reading = Reading(FakeLibrary(count: 700))
    reading.press("/")
    reading.type("headline")
    reading.press("Enter Enter")
    #expect(reading.model.page?.headline.title == "Headline 0")
    reading.press("J J K Space")
    #expect(reading.model.page?.headline.title == "Headline 6")
    for _ in 0..<231 { reading.press("J") }
    #expect(reading.model.page?.headline.title == "Headline 699")
    reading.press("J")
    #expect(reading.model.notice?.phrase == .atLastArticle)
    reading.press("q")
    #expect(reading.model.selected?.title == "Headline 699")
    #expect(reading.model.place == reading.place(234, of: 234))
    #expect(reading.model.search != nil)
  }

  @Test func thePageOfAHitTellsOfTheSearch() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("/ s e a Enter Enter")
    #expect(reading.model.front == .page)
    let bar = reading.screen().text(row: 0)
    #expect(bar.contains("sea") && bar.contains("1 hit") && bar.contains("1/1"))
    #expect(!bar.contains("All news") && !bar.contains("unread"))
    reading.press("q Escape Enter")
    #expect(reading.model.front == .page)
    #expect(reading.screen().text(row: 0).contains("All news"))
  }

  @Test func arabicWordsAreMarkedWhereTheyStand() {
    var reading = Reading(FakeLibrary(Edition.all), rows: 12, columns: 40)
    reading.press("/")
    reading.type("مدينة")
    // The article before it is part of the word that is shown; letters stand joined, from the left.
    let marked = Self.marked(.selectedMatch, on: reading.screen())
    #expect(marked == ["ﺔﻨﻳﺪﻤﻟﺍ"])
    reading.press("Enter Enter")
    #expect(Self.marked(.match, on: reading.screen()).contains("ﺔﻨﻳﺪﻤﻟﺍ"))
  }

  @Test func theCursorOfTheLineStandsWhereTheNextLetterGoes() {
    // In text from the right the next letter goes to the left of the last one.
    for language in Language.allCases {
      var reading = Reading(FakeLibrary(Edition.all), look: Look(language: language))
      reading.press("/")
      reading.type("شبكة")
      func cursor(_ screen: Screen) -> Int? {
        screen.row(23).cells.firstIndex { $0.style == .body }
      }
      let end = cursor(reading.screen())
      reading.press("Home")
      let start = cursor(reading.screen())
      #expect(start.map { s in end.map { s == $0 + 4 } ?? false } ?? false)
      // The arrows go the way they point.
      reading.press("Left")
      #expect(cursor(reading.screen()) == start.map { $0 - 1 })
      reading.press("End Right")
      #expect(cursor(reading.screen()) == end.map { $0 + 1 })
    }
  }
}
