import News

/// Where the reader was in the main list when it went to the starred ones or to the history.
struct MainList: Equatable, Sendable {
  var shelf: Shelf
  var cursor: Rank?
  /// The row of the screen that the cursor had.
  var row: Int?
}
