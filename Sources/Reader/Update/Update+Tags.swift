import Display
import News
import Words

extension Model {
  /// Asks for the tags of the article in front, to change them.
  func askForTags() -> [Effect] {
    guard let headline = page?.headline ?? selected else { return [] }
    return [.ask(.tags(of: headline.id))]
  }

  /// Opens the line in which tags are typed.
  mutating func openTags(of id: ArticleID, own: [String], known: [String]) {
    guard (page?.headline ?? selected)?.id == id else { return }
    tagPrompt = TagPrompt(id, own: own, known: known)
  }

  /// Does what a key means while tags are typed.
  mutating func pressInTags(_ key: Key) -> [Effect] {
    guard var prompt = tagPrompt else { return [] }
    let outcome = prompt.press(key, reading: look.interfaceDirection)
    tagPrompt = prompt
    switch outcome {
    case .edited, .ignored: return []
    case .cancelled:
      tagPrompt = nil
      return []
    case .accepted:
      tagPrompt = nil
      let marks = TagText.marks(in: prompt.line.text)
      return marks.isEmpty ? [] : mark(prompt.id, marks)
    }
  }
}
