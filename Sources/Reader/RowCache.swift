import Display
import News
import TextLayout
import Words

/// The rows that were laid out lately: at most four screens of them, by article and revision.
///
/// It stands beside the model, since nothing depends on it: a warm one paints what a cold one does.
public struct RowCache: Sendable {
  /// How many screens of rows are kept.
  static let screens = 4

  private var look: RowLook?
  private var limit = 0
  private var rows: [Key: HeadlineRow] = [:]
  /// What the bars say.
  var bars = BarTexts()

  /// An empty cache.
  public init() {}

  /// One state of one article's row; whether it is read is painted, not laid out.
  private struct Key: Hashable {
    var id: ArticleID
    var revision: Int
    var isStarred: Bool
  }

  /// Empties the cache where rows now look different, or where a further screen may not fit.
  mutating func prepare(for look: RowLook, rows screen: Int) {
    limit = Self.screens * max(1, screen)
    guard look == self.look, rows.count <= limit - screen else {
      rows.removeAll(keepingCapacity: true)
      self.look = look
      return
    }
  }

  /// The row of a headline, laid out unless it is here.
  mutating func row(
    _ headline: Headline, _ model: Model, _ typesetter: inout Typesetter
  ) -> HeadlineRow {
    let key = Key(
      id: headline.id, revision: headline.revision, isStarred: headline.isStarred)
    if let row = rows[key] { return row }
    let row = HeadlineRow(
      headline, RowColumns(width: model.size.columns, reading: model.listDirection),
      model.look.page,
      now: model.now, clock: model.clock, matching: model.rowMatcher, &typesetter)
    rows[key] = row
    return row
  }
}
