/// Articles that wait until their file shows which of two small numbers is the day, each with the
/// dates it has by either answer.
///
/// One date that has its day first settles it: then the day is first wherever it can be. What shows
/// that the month is first counts when nothing in the file says otherwise, so that waits for the end.
struct HeldArticles {
  /// The most articles that wait; then what was shown so far counts.
  static let most = 1000
  /// The most text of articles that wait, in bytes.
  static let mostText = 8 << 20

  /// A date of an article by either answer.
  struct Choice {
    var member: WritableKeyPath<Article, ArticleDate?>
    var mark: DayOrders.Mark
    var dayFirst: ArticleDate
    var monthFirst: ArticleDate
  }

  private struct Held {
    var article: Article
    var choices: [Choice]
    var place: Int
  }

  private var held: [Held] = []
  private var text = 0
  /// The answers; none for what is waited for.
  private(set) var orders: [DayOrders.Mark: DayOrder] = [:]
  /// What dates showed that nothing has settled yet.
  private var shown: [DayOrders.Mark: DayOrder] = [:]
  /// Whether an answer was not in the file.
  private(set) var hasGuessed = false
  /// How many have been handed on of those that wait.
  private var handedOn = 0

  /// Whether any article waits or is to be handed on.
  var isEmpty: Bool { held.isEmpty }

  /// What the file has shown so far of the days between a mark's numbers.
  func order(_ mark: DayOrders.Mark) -> DayOrder? { orders[mark] ?? shown[mark] }

  /// Takes an article whose element has so many bytes of text.
  mutating func hold(_ article: Article, _ choices: [Choice], place: Int, text: Int) {
    held.append(Held(article: article, choices: choices, place: place))
    self.text += text
    if held.count >= Self.most || self.text >= Self.mostText { settle() }
  }

  /// Takes notice of a date that can be meant in one way only.
  mutating func note(_ order: DayOrder, _ mark: DayOrders.Mark) {
    if order == .dayFirst { orders[mark] = order } else { shown[mark] = order }
  }

  /// Settles what the days between a mark's numbers are.
  mutating func settle(_ order: DayOrder, _ mark: DayOrders.Mark) { orders[mark] = order }

  /// Ends the waiting.
  mutating func settle() {
    for mark in Set(held.flatMap { $0.choices.map(\.mark) }) where orders[mark] == nil {
      if shown[mark] == nil { hasGuessed = true }
      orders[mark] = shown[mark] ?? .dayFirst
    }
  }

  /// The next article that need wait no more.
  mutating func next() -> (article: Article, place: Int)? {
    guard handedOn < held.count else { return nil }
    var next = held[handedOn]
    for choice in next.choices {
      guard let order = orders[choice.mark] else { return nil }
      next.article[keyPath: choice.member] =
        order == .dayFirst ? choice.dayFirst : choice.monthFirst
      if choice.member == \Article.date, next.article.isKnownByDate {
        next.article.otherDate = order == .dayFirst ? choice.monthFirst : choice.dayFirst
      }
    }
    handedOn += 1
    if handedOn == held.count { (held, handedOn, text) = ([], 0, 0) }
    return (next.article, next.place)
  }
}
