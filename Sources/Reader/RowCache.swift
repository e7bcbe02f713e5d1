import Display
import News
import TextLayout
import Words

/// The rows that were laid out lately, at most four screens of them, by article and revision; and
/// those that stood on the last screen, as they were drawn.
///
/// It stands beside the model, since nothing depends on it: a warm one paints what a cold one does.
public struct RowCache: Sendable {
  /// How many screens of rows are kept.
  static let screens = 4

  private var look: RowLook?
  private var limit = 0
  private var rows: [Key: HeadlineRow] = [:]
  /// The list on the last screen, from the top.
  private var shown: [Shown] = []
  /// What the bars say.
  var bars = BarTexts()

  /// An empty cache.
  public init() {}

  /// One state of one article's row; whether it is read is painted, not laid out.
  fileprivate struct Key: Hashable {
    var id: ArticleID
    var revision: Int
    var isStarred: Bool
  }

  /// A row as the screen showed it, and all that this depends on.
  fileprivate struct Shown {
    var key: Key
    var isUnread: Bool
    var isSelected: Bool
    var row: Screen.Row
  }

  /// Empties the cache where rows now look different, or where a further screen may not fit.
  mutating func prepare(for look: RowLook, rows screen: Int) {
    limit = Self.screens * max(1, screen)
    guard look == self.look, rows.count <= limit - screen else {
      rows.removeAll(keepingCapacity: true)
      shown = []
      self.look = look
      return
    }
  }

  /// Draws the headlines at `indices` of the model's window from the first row of the list on, where
  /// nothing stands yet.
  ///
  /// A headline that looks as it did on the last screen gets the very row that screen has, wherever
  /// it stood, so that whoever paints sees that nothing changed.
  mutating func draw(
    _ indices: Range<Int>, _ model: Model, selected: Int, on screen: inout Screen,
    _ typesetter: inout Typesetter
  ) {
    let last = shown
    shown.removeAll(keepingCapacity: true)
    // How far the list has moved up since.
    var shift = 0
    for (place, index) in indices.enumerated() {
      // Field by field: a headline is a dozen references to copy.
      let key = Key(
        id: model.window.rows[index].id, revision: model.window.rows[index].revision,
        isStarred: model.window.rows[index].isStarred)
      let isUnread = model.window.rows[index].isUnread
      let isSelected = index == selected
      if !last.has(key, at: place + shift), let found = last.firstIndex(where: { $0.key == key }) {
        shift = found - place
      }
      if last.has(key, at: place + shift), last[place + shift].isUnread == isUnread,
        last[place + shift].isSelected == isSelected
      {
        screen.put(last[place + shift].row, row: place + 1)
      } else {
        row(key, model.window.rows[index], model, &typesetter)
          .draw(isUnread: isUnread, isSelected: isSelected, row: place + 1, on: &screen)
      }
      shown.append(
        Shown(key: key, isUnread: isUnread, isSelected: isSelected, row: screen.row(place + 1)))
    }
  }

  /// The row of a headline, laid out unless it is here.
  private mutating func row(
    _ key: Key, _ headline: Headline, _ model: Model, _ typesetter: inout Typesetter
  ) -> HeadlineRow {
    if let row = rows[key] { return row }
    let row = HeadlineRow(
      headline, RowColumns(width: model.size.columns, reading: model.listDirection),
      model.look.page,
      now: model.now, clock: model.clock, matching: model.rowMatcher, &typesetter)
    rows[key] = row
    return row
  }
}

extension [RowCache.Shown] {
  /// Whether the row at `index` is there and shows that.
  fileprivate func has(_ key: RowCache.Key, at index: Int) -> Bool {
    indices.contains(index) && self[index].key == key
  }
}
