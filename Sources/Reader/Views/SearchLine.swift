import Display
import News
import TextLayout
import Words

/// The line in the bottom bar in which a search is typed, of the library or of a page.
struct SearchLine {
  /// The fewest columns that are left to type in.
  private static let room = 12

  static func draw(
    _ search: Search, _ model: Model, _ row: Int, on screen: inout Screen,
    _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    // The bar on top says the same once there are hits.
    let order: Phrase = search.order == .newest ? .newestFirst : .bestFirst
    draw(
      search.line, .searchPrompt, search.finding == nil ? order : nil, model, row, on: &screen,
      &texts, &typesetter)
  }

  static func draw(
    _ find: PageFind, _ model: Model, _ row: Int, on screen: inout Screen,
    _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    let count = find.matches.count
    let found: Phrase? =
      find.matcher == nil ? nil : find.current.map { .match($0 + 1, of: count) } ?? .noMatch
    draw(find.line, .findPrompt, found, model, row, on: &screen, &texts, &typesetter)
  }

  private static func draw(
    _ line: QuestionLine, _ label: Phrase, _ end: Phrase?, _ model: Model, _ row: Int,
    on screen: inout Screen, _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    var bar = Bar(row: row, style: .message, model.look, on: &screen)
    let language = model.look.language
    func needed(
      _ text: String, _ texts: inout BarTexts, _ typesetter: inout Typesetter
    ) -> Int {
      texts.columns(of: text, model.look.words, &typesetter) + Bar.gap
    }
    let label = language.text(label)
    let typed = max(Self.room, needed(line.text, &texts, &typesetter))
    if needed(label, &texts, &typesetter) + Self.room <= bar.room(on: screen) {
      bar.say(label, style: .barKey, on: &screen, &texts, &typesetter)
    } else {
      bar.say("/", .leftToRight, style: .barKey, on: &screen, &texts, &typesetter)
    }
    bar.joinNext()
    if let end = end.map({ language.text($0) }),
      needed(end, &texts, &typesetter) + typed <= bar.room(on: screen)
    {
      bar.sayAtEnd(end, on: &screen, &texts, &typesetter)
    }
    bar.type(line.line, on: &screen, &typesetter)
  }
}
