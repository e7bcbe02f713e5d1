/// Why a question can't be asked.
public enum SearchFault: Error, Equatable, Sendable {
  /// There is nothing in it to look for: no letter and no digit.
  case nothing
  /// What stands after `before:` or `after:` is no date.
  case date(String)
  /// What stands after `is:` is none of `SearchQuestion.states`.
  case state(String)
  /// Nothing to look for stands after a name and its colon; the name, such as `before`.
  case noValue(String)
  /// It has more words than this.
  case tooLong(Int)
}
