import Display
import News
import TextLayout
import Words

/// The bar on top: what is shown, how many are unread, where one is, and a running scan.
struct TopBar {
  static func draw(
    _ model: Model, on screen: inout Screen, _ texts: inout BarTexts,
    _ typesetter: inout Typesetter
  ) {
    var bar = Bar(row: 0, style: .bar, model.look, on: &screen)
    let language = model.look.language
    if let place = model.placeWords {
      bar.sayAtEnd(place, on: &screen, &texts, &typesetter)
    }
    if model.front == .page, let percent = model.page?.percent(rows: model.bodyRows) {
      bar.sayAtEnd(language.text(.percent(percent)), on: &screen, &texts, &typesetter)
    }
    if let page = model.page, model.front == .page {
      if page.isOutdated {
        let sign = language.text(.newText(reload: Command.reload.keyName))
        bar.sayAtEnd(sign, on: &screen, &texts, &typesetter)
      }
      if page.headline.isUnread {
        bar.say("●", on: &screen, &texts, &typesetter)
        bar.joinNext()
      }
      if page.headline.isStarred {
        bar.say("★", on: &screen, &texts, &typesetter)
        bar.joinNext()
      }
      if page.isScrolled {
        let direction = ParagraphDirection(
          of: page.article.title, stated: nil, in: page.article.statedDirection)
        bar.say(page.article.title, leaving: 0, direction, on: &screen, &texts, &typesetter)
        return
      }
    }
    if let search = model.search, let finding = search.finding, model.saysSearchAbove {
      say(search, finding, &bar, language, on: &screen, &texts, &typesetter)
      if model.front == .list {
        sayMore(of: search, finding, &bar, language, on: &screen, &texts, &typesetter)
      }
      return
    }
    let counts = model.standing.map { language.text(.unreadCount($0.tally.unread)) }
    let room = bar.room(on: screen)
    let needed = counts.map { texts.columns(of: $0, model.look.words, &typesetter) + Bar.gap } ?? 0
    let taken = needed < room ? needed : 0
    if model.shelf.kind == .all, let path = model.name?.withoutBidiControls {
      bar.say(path, leaving: taken, cutAt: .middle, .automatic, on: &screen, &texts, &typesetter)
    } else {
      bar.say(model.shelfWords, leaving: taken, on: &screen, &texts, &typesetter)
    }
    if let counts { bar.say(counts, on: &screen, &texts, &typesetter) }
    if model.shelf.isUnreadOnly {
      bar.say(language.text(.unreadOnly), on: &screen, &texts, &typesetter)
    }
    if let scan = model.shownScan, !model.scanIsSaidBelow {
      bar.say(language.text(scan.words), on: &screen, &texts, &typesetter)
    }
  }

  /// Says what is looked for, and how much of it was found.
  private static func say(
    _ search: Search, _ finding: Finding, _ bar: inout Bar, _ language: Language,
    on screen: inout Screen, _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    let count = finding.ranks.count
    let isWhole = finding.isWhole && finding.indexed == nil
    let hits = language.text(isWhole ? .hits(count) : .hitsSoFar(count))
    let room = bar.room(on: screen)
    let needed = texts.columns(of: hits, bar.look.words, &typesetter) + Bar.gap
    let question = (search.asked?.text ?? "").withoutBidiControls
    bar.say(
      question, leaving: needed < room ? needed : 0, .automatic, on: &screen, &texts, &typesetter)
    bar.say(hits, on: &screen, &texts, &typesetter)
  }

  /// Says how much is searched yet, and in which order hits come.
  private static func sayMore(
    of search: Search, _ finding: Finding, _ bar: inout Bar, _ language: Language,
    on screen: inout Screen, _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    if let indexed = finding.indexed {
      bar.say(language.text(indexed.words), on: &screen, &texts, &typesetter)
    }
    bar.say(
      language.text(search.order == .newest ? .newestFirst : .bestFirst), on: &screen, &texts,
      &typesetter)
  }
}

extension Indexed {
  /// How far the index is.
  var words: Phrase { .indexedSoFar(articles, of: all) }
}

extension RunningScan {
  /// How far the scan has come.
  var words: Phrase {
    megabytes.map { .reading(articles: articles, megabytes: $0) }
      ?? .scanning(files: files, articles: articles, percent: percent)
  }
}

extension Model {
  /// Whether the bar at the bottom tells of the scan, since the one on top is too narrow for a large
  /// one's numbers beside its own, or tells of a search.
  var scanIsSaidBelow: Bool {
    size.columns < 104 || saysSearchAbove
  }

  /// Whether the bar on top tells of a search: over its hits, and over a page that was opened from them.
  fileprivate var saysSearchAbove: Bool { front != .help && showsHits }

  /// What the list shows where it is not one path.
  fileprivate var shelfWords: String {
    switch shelf.kind {
    case .starred: return look.language.text(.starredList)
    case .history: return look.language.text(.historyList)
    case .all: break
    }
    let count = shelf.sources.count
    return look.language.text(count > 1 ? .sources(count) : .allNews)
  }

  /// The place in the list, such as 12/340; nil until it is counted.
  fileprivate var placeWords: String? {
    guard let number = place.number, let count = place.count, count > 0 else { return nil }
    return look.language.text(.place(number, of: count))
  }
}

extension Page {
  /// Whether the top of the page is out of sight.
  fileprivate var isScrolled: Bool { place != .start }
}
