import Display

/// A line in which a question is typed; up and down bring back those that were asked before.
public struct QuestionLine: Equatable, Sendable {
  /// What was typed.
  public internal(set) var line = TypedLine()
  /// Which of the earlier questions is in the line; nil where it is a new one.
  private var recalled: Int?
  /// What was typed before an earlier question came back.
  private var new = TypedLine()

  /// The question as it stands.
  public var text: String { line.text }

  /// Does what a key means in the line; `asked` are the earlier questions, the latest last.
  mutating func press(
    _ key: Key, reading direction: Direction, after asked: [String]
  ) -> TypedLine.Outcome {
    switch key {
    case .up: recall((recalled ?? asked.count) - 1, of: asked)
    case .down: recall((recalled ?? asked.count) + 1, of: asked)
    default: return line.press(key, reading: direction)
    }
    return .edited
  }

  private mutating func recall(_ index: Int, of asked: [String]) {
    if recalled == nil { new = line }
    if asked.indices.contains(index) {
      recalled = index
      line = TypedLine(asked[index])
    } else if index >= asked.count, recalled != nil {
      recalled = nil
      line = new
    }
  }
}

extension TypedLine {
  /// A line that was typed to its end.
  fileprivate init(_ text: String) {
    self.init()
    replace(last: 0, with: text)
  }
}
