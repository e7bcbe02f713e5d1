/// What every shape does alike with an article's dates and headline.
extension Article {
  /// Takes the date (and its separate time) and the date of the last change, each the first of
  /// the members named that is there.
  ///
  /// A date that can't be read is kept as it was written; a time that can't be is left out.
  mutating func takeDates(
    from element: borrowing JSONElement, of node: JSONElement.Node? = nil,
    _ dateNames: [StaticString], time timeName: StaticString? = nil,
    modified modifiedNames: [StaticString] = [], under masthead: Masthead, isUTC: Bool = false,
    _ problems: inout [Problem]
  ) {
    let habits = DateHabits(orders: masthead.dayOrders, language: language, isUTC: isUTC)
    let root = node ?? element.root
    if let (value, text) = element.dateText(modifiedNames, of: root, &problems) {
      modified = ArticleDate(reading: text, habits)
      if modified == nil {
        problems.append(element.problem(value, .unreadableDate(PlainText.beginning(of: text))))
      }
    }
    guard let (value, text) = element.dateText(dateNames, of: root, &problems) else { return }
    guard let day = ArticleDate(reading: text, habits) else {
      dateText = text
      problems.append(element.problem(value, .unreadableDate(PlainText.beginning(of: text))))
      return
    }
    date = day
    guard !day.hasTime, let timeName, let value = element.member(timeName, of: root),
      let time = element.line(value, as: timeName, &problems)
    else { return }
    if let exact = ArticleDate(reading: text, time: time, habits) {
      date = exact
    } else {
      problems.append(element.problem(value, .unreadableDate(PlainText.beginning(of: time))))
    }
  }

  /// The article with its headline: the one it has by now, the member of that name, else the
  /// beginning of what it says.
  ///
  /// Nil, and a problem, where the article says nothing at all.
  func entitled(
    by element: borrowing JSONElement, of node: JSONElement.Node? = nil, named name: StaticString,
    isNeeded: Bool = false, _ problems: inout [Problem]
  ) -> Article? {
    guard title.isEmpty else { return self }
    var article = self
    let root = node ?? element.root
    let hasMember = element.member(name, of: root) != nil
    if let title = element.line(name, of: root, &problems) {
      article.title = title
      return article
    }
    let words = [summary ?? ""] + body.map(\.text) + [image?.caption ?? "", url ?? ""]
    guard let first = words.lazy.map({ PlainText.beginning(of: $0) }).first(where: { !$0.isEmpty })
    else {
      problems.append(element.problem(root, .dropped(missing: "\(name)")))
      return nil
    }
    article.title = first
    if isNeeded, !hasMember {
      problems.append(element.problem(root, .missing(member: "\(name)")))
    }
    return article
  }
}
