/// Articles that wait until their file shows which of two small numbers is the day, each as it is
/// by either answer.
struct HeldArticles {
  /// The most articles that wait; then the day is first.
  static let most = 1000
  /// The most text of articles that wait, in bytes.
  static let mostText = 8 << 20

  private struct Held {
    var dayFirst: Article
    var monthFirst: Article
    var place: Int
  }

  private var held: [Held] = []
  private var text = 0
  /// The answer; nil while it is waited for.
  private(set) var order: DayOrder?
  /// Whether the answer was not in the file.
  private(set) var hasGuessed = false
  /// How many have been handed on since there is an answer.
  private var handedOn = 0

  /// Whether any article waits or is to be handed on.
  var isEmpty: Bool { held.isEmpty }

  /// Takes an article whose element has so many bytes of text.
  mutating func hold(_ dayFirst: Article, _ monthFirst: Article, place: Int, text: Int) {
    held.append(Held(dayFirst: dayFirst, monthFirst: monthFirst, place: place))
    self.text += text
    if held.count >= Self.most || self.text >= Self.mostText {
      settle(order ?? .dayFirst, isGuess: order == nil)
    }
  }

  /// Ends the waiting.
  mutating func settle(_ order: DayOrder, isGuess: Bool = false) {
    self.order = order
    hasGuessed = hasGuessed || isGuess
  }

  /// The next article that need wait no more.
  mutating func next() -> (article: Article, place: Int)? {
    guard let order, handedOn < held.count else { return nil }
    let next = held[handedOn]
    handedOn += 1
    if handedOn == held.count { (held, handedOn, text) = ([], 0, 0) }
    return (order == .dayFirst ? next.dayFirst : next.monthFirst, next.place)
  }
}
