public import Display

/// A key as a keymap names it: either one key, or the arrow that a reading direction makes of it.
public enum Stroke: Hashable, Sendable {
  /// Just this key.
  case key(Key)
  /// The arrow that goes on: → from left to right, ← from right to left.
  case forward
  /// The arrow that goes back.
  case backward

  /// What is printed on the key, where text is read in `direction`.
  public func name(reading direction: Direction) -> String {
    switch self {
    case .key(let key): key.name
    case .forward: direction == .leftToRight ? "→" : "←"
    case .backward: direction == .leftToRight ? "←" : "→"
    }
  }
}

extension Key {
  /// What is printed on the key, short: `^F`, `PgDn`, `j`.
  var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "^" + String(Character(scalar)).uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .tab: "Tab"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    }
  }
}
