public import News
public import Words

extension Phrase {
  /// Why a question can't be asked.
  public init(_ fault: SearchFault) {
    self =
      switch fault {
      case .nothing: .questionEmpty
      case .date(let text): .questionDate(text)
      case .state(let text): .questionState(text, known: SearchQuestion.states)
      case .noValue(let name):
        .questionValue(name + ":", example: name + ":" + Self.example(of: name))
      case .tooLong(let most): .questionTooLong(most)
      }
  }

  /// What may stand after a name in a question.
  private static func example(of name: String) -> String {
    switch name {
    case "lang": "ar"
    case "is": "unread"
    case "before", "after": "2024-01-31"
    default: "word"
    }
  }
}
