import Display
import News
import TextLayout
import Words

extension Model {
  /// Does what a key asks for; what the bottom bar said before is over.
  mutating func press(_ key: Key, _ typesetter: inout Typesetter) -> [Effect] {
    notice = nil
    if tagPrompt != nil { return pressInTags(key) }
    if page?.find?.isTyping == true { return pressInFind(key, &typesetter) }
    if search?.isTyping == true { return pressInSearch(key, &typesetter) }
    guard let command = Keymap.standard.command(for: key, reading: readingDirection) else {
      return refuse()
    }
    if command == .quit { return [.quit] }
    if command == .redraw { return [.redraw] }
    switch front {
    case .help: return pressInHelp(command, &typesetter)
    case .page: return pressInPage(command, &typesetter)
    case .list: return pressInList(command)
    }
  }

  /// Opens the help at its top.
  mutating func openHelp() -> [Effect] {
    help = HelpPlace()
    return []
  }

  /// What a key without a meaning in front does: it says so.
  mutating func refuse() -> [Effect] {
    say(.unknownKey(help: Command.help.keyName))
    return []
  }
}
