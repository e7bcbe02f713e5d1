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
      case .tooLong(let most): .questionTooLong(most)
      }
  }
}
