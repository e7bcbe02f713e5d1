import News

/// Where the reader was in the main list when it went to the starred ones or to the history.
struct MainList: Equatable, Sendable {
  var shelf: Shelf
  var cursor: Rank?
  var top: Rank?
}
