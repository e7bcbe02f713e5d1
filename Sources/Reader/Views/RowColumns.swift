public import Display

/// Where the fields of a row stand, for one width; counted from the reading edge of the list.
public struct RowColumns: Hashable, Sendable {
  /// How many columns a row has.
  let width: Int
  /// Which way the list reads.
  let reading: Direction
  /// Columns for the id; 0 leaves it out.
  let id: Int
  /// Columns for the name of who published it; 0 leaves it out.
  let source: Int
  /// Columns for the date; 0 leaves it out.
  let date: Int

  /// Columns for the sign of the unread, its gap included.
  static let sign = 2
  /// Columns between two fields.
  static let gap = 2

  /// The fields of rows `width` columns wide; narrow rows leave out the source, then the date.
  public init(width: Int, reading: Direction, showsID: Bool = false) {
    self.width = width
    self.reading = reading
    // An id of a million articles; a name as the row allows; the longest date that a list says in
    // any language (14), or what RFC 3339 needs for a day (10).
    id = showsID ? 7 : 0
    source = width < 60 ? 0 : min(20, 4 + width / 8)
    date = width < 36 ? 0 : (width < 60 ? 10 : 14)
  }

  /// Columns for the headline: what the others leave.
  var title: Int {
    width - Self.sign - [id, source, date].reduce(0) { $0 + ($1 == 0 ? 0 : $1 + Self.gap) }
  }
}
