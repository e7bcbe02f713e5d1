import Display
import News
import TextLayout
import Words

/// What stands where a list has no rows: why, and what can be done.
struct EmptyList {
  static func draw(
    _ model: Model, on screen: inout Screen, _ typesetter: inout Typesetter
  ) {
    // Before the first answer nothing is known, and nothing is claimed.
    guard model.standing != nil || model.trouble != nil else { return }
    let width = PageLayout.textWidth(onScreenOf: screen.size.columns)
    let layout = PageLayout(
      blocks(model), width: width, keepsMarks: model.look.keepsMarks, &typesetter)
    // A third of what is free above: the middle would look low.
    let above = max(0, (model.bodyRows - layout.lines.count) / 3)
    layout.draw(row: 1 + above, rows: model.bodyRows, on: &screen)
  }

  private static func blocks(_ model: Model) -> [TextBlock] {
    let language = model.look.language
    func block(_ phrase: Phrase, _ style: Style = .body) -> TextBlock {
      TextBlock(text: language.text(phrase), style: style, direction: language.direction)
    }
    var blocks: [TextBlock] = []
    if let asked = model.search?.asked, model.showsHits {
      if let indexed = model.search?.finding?.indexed {
        blocks.append(block(.nothingFoundYet(asked.text), .heading))
        blocks.append(block(indexed.words))
      } else {
        blocks.append(block(.nothingFound(asked.text), .heading))
      }
      blocks.append(block(.nothingFoundAdvice(back: Key.escape.name)))
      return blocks
    }
    if let trouble = model.trouble { blocks.append(block(trouble, .failure)) }
    if model.shelf.kind == .starred {
      blocks.append(block(.nothingStarred(star: Command.toggleStar.keyName)))
    } else if model.shelf.kind == .history {
      blocks.append(block(.nothingRead))
    } else if model.shelf.isUnreadOnly, model.standing?.tally.all != 0 {
      blocks.append(block(.everythingRead(show: Command.toggleHidden.keyName)))
    } else if let scan = model.scan {
      blocks.append(block(scan.words))
    } else if model.shelf.sources.isEmpty {
      blocks.append(block(.emptyLibrary, .heading))
      blocks.append(block(.emptyLibraryAdvice(command: "khabar PATH")))
    } else {
      let name = model.name ?? language.plainText(.sources(model.shelf.sources.count))
      blocks.append(block(.noNews(in: name), .heading))
      blocks.append(block(.checkAdvice(command: "khabar check \(model.name ?? "PATH")")))
    }
    return blocks
  }
}
