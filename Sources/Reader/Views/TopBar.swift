import Display
import News
import TextLayout
import Words

/// The bar on top: what is shown, how many are unread, where one is, and a running scan.
struct TopBar {
  static func draw(_ model: Model, on screen: inout Screen, _ typesetter: inout Typesetter) {
    var bar = Bar(row: 0, style: .bar, model.look, on: &screen)
    let language = model.look.language
    if let place = model.placeWords {
      bar.sayAtEnd(place, on: &screen, &typesetter)
    }
    if model.front == .page, let percent = model.page?.percent(rows: model.bodyRows) {
      bar.sayAtEnd(language.text(.percent(percent)), on: &screen, &typesetter)
    }
    if let page = model.page, model.front == .page {
      if page.headline.isUnread {
        bar.say("●", on: &screen, &typesetter)
        bar.joinNext()
      }
      if page.isScrolled {
        let direction = ParagraphDirection(
          of: page.article.title, stated: nil, in: page.article.statedDirection)
        bar.say(page.article.title, mayBeCut: true, direction, on: &screen, &typesetter)
        return
      }
    }
    let direction: ParagraphDirection? = model.name == nil ? nil : .automatic
    bar.say(
      model.name ?? language.text(.allNews), mayBeCut: true, direction, on: &screen, &typesetter)
    if let unread = model.standing?.tally.unread {
      bar.say(language.text(.unreadCount(unread)), on: &screen, &typesetter)
    }
    if model.shelf.isUnreadOnly {
      bar.say(language.text(.unreadOnly), on: &screen, &typesetter)
    }
    if let scan = model.scan {
      let progress = Phrase.scanning(files: scan.files, articles: scan.articles)
      bar.say(language.text(progress), on: &screen, &typesetter)
    }
  }
}

extension Model {
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
