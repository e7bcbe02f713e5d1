import Display
import TextLayout
import Words

/// The line in the bottom bar in which tags are typed, and the tags that are there already.
struct TagLine {
  /// The fewest columns that are left to type in.
  private static let room = 16

  static func draw(
    _ prompt: TagPrompt, _ model: Model, _ row: Int, on screen: inout Screen,
    _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    var bar = Bar(row: row, style: .message, model.look, on: &screen)
    let language = model.look.language
    let label = language.text(.tagPrompt(prompt.own))
    let isWide =
      typesetter.paragraph(label).columns.count + Self.room <= bar.room(on: screen)
    bar.say(
      isWide ? label : language.text(.tagPrompt([])), style: .barKey, on: &screen, &texts,
      &typesetter)
    bar.joinNext()
    bar.type(prompt.line, on: &screen, &typesetter)
  }
}
