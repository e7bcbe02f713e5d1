import Display
import News
import Reader
import TestSupport
import Testing
import Words

/// An article that becomes another while its page is open.
@Suite struct PageVersionTests {
  private let changed = Phrase.articleChanged(reload: "R")

  /// A reader some screens down a long page.
  private func reading(rows: Int = 24, columns: Int = 80, _ look: Look = Look()) -> Reading {
    var reading = Reading(
      FakeLibrary([Edition.long(paragraphs: 40), Edition.undated]), rows: rows, columns: columns,
      look: look)
    reading.press("Enter Space Space")
    return reading
  }

  private func rewrite(_ reading: inout Reading, _ change: (inout Article) -> Void) {
    let id = reading.library.rows[0].id
    var article = reading.library.articles[id] ?? Article(title: "")
    change(&article)
    reading.library.articles[id] = article
    reading.library.rows[0].revision += 1
    reading.send(.libraryChanged)
  }

  @Test(arguments: Language.allCases, [(24, 80), (12, 40), (60, 200)])
  func changedTextIsSaidAndShownFromTheSamePlace(language: Language, size: (Int, Int)) {
    var reading = reading(rows: size.0, columns: size.1, Look(language: language))
    let line = reading.screen().text(row: 1)
    let sign = language.plainText(.newText(reload: "R"))
    #expect(!reading.screen().text(row: 0).contains("R"))
    rewrite(&reading) { article in
      article.body.insert(Block(.paragraph, "سطر جديد."), at: 0)
      article.body[11].text = "غير ذلك."
    }
    #expect(reading.model.notice?.phrase == changed)
    #expect(reading.screen().text(row: 1) == line)
    reading.press("j k")
    #expect(reading.model.notice == nil)
    #expect(reading.screen().text(row: 0).contains("R"))
    if language == .english { #expect(reading.screen().text(row: 0).contains(sign)) }
    // No more than once.
    reading.send(.libraryChanged)
    #expect(reading.model.notice == nil)
    reading.press("R")
    #expect(reading.screen().text(row: 1) == line)
    #expect(!reading.screen().text(row: 0).contains("R"))
    #expect(reading.model.page?.article.body.count == 41)
    reading.press("R")
    #expect(reading.model.notice?.phrase == .articleUnchanged)
  }

  @Test func endOfAScanTellsOfAChangedText() {
    var reading = reading()
    reading.send(.filesChanged)
    guard case .begin(.scan, let ticket)? = reading.lastEffects.first else {
      Issue.record("no scan was begun")
      return
    }
    reading.library.articles[reading.library.rows[0].id]?.title = "عنوان آخر"
    reading.library.rows[0].revision += 1
    reading.send(.libraryChanged)
    reading.send(.scanned(ticket, new: 0, changed: 1, problems: 0))
    #expect(reading.model.notice?.phrase == changed)
    #expect(reading.model.page?.isOutdated == true)
    reading.press("q Enter")
    #expect(reading.model.page?.article.title == "عنوان آخر")
    #expect(reading.model.page?.isOutdated == false)
  }

  @Test func whatAReaderDoesNotReadIsNoChange() {
    var reading = reading()
    let line = reading.screen().text(row: 1)
    rewrite(&reading) { article in
      article.counters = Counters(likes: 7)
      article.alsoIn = ["B"]
    }
    #expect(reading.model.page?.isOutdated == false)
    #expect(reading.model.notice == nil)
    // It is shown without a word, and moves nothing.
    #expect(reading.model.page?.article.alsoIn == ["B"])
    #expect(reading.screen().text(row: 1) == line)
    rewrite(&reading) { $0.kicker = "عاجل" }
    #expect(reading.model.page?.isOutdated == true)
    rewrite(&reading) { $0.kicker = nil }
    #expect(reading.model.page?.isOutdated == false)
  }

  @Test func paragraphThatWentLeavesTheReaderBelowTheOneBefore() throws {
    var reading = reading()
    let place = try #require(reading.model.page?.place)
    rewrite(&reading) { article in
      article.body.removeSubrange(0..<2)
      for index in article.body.indices.dropFirst(2) { article.body[index].text += " زيادة" }
    }
    reading.press("R")
    #expect(reading.model.page?.place.block == place.block - 2)
  }

  @Test func searchOfThePageGoesOnInTheNewText() {
    var reading = reading()
    reading.press("/")
    reading.type("الفقرة")
    reading.press("Enter n")
    let current = reading.model.page?.find?.current
    rewrite(&reading) { $0.counters = Counters(likes: 7) }
    #expect(reading.model.page?.find?.current == current)
    rewrite(&reading) { $0.body.removeLast(5) }
    reading.press("R")
    #expect(reading.model.page?.find?.matches.count == 35)
    reading.press("n")
    #expect(reading.model.page?.find?.current != nil)
  }

  @Test func pageOfAnArticleThatIsGoneSaysSoOnceAndLeavesOtherWords() {
    var reading = reading()
    reading.library.rows.removeFirst()
    reading.library.count()
    reading.send(.libraryChanged)
    #expect(reading.model.notice?.phrase == .articleGone)
    #expect(reading.model.page?.headline.id.rawValue == 1)
    reading.send(.news(.indexRenewed))
    reading.send(.libraryChanged)
    #expect(reading.model.notice?.phrase == .indexRenewed)
    reading.press("*")
    #expect(reading.model.notice?.phrase == .articleGone)
    reading.press("q")
    #expect(reading.model.selected?.id.rawValue == 2)
  }

  @Test func theKeyForAPagesTextScansInTheList() {
    var reading = Reading(FakeLibrary(count: 5))
    reading.press("R")
    guard case .begin(.scan, _)? = reading.lastEffects.first else {
      Issue.record("no scan was begun")
      return
    }
  }

  // MARK: Joined to another

  private let former = ArticleID(rawValue: 2)
  private let heir = ArticleID(rawValue: 5)

  private func join(_ reading: inout Reading) {
    reading.library.rows.removeAll { $0.id == former }
    reading.library.heirs[former] = heir
    reading.library.count()
  }

  private func isStarred(_ reading: Reading) -> Bool? {
    reading.library.rows.first { $0.id == heir }?.isStarred
  }

  @Test func pageOfAJoinedArticleGoesOnAsTheOneThatItBecame() {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("j Enter")
    join(&reading)
    reading.send(.libraryChanged)
    #expect(reading.model.page?.headline.id == heir)
    #expect(reading.model.page?.article == Edition.english)
    #expect(reading.model.page?.isOutdated == true)
    reading.press("*")
    #expect(isStarred(reading) == true)
    #expect(reading.model.page?.headline.isStarred == true)
    reading.press("q")
    #expect(reading.model.selected?.id == heir)
    #expect(reading.model.place == reading.truePlace)
  }

  @Test(arguments: ["Enter", ""])
  func markOfAJoinedArticleGoesToTheOneThatItBecame(open: String) {
    var reading = Reading(FakeLibrary(Edition.all))
    reading.press("j")
    reading.press(KeyScript(open))
    join(&reading)
    reading.press("*")
    #expect(isStarred(reading) == true)
    #expect(reading.model.notice == nil)
    #expect((reading.model.page?.headline ?? reading.model.selected)?.isStarred == true)
    reading.press("*")
    #expect(isStarred(reading) == false)
    #expect(reading.model.notice == nil)
  }

  @Test func hitWhoseArticleWasJoinedIsTheOneThatItBecame() {
    let other = Article(title: "harbour", language: "en")
    var reading = Reading(FakeLibrary([other, other, other, other, other]))
    reading.press("/ h a r b Enter j Enter")
    join(&reading)
    reading.send(.libraryChanged)
    #expect(reading.model.page?.headline.id == heir)
    reading.press("q")
    #expect(reading.model.selected?.id == heir)
    #expect(reading.model.place == reading.place(4, of: 4))
  }

  @Test func pageGoesAlongWithItsArticleToAnotherDate() {
    var reading = Reading(FakeLibrary(count: 400))
    reading.press("60*j Enter")
    let row = reading.library.rows.remove(at: 60)
    reading.library.rows.insert(row, at: 30)
    for index in 30...60 { reading.library.rows[index].rank = Rank(rawValue: Int64(400 - index)) }
    reading.send(.libraryChanged)
    #expect(reading.model.page?.headline.id == row.id)
    reading.press("q")
    #expect(reading.model.selected?.id == row.id)
    #expect(reading.model.place == reading.truePlace)
    reading.press("j Enter K")
    #expect(reading.model.page?.headline.id == row.id)
  }
}
