import Display
import News
import TextLayout
import Words

/// Draws the rows of the list that are in sight.
struct HeadlineList {
  static func draw(
    _ model: Model, _ cache: inout RowCache, on screen: inout Screen,
    _ typesetter: inout Typesetter
  ) {
    guard let selected = model.window.index(of: model.cursor) else {
      EmptyList.draw(model, on: &screen, &typesetter)
      return
    }
    cache.prepare(for: RowLook(model), rows: model.bodyRows)
    let top = model.topIndex
    let end = min(top + model.bodyRows, model.window.rows.count)
    cache.draw(top..<end, model, selected: selected, on: &screen, &typesetter)
  }
}

extension Model {
  /// The first row in sight, so that the selected one is; from 0 in the window.
  var topIndex: Int {
    guard let selected = window.index(of: cursor) else { return 0 }
    let rows = max(1, bodyRows)
    var first = window.index(of: top) ?? 0
    if selected < first - rows || selected >= first + 2 * rows {
      first = selected - rows / 2
    } else {
      first = min(max(first, selected - rows + 1), selected)
    }
    return max(0, min(first, window.rows.count - rows))
  }

  /// How far below the first row in sight the cursor stands, or the row that took its place; nil where
  /// it has come from where the window does not reach, or has not been moved.
  var cursorRow: Int? {
    guard let cursor, let first = window.rows.first, let last = window.rows.last,
      let index = window.index(of: cursor)
    else { return nil }
    let isHere =
      window.isByRank
      ? (cursor <= first.rank || window.atStart) && (cursor >= last.rank || window.atEnd)
      : window.holds(cursor)
    return isHere ? index - topIndex : nil
  }

  /// Has the list begin so that the cursor stands in such a row, as far as the list reaches.
  mutating func putCursor(inRow row: Int?) {
    guard let row, let index = window.index(of: cursor) else { return }
    top = window.rows[max(0, index - row)].rank
  }
}
