import Display

/// A line that is being typed, and where in it the next character goes.
public struct TypedLine: Equatable, Sendable {
  /// What a key did to a line.
  enum Outcome: Equatable {
    /// The text, or the place in it, is another now.
    case edited
    case accepted, cancelled
    /// The key has no meaning in a line.
    case ignored
  }

  /// The most characters that a line takes; more is held down, not meant.
  static let limit = 500

  /// The text.
  public private(set) var text = ""
  /// How many characters stand before the place where the next one goes.
  public private(set) var cursor = 0

  /// What stands before the cursor.
  var before: String { String(text.prefix(cursor)) }

  /// Replaces so many characters before the cursor.
  mutating func replace(last count: Int, with new: String) {
    let kept = before.dropLast(count)
    let start = String(kept) + new
    text = start + String(text.dropFirst(cursor))
    cursor = start.count
  }

  /// Does what a key means in a line. The arrows go the way they point in a text that is read in
  /// `direction`.
  mutating func press(_ key: Key, reading direction: Direction) -> Outcome {
    switch key {
    case .character(let scalar):
      if text.count < Self.limit { insert(scalar) }
    case .enter: return .accepted
    case .escape, .control("g"): return .cancelled
    case .backspace, .control("h"): replace(last: min(1, cursor), with: "")
    case .delete, .control("d"):
      if cursor < text.count {
        cursor += 1
        replace(last: 1, with: "")
      }
    case .left, .right:
      let isForward = (key == .right) == (direction == .leftToRight)
      move(to: cursor + (isForward ? 1 : -1))
    case .control("f"): move(to: cursor + 1)
    case .control("b"): move(to: cursor - 1)
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: text.count)
    case .control("u"): replace(last: cursor, with: "")
    case .control("k"): text = before
    case .control("w"): replace(last: lastWord, with: "")
    case .tab, .up, .down, .pageUp, .pageDown, .insert, .control, .function: return .ignored
    }
    return .edited
  }
}

extension TypedLine {
  private mutating func move(to place: Int) { cursor = min(max(place, 0), text.count) }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    // A mark joins the character before it, so the count is taken anew.
    var start = before
    start.unicodeScalars.append(scalar)
    let rest = text.dropFirst(cursor)
    text = start + rest
    cursor = start.count
  }

  /// How many characters the word before the cursor has, the spaces after it included.
  private var lastWord: Int {
    let spaces = before.reversed().prefix { $0.isWhitespace }.count
    return spaces + before.dropLast(spaces).reversed().prefix { !$0.isWhitespace }.count
  }
}
