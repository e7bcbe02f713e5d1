import Display
import News
import TextLayout
import Words

extension Model {
  /// Does what a key asks for; what the bottom bar said before is over.
  mutating func press(_ key: Key, _ typesetter: inout Typesetter) -> [Effect] {
    notice = nil
    guard let command = Keymap.standard.command(for: key, reading: readingDirection) else {
      say(.unknownKey(help: Command.help.keyName))
      return []
    }
    switch command {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    default: break
    }
    switch front {
    case .help: return pressInHelp(command, &typesetter)
    case .page: return pressInPage(command, &typesetter)
    case .list: return pressInList(command)
    }
  }

  /// What a command does in the list and on a page alike; nil where it has no meaning there.
  mutating func pressAnywhere(_ command: Command) -> [Effect]? {
    switch command {
    case .help:
      help = HelpPlace()
      return []
    case .undo: return [.write(.undo)]
    case .rescan: return beginScan(isAskedFor: true)
    case .toggleRead: return toggleRead()
    default: return nil
    }
  }

  /// What a command without a meaning in front does: it says so.
  mutating func refuse() -> [Effect] {
    say(.unknownKey(help: Command.help.keyName))
    return []
  }
}
