import Display

/// Which command a key asks for.
struct Keymap: Sendable {
  /// The keys as every command lists its own.
  static let standard = Keymap(Command.allCases)

  private var commands: [Stroke: Command] = [:]

  private init(_ all: [Command]) {
    for command in all {
      for key in command.keys { commands[key] = command }
    }
  }

  /// The command of `key` where text is read in `direction`; nil where it has none.
  func command(for key: Key, reading direction: Direction) -> Command? {
    commands[stroke(of: key, reading: direction)]
  }

  private func stroke(of key: Key, reading direction: Direction) -> Stroke {
    let forward: Key = direction == .rightToLeft ? .left : .right
    let backward: Key = direction == .rightToLeft ? .right : .left
    if key == forward { return .forward }
    return key == backward ? .backward : .key(key)
  }
}
